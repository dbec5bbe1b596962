import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { changesEntry, findReportFor } from "#app/domain/spokespersons/contact-reports.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ReportPage } from "#app/ui/contact-report.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const report = (await findReportFor(db, officer, params.report ?? "")) ?? notFound();
  const { reporterEmail, decidedBy, ...shown } = report;
  return {
    report: shown,
    wantsAnswer: reporterEmail !== null,
    correctable: changesEntry(report),
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.contactReports.desk.title} · ${words.common.product}` }];
};

export default function ContactReport() {
  const { report, wantsAnswer, correctable } = useLoaderData<typeof loader>();
  const { report: words } = useMessages().contactReports;
  return (
    <ReportPage report={report} wantsAnswer={wantsAnswer}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink tone="primary" to={paths.desk.contactReportCorrection(report)}>
          {correctable ? words.apply : words.submitDone}
        </ButtonLink>
        <ButtonLink to={paths.desk.contactReportRefusal(report)}>{words.decline}</ButtonLink>
        <ButtonLink tone="quiet" to={paths.desk.agency({ id: report.agencyId })}>
          {words.toAgency}
        </ButtonLink>
      </div>
    </ReportPage>
  );
}
