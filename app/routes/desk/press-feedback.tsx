import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { FeedbackForm } from "#app/domain/corrections/case-form.ts";
import { findCaseFor, roundsOf } from "#app/domain/corrections/cases.server.ts";
import { ASKS, codesOf, stateOf, whyNotMove } from "#app/domain/corrections/correction-case.ts";
import { evidenceOf } from "#app/domain/corrections/evidence.server.ts";
import { draftFeedback } from "#app/domain/corrections/rounds.server.ts";
import { speakerChoices, usualPeople } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { ChecksField, HouseForm, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerField } from "#app/ui/speaker-field.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const [rounds, speakers, evidence] = await Promise.all([
    roundsOf(db, kept),
    speakersOf(db, { id: kept.agencyId }, now()),
    evidenceOf(db, kept),
  ]);
  const last = rounds.at(-1);
  const draft = last && !last.sentAt ? last : null;
  return {
    ...{ kept, draft, former: rounds.findLast(({ sentAt }) => sentAt) ?? null },
    round: draft?.round ?? rounds.length + 1,
    speakers: speakerChoices(speakers),
    enclosed: evidence.filter(({ roundId }) => roundId === null).length,
    refusal: whyNotMove(stateOf(kept, last), "draft-feedback") ?? null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: FeedbackForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { edition, conclusion, letterNo, letterDay, ...said } = submission.value;
  const feedback = {
    ...{ ...said, conclusion: conclusion ?? null },
    ...{ letterNo: letterNo ?? null, letterDay: letterDay ?? null },
  };
  const drafted = await draftFeedback(db, kept, feedback, edition, { by: officer, at: now() });
  const words = messagesFor(request).pressCorrections;
  if (!drafted.ok) {
    if (drafted.reason !== "not-a-speaker") {
      const formErrors = [words.refusals[drafted.reason]];
      return data(submission.reply({ formErrors }), { status: 409 });
    }
    const may = speakerChoices(await speakersOf(db, { id: kept.agencyId }, now()));
    const fieldErrors = { speakerId: [words.feedback.maySpeak(may.map(({ name }) => name))] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.correctionCase(kept), words.feedback.saved);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  const title = words.pressCorrections.feedback.title(shown?.round ?? 1);
  return [{ title: `${title} · ${words.common.product}` }];
};

export default function PressFeedback() {
  const { kept, round, refusal } = useLoaderData<typeof loader>();
  const words = useMessages().pressCorrections;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.correctionCase(kept)}>{kept.articleTitle}</LinkTo>}
        lead={words.feedback.lead}
      >
        {words.feedback.title(round)}
      </PageTitle>
      {refusal ? <Notice tone="warning">{words.refusals[refusal]}</Notice> : <Draft />}
    </>
  );
}

function Draft() {
  const { kept, draft, former, speakers, enclosed } = useLoaderData<typeof loader>();
  const { pressCorrections: words, common } = useMessages();
  const says = words.feedback;
  const begun = draft ?? former;
  const [form, fields] = useHouseForm(FeedbackForm, {
    id: "feedback",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      text: draft?.text ?? "",
      asks: begun ? codesOf(begun.asks) : ["correction", "feedback"],
      conclusion: begun?.conclusion ?? "",
      letterNo: draft?.letterNo ?? "",
      letterDay: draft?.letterDay ?? "",
      speakerId: draft?.speakerId ?? usualPeople(speakers).spokespersonId,
    },
  });
  if (speakers.length === 0) return <Notice tone="problem">{says.maySpeak([])}</Notice>;
  return (
    <HouseForm form={form}>
      <input type="hidden" name="edition" value={kept.edition} />
      <TextArea field={fields.text} label={says.text} hint={says.textHint} rows={6} />
      <ChecksField
        field={fields.asks}
        label={says.asks}
        options={ASKS.map((value) => ({ value, label: says.askOptions[value] }))}
      />
      <TextField field={fields.conclusion} label={says.conclusion} hint={says.conclusionHint} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField field={fields.letterNo} label={says.letterNo} />
        <TextField field={fields.letterDay} label={says.letterDay} type="date" />
      </div>
      <SpeakerField field={fields.speakerId} label={says.speaker} speakers={speakers} />
      {enclosed > 0 && <p className="text-soft">{says.evidence(enclosed)}</p>}
      <div className="flex flex-wrap gap-2">
        <SendButton>{says.submit}</SendButton>
        <ButtonLink to={paths.desk.correctionCase(kept)}>{common.cancel}</ButtonLink>
      </div>
    </HouseForm>
  );
}
