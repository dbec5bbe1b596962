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
import { ReportCorrectionForm } from "#app/domain/spokespersons/contact-report-form.ts";
import {
  applyReport,
  changesEntry,
  findReportFor,
  type ReportRefusal,
} from "#app/domain/spokespersons/contact-reports.server.ts";
import { refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, type Messages, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ReportPage } from "#app/ui/contact-report.tsx";
import { HouseForm, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const report = (await findReportFor(db, officer, params.report ?? "")) ?? notFound();
  const { reporterEmail, decidedBy, ...shown } = report;
  const thanks = messagesIn(report.language).contactReports.report.thanks;
  return {
    report: shown,
    wantsAnswer: reporterEmail !== null,
    correctable: changesEntry(report),
    thanks,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const report = (await findReportFor(db, officer, params.report ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ReportCorrectionForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const outcome = await applyReport(db, report, submission.value, signedNow(officer));
  const words = messagesFor(request);
  if (!outcome.ok) {
    const sentence = sentenceFor(words, outcome);
    return outcome.reason === "bad-value"
      ? data(submission.reply({ fieldErrors: { value: [sentence] } }), { status: 400 })
      : data(submission.reply({ formErrors: [sentence] }), { status: 409 });
  }
  wake();
  const { report: said } = words.contactReports;
  return goToSaying(request, paths.desk.contactReports(), said.done.applied);
}

function sentenceFor(words: Messages, refusal: ReportRefusal): string {
  const { problems } = words.contactReports.report;
  if (refusal.reason === "bad-value") return problemSentence(words, refusal.problem);
  if (refusal.reason === "decided" || refusal.reason === "gone" || refusal.reason === "annulled")
    return problems[refusal.reason];
  return refusalSentence(words, refusal);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.contactReports.report.apply} · ${words.common.product}` }];
};

export default function ContactReportCorrection() {
  const { report, wantsAnswer, correctable, thanks } = useLoaderData<typeof loader>();
  const { report: words, fields: names } = useMessages().contactReports;
  const [form, fields] = useHouseForm(ReportCorrectionForm, {
    id: "contact-report-correction",
    lastResult: useActionData<typeof action>(),
    defaultValue: { value: report.proposal, answer: thanks },
  });
  return (
    <ReportPage report={report} wantsAnswer={wantsAnswer}>
      <Card title={correctable ? words.apply : words.submitDone}>
        <p className="mb-4 text-soft">{correctable ? words.applyLead : words.byHand}</p>
        {!correctable && (
          <p className="mb-4">
            <LinkTo to={paths.desk.agency({ id: report.agencyId })}>{words.toAgency}</LinkTo>
          </p>
        )}
        <HouseForm form={form}>
          {correctable ? (
            <TextField
              field={fields.value}
              label={words.value(names[report.field])}
              hint={words.valueHint}
              autoComplete="off"
            />
          ) : (
            <input type="hidden" name={fields.value.name} value={report.proposal} />
          )}
          <TextArea field={fields.answer} label={words.answer} rows={3} />
          <div>
            <SendButton>{correctable ? words.submitApply : words.submitDone}</SendButton>
          </div>
        </HouseForm>
      </Card>
    </ReportPage>
  );
}
