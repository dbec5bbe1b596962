import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { ReportRefusalForm } from "#app/domain/spokespersons/contact-report-form.ts";
import { declineReport, findReportFor } from "#app/domain/spokespersons/contact-reports.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ReportPage } from "#app/ui/contact-report.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const report = (await findReportFor(db, officer, params.report ?? "")) ?? notFound();
  const { reporterEmail, decidedBy, ...shown } = report;
  return { report: shown, wantsAnswer: reporterEmail !== null };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const report = (await findReportFor(db, officer, params.report ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ReportRefusalForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const outcome = await declineReport(db, report, submission.value, signedNow(officer));
  const words = messagesFor(request).contactReports.report;
  if (!outcome.ok)
    return data(submission.reply({ formErrors: [words.problems[outcome.reason]] }), {
      status: 409,
    });
  wake();
  return goToSaying(request, paths.desk.contactReports(), words.done.declined);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.contactReports.report.decline} · ${words.common.product}` }];
};

export default function ContactReportRefusal() {
  const { report, wantsAnswer } = useLoaderData<typeof loader>();
  const { report: words } = useMessages().contactReports;
  const [form, fields] = useHouseForm(ReportRefusalForm, {
    id: "contact-report-refusal",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <ReportPage report={report} wantsAnswer={wantsAnswer}>
      <Card title={words.decline}>
        <HouseForm form={form}>
          <TextArea
            field={fields.answer}
            label={words.answer}
            hint={words.declineAnswerHint}
            rows={3}
          />
          <div>
            <SendButton>{words.submitDecline}</SendButton>
          </div>
        </HouseForm>
      </Card>
    </ReportPage>
  );
}
