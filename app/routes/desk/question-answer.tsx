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
import { mayMove } from "#app/domain/questions/question.ts";
import { AnswerForm } from "#app/domain/questions/question-form.ts";
import { answerQuestion, findQuestionFor } from "#app/domain/questions/questions.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckField, HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerField } from "#app/ui/speaker-field.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const question = (await findQuestionFor(db, officer, params.question ?? "")) ?? notFound();
  const { number, text, outletName, state, meeting } = question;
  const speakers = await speakersOf(db, { id: meeting.agencyId }, question.askedAt ?? now());
  return {
    ...{ number, text, outletName, state, open: mayMove(question, "answered") },
    meeting: { id: meeting.id, subject: meeting.subject },
    speakers: speakers.map(({ personId, name, position }) => ({ personId, name, position })),
    chosen: speakers.find(({ personId }) => personId === meeting.spokespersonId)?.personId,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const question = (await findQuestionFor(db, officer, params.question ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AnswerForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const signed = { by: officer, at: now() };
  const noted = await answerQuestion(db, question, submission.value, signed);
  const words = messagesFor(request).questions;
  if (!noted.ok) {
    const formErrors = [words.reasons[noted.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.questions(question.meeting), words.answering.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.questions.answering.title} · ${words.common.product}` }];
};

export default function QuestionAnswer() {
  const shown = useLoaderData<typeof loader>();
  const { questions, common } = useMessages();
  const words = questions.answering;
  const [form, fields] = useHouseForm(AnswerForm, {
    id: "answer",
    lastResult: useActionData<typeof action>(),
    defaultValue: { answererId: shown.chosen ?? shown.speakers[0]?.personId },
  });
  const { meeting, number, text, outletName, state, open, speakers } = shown;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.questions(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <Card title={`${questions.room.number(number)} · ${outletName ?? questions.room.noOutlet}`}>
        <p className="text-lg whitespace-pre-line wrap-anywhere">{text}</p>
      </Card>
      {!open && <Notice tone="warning">{questions.reasons[`is-${state}`]}</Notice>}
      {open && speakers.length === 0 && <Notice tone="problem">{words.nobody}</Notice>}
      {open && speakers.length > 0 && (
        <HouseForm form={form}>
          <SpeakerField field={fields.answererId} label={words.who} speakers={speakers} />
          <TextArea field={fields.answer} label={words.notes} hint={words.notesHint} rows={6} />
          <CheckField field={fields.answerPublic} label={words.public} />
          <div className="flex flex-wrap gap-2">
            <SendButton>{words.submit}</SendButton>
            <ButtonLink to={paths.desk.questions(meeting)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
