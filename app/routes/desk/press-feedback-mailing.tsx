import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { MailingForm } from "#app/domain/corrections/case-form.ts";
import { findCaseFor, roundsOf } from "#app/domain/corrections/cases.server.ts";
import { stateOf, whyNotMove } from "#app/domain/corrections/correction-case.ts";
import { feedbackLetter } from "#app/domain/corrections/letters.server.ts";
import { isPeriodical } from "#app/domain/corrections/press-clocks.ts";
import { mailFeedback } from "#app/domain/corrections/rounds.server.ts";
import { sendingProblem } from "#app/http/feedback-sending.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const last = (await roundsOf(db, kept)).at(-1);
  const refusal = whyNotMove(stateOf(kept, last), "send-feedback") ?? null;
  const at = now();
  const letter = last && !refusal && feedbackLetter(kept, last, kept.outletEmail ?? "", at);
  return {
    ...{ kept, refusal, draft: last ?? null, today: localTime(at).slice(0, 10) },
    letter: letter ? { subject: letter.subject, text: letter.text } : null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: MailingForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { edition, nextIssueDay, ...sending } = submission.value;
  const details = { ...sending, nextIssueDay: nextIssueDay ?? null };
  const signed = { by: officer, at: now() };
  const sent = await mailFeedback(db, kept, details, edition, signed);
  const words = messagesFor(request);
  if (!sent.ok) {
    const problem = await sendingProblem(db, words, kept, sent.reason, signed.at);
    return data(submission.reply(problem), { status: 409 });
  }
  const sentence = words.pressCorrections.mailing.done(sending.to);
  return goToSaying(request, paths.desk.correctionCase(kept), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCorrections.mailing.title} · ${words.common.product}` }];
};

export default function PressFeedbackMailing() {
  const { kept, draft, refusal, letter, today } = useLoaderData<typeof loader>();
  const { pressCorrections: words, common } = useMessages();
  const says = words.mailing;
  const [form, fields] = useHouseForm(MailingForm, {
    id: "mailing",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      ...{ to: kept.outletEmail ?? "", nextIssueDay: "" },
      ...{ letterNo: draft?.letterNo ?? "", letterDay: draft?.letterDay ?? today },
    },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.correctionCase(kept)}>{kept.articleTitle}</LinkTo>}
        lead={says.lead}
      >
        {says.title}
      </PageTitle>
      {refusal && <Notice tone="warning">{words.refusals[refusal]}</Notice>}
      {letter && (
        <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
          <HouseForm form={form}>
            <input type="hidden" name="edition" value={kept.edition} />
            <TextField field={fields.to} label={says.to} hint={says.toHint} type="email" />
            <TextField field={fields.letterNo} label={words.sending.letterNo} />
            <TextField field={fields.letterDay} label={words.sending.letterDay} type="date" />
            {isPeriodical(kept.outletKind) && (
              <TextField
                field={fields.nextIssueDay}
                label={words.sending.nextIssueDay}
                hint={words.sending.nextIssueHint}
                type="date"
              />
            )}
            <div className="flex flex-wrap gap-2">
              <SendButton>{says.submit}</SendButton>
              <ButtonLink to={paths.desk.correctionCase(kept)}>{common.cancel}</ButtonLink>
            </div>
          </HouseForm>
          <Card title={says.preview}>
            <p className="mb-3 font-semibold" lang="vi">
              {letter.subject}
            </p>
            <p className="whitespace-pre-line wrap-anywhere" lang="vi">
              {letter.text}
            </p>
          </Card>
        </div>
      )}
    </>
  );
}
