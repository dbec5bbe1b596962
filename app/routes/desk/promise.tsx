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
import { findPromiseFor, keepPromise, lettersOf } from "#app/domain/questions/promises.server.ts";
import { KeepingForm } from "#app/domain/questions/question-form.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Countdown, CountdownBadge } from "#app/ui/countdown.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerField } from "#app/ui/speaker-field.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const promise = (await findPromiseFor(db, officer, params.promise ?? "")) ?? notFound();
  const at = now();
  const [speakers, letters] = await Promise.all([
    speakersOf(db, { id: promise.agencyId }, at),
    lettersOf(db, promise),
  ]);
  const { id, meetingId, subject, text, outletName, owner, promisedAt, dueAt } = promise;
  const { keptAt, answer, answererName, answererPosition, due } = promise;
  return {
    ...{ id, meetingId, subject, text, outletName, owner, promisedAt, dueAt, at },
    ...{ keptAt, answer, answererName, answererPosition, due: due ?? null, letters },
    speakers: speakers.map(({ personId, name, position }) => ({ personId, name, position })),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const promise = (await findPromiseFor(db, officer, params.promise ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: KeepingForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const kept = await keepPromise(db, promise, submission.value, { by: officer, at: now() });
  const words = messagesFor(request).questions;
  if (!kept.ok) {
    const formErrors = [words.reasons[kept.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.promise(promise), words.promise.kept(kept.letters));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.questions.promise.keepTitle} · ${words.common.product}` }];
};

export default function Promised() {
  const shown = useLoaderData<typeof loader>();
  const { questions } = useMessages();
  const words = questions.promise;
  const { due, dueAt, keptAt, at, letters } = shown;
  const answerer = [shown.answererName, shown.answererPosition].filter(Boolean).join(", ");
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.questions({ id: shown.meetingId })}>{shown.subject}</LinkTo>}
        lead={!keptAt && words.keepLead(letters.recipients)}
      >
        {words.keepTitle}
      </PageTitle>
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Card title={words.question}>
            <p className="mb-4 text-lg whitespace-pre-line wrap-anywhere">{shown.text}</p>
            <Facts
              facts={[
                [words.from, shown.outletName ?? questions.room.noOutlet],
                [words.meeting, shown.subject],
                [words.owner, shown.owner],
                [words.promisedAt, <TimeText key="promised" at={shown.promisedAt} />],
                [words.dueAt, <TimeText key="due" at={dueAt} />],
                [words.letters, keptAt && words.lettersOf(letters.sent, letters.recipients)],
              ]}
            />
          </Card>
          {keptAt ? (
            <Card title={words.wasKept}>
              <p className="mb-2 text-soft">
                {answerer} · <TimeText at={keptAt} />
              </p>
              <p className="whitespace-pre-line wrap-anywhere">{shown.answer}</p>
            </Card>
          ) : (
            <KeepForm />
          )}
        </div>
        {due && (
          <Card title={words.byRule}>
            {due.at === dueAt ? (
              <Countdown due={due} now={at} doneAt={keptAt} />
            ) : (
              <>
                <p className="mb-3">
                  <CountdownBadge due={{ ...due, at: dueAt }} now={at} doneAt={keptAt} />
                </p>
                <p className="mb-3 text-soft">{words.ownDue}</p>
                <Countdown due={due} now={at} doneAt={keptAt} />
              </>
            )}
          </Card>
        )}
      </div>
    </>
  );
}

function KeepForm() {
  const { speakers } = useLoaderData<typeof loader>();
  const { reasons, promise: words } = useMessages().questions;
  const [form, fields] = useHouseForm(KeepingForm, {
    id: "keeping",
    lastResult: useActionData<typeof action>(),
    defaultValue: { answererId: speakers[0]?.personId },
  });
  if (speakers.length === 0) return <Notice tone="problem">{reasons["nobody-may"]}</Notice>;
  return (
    <Card title={words.answer}>
      <HouseForm form={form}>
        <SpeakerField field={fields.answererId} label={words.who} speakers={speakers} />
        <TextArea field={fields.answer} label={words.answer} hint={words.answerHint} rows={8} />
        <div>
          <SendButton>{words.keepSubmit}</SendButton>
        </div>
      </HouseForm>
    </Card>
  );
}
