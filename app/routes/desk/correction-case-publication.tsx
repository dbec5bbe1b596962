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
import { LedgerForm } from "#app/domain/corrections/case-form.ts";
import { findCaseFor, roundsOf } from "#app/domain/corrections/cases.server.ts";
import { publishCase, whyNotPublish } from "#app/domain/corrections/endings.server.ts";
import { speakerChoices, usualPeople } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LedgerCase } from "#app/ui/ledger-case.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerField } from "#app/ui/speaker-field.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const [speakers, rounds] = await Promise.all([
    speakersOf(db, { id: kept.agencyId }, now()),
    roundsOf(db, kept),
  ]);
  return {
    ...{ kept, refusal: whyNotPublish(kept) ?? null, speakers: speakerChoices(speakers) },
    answerUrl: rounds.findLast(({ answerUrl }) => answerUrl)?.answerUrl ?? null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: LedgerForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { speakerId } = submission.value;
  const published = await publishCase(db, kept, speakerId, { by: officer, at: now() });
  const words = messagesFor(request).pressCorrections;
  if (!published.ok) {
    if (published.reason !== "not-a-speaker") {
      const formErrors = [words.refusals[published.reason]];
      return data(submission.reply({ formErrors }), { status: 409 });
    }
    const may = speakerChoices(await speakersOf(db, { id: kept.agencyId }, now()));
    const fieldErrors = { speakerId: [words.feedback.maySpeak(may.map(({ name }) => name))] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.correctionCase(kept), words.publication.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCorrections.publication.title} · ${words.common.product}` }];
};

export default function CorrectionCasePublication() {
  const { kept, refusal } = useLoaderData<typeof loader>();
  const words = useMessages().pressCorrections;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.correctionCase(kept)}>{kept.articleTitle}</LinkTo>}
        lead={words.publication.lead}
      >
        {words.publication.title}
      </PageTitle>
      {refusal ? <Notice tone="warning">{words.refusals[refusal]}</Notice> : <Publish />}
    </>
  );
}

/** What readers will see, then under whose name. */
function Publish() {
  const { kept, speakers, answerUrl } = useLoaderData<typeof loader>();
  const { pressCorrections: words, common } = useMessages();
  const says = words.publication;
  const [form, fields] = useHouseForm(LedgerForm, {
    id: "publication",
    lastResult: useActionData<typeof action>(),
    defaultValue: { speakerId: usualPeople(speakers).spokespersonId },
  });
  if (!kept.outcome) return null;
  return (
    <>
      <Card title={says.look}>
        <LedgerCase level={3} shown={{ ...kept, outcome: kept.outcome, answerUrl }} />
      </Card>
      {speakers.length === 0 ? (
        <Notice tone="problem">{words.feedback.maySpeak([])}</Notice>
      ) : (
        <HouseForm form={form}>
          <SpeakerField field={fields.speakerId} label={says.speaker} speakers={speakers} />
          <p>{says.check}</p>
          <div className="flex flex-wrap gap-2">
            <SendButton>{says.submit}</SendButton>
            <ButtonLink to={paths.desk.correctionCase(kept)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
