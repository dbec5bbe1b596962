import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now, readLocalTime } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { SendingForm } from "#app/domain/corrections/case-form.ts";
import { findCaseFor, roundsOf } from "#app/domain/corrections/cases.server.ts";
import { stateOf, WAYS, whyNotMove } from "#app/domain/corrections/correction-case.ts";
import { isPeriodical } from "#app/domain/corrections/press-clocks.ts";
import { markSent } from "#app/domain/corrections/rounds.server.ts";
import { sendingProblem } from "#app/http/feedback-sending.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const last = (await roundsOf(db, kept)).at(-1);
  const refusal = whyNotMove(stateOf(kept, last), "send-feedback") ?? null;
  return { kept, refusal, draft: last ?? null, at: localTime(now()) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: SendingForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { edition, nextIssueDay, sentAt: written, ...sending } = submission.value;
  const sentAt = readLocalTime(written) ?? now();
  const details = { ...sending, sentAt, nextIssueDay: nextIssueDay ?? null };
  const sent = await markSent(db, kept, details, edition, { by: officer, at: now() });
  const words = messagesFor(request);
  if (!sent.ok) {
    const problem = await sendingProblem(db, words, kept, sent.reason, sentAt);
    return data(submission.reply(problem), { status: 409 });
  }
  const { done } = words.pressCorrections.sending;
  return goToSaying(request, paths.desk.correctionCase(kept), done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCorrections.sending.title} · ${words.common.product}` }];
};

export default function PressFeedbackSending() {
  const { kept, draft, refusal, at } = useLoaderData<typeof loader>();
  const { pressCorrections: words, common } = useMessages();
  const says = words.sending;
  const [form, fields] = useHouseForm(SendingForm, {
    id: "sending",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      ...{ sentAt: at, sentHow: "document_system", nextIssueDay: "" },
      ...{ letterNo: draft?.letterNo ?? "", letterDay: draft?.letterDay ?? at.slice(0, 10) },
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
      {refusal ? (
        <Notice tone="warning">{words.refusals[refusal]}</Notice>
      ) : (
        <HouseForm form={form}>
          <input type="hidden" name="edition" value={kept.edition} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField field={fields.letterNo} label={says.letterNo} />
            <TextField field={fields.letterDay} label={says.letterDay} type="date" />
          </div>
          <ChoiceField
            field={fields.sentHow}
            label={says.sentHow}
            options={WAYS.map((value) => ({ value, label: words.ways[value] }))}
          />
          <TextField field={fields.sentAt} label={says.sentAt} type="datetime-local" />
          {isPeriodical(kept.outletKind) && (
            <TextField
              field={fields.nextIssueDay}
              label={says.nextIssueDay}
              hint={says.nextIssueHint}
              type="date"
            />
          )}
          <div className="flex flex-wrap gap-2">
            <SendButton>{says.submit}</SendButton>
            <ButtonLink to={paths.desk.correctionCase(kept)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
