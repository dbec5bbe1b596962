import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ListOrdered, Projector } from "lucide-react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { attendanceByOutlet } from "#app/domain/attendance/attendance.server.ts";
import { hasBegun } from "#app/domain/meetings/meeting.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { promiseIdsOf } from "#app/domain/questions/promises.server.ts";
import { whyNotTake } from "#app/domain/questions/question.ts";
import { RoomForm } from "#app/domain/questions/question-form.ts";
import { questionsInTurn, takeQuestion } from "#app/domain/questions/questions.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { CheckField, HouseForm, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { LivePage } from "#app/ui/live-page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { QuestionLine, type QuestionShown } from "#app/ui/question-line.tsx";
import { OrderFacts } from "#app/ui/question-order.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const at = now();
  const { order, drawn, ...turn } = await questionsInTurn(db, meeting, at);
  const [promises, outlets] = await Promise.all([
    promiseIdsOf(db, meeting),
    attendanceByOutlet(db, meeting.id),
  ]);
  const shown = (question: (typeof turn.waiting)[number]): QuestionShown => {
    const { id, number, text, outletName, askerName, nameAgreed, remote, state } = question;
    const { answererName, answer, answerPublic, receivedBy } = question;
    return {
      ...{ id, number, text, outletName, askerName, state, answererName, answer },
      ...{ nameAgreed: nameAgreed === 1, remote: remote === 1, ahead: receivedBy === null },
      ...{ answerPublic: answerPublic === 1, promiseId: promises.get(id) ?? null },
    };
  };
  const { id, subject } = meeting;
  return {
    at,
    meeting: { id, subject },
    outlets: outlets.flatMap(({ outlet }) => outlet ?? []),
    ...{ order, drawn, barred: whyNotTake(meeting), mayChoose: !hasBegun(meeting, at) },
    asked: turn.asked.map(shown),
    waiting: turn.waiting.map(shown),
    done: turn.done.map(shown),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: RoomForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const taken = await takeQuestion(db, meeting, submission.value, { by: officer, at: now() });
  const words = messagesFor(request).questions;
  if (!taken.ok) {
    const formErrors = [words.reasons[taken.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.questions(meeting), words.list.taken);
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.questions.title} · ${data?.meeting.subject ?? ""}` }];
};

export default function Questions() {
  const { at, meeting, order, drawn, barred, mayChoose, asked, waiting, done } =
    useLoaderData<typeof loader>();
  const words = useMessages().questions;
  const none = asked.length + waiting.length + done.length === 0;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
        actions={
          <>
            {mayChoose && (
              <ButtonLink to={paths.desk.questionOrder(meeting)}>
                <ListOrdered aria-hidden="true" className="size-4" />
                {words.order.change}
              </ButtonLink>
            )}
            <ButtonLink to={paths.desk.questionScreen(meeting)}>
              <Projector aria-hidden="true" className="size-4" />
              {words.screen}
            </ButtonLink>
          </>
        }
      >
        {words.title}
      </PageTitle>
      <LivePage at={at} />
      {barred && <Notice>{words.reasons[barred]}</Notice>}
      <Card>
        <OrderFacts order={order} drawn={drawn} />
        {order.rule === "lot" && !order.seed && (
          <p className="mt-2 text-sm text-soft">{words.order.notDrawn}</p>
        )}
      </Card>
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          {none && (
            <div className="mb-6">
              <Empty title={words.list.empty}>{words.list.emptyLead}</Empty>
            </div>
          )}
          <Lines title={words.room.now} questions={asked} />
          <Lines title={words.list.waiting} questions={waiting} />
          <Lines title={words.list.done} questions={done} />
        </div>
        {!barred && <TakeQuestion />}
      </div>
    </>
  );
}

function Lines({ title, questions }: { title: string; questions: QuestionShown[] }) {
  const words = useMessages().questions.list;
  const to = useLocalised();
  if (questions.length === 0) return null;
  return (
    <Card title={title}>
      <ol className="grid gap-4">
        {questions.map((question, place) => (
          <li key={question.id} className="border-t border-line pt-4 first:border-0 first:pt-0">
            <QuestionLine question={question} />
            <div className="mt-2 flex flex-wrap gap-2">
              {question.state === "waiting" && (
                <Form method="post" action={to(paths.desk.questionCall(question))}>
                  <SendButton tone={place === 0 ? "primary" : "plain"}>
                    {place === 0 ? words.call : words.callEarly}
                    <Whose {...question} />
                  </SendButton>
                </Form>
              )}
              {question.state === "asked" && (
                <>
                  <ButtonLink to={paths.desk.questionAnswer(question)} tone="primary">
                    {words.answer}
                    <Whose {...question} />
                  </ButtonLink>
                  <ButtonLink to={paths.desk.questionPromise(question)}>
                    {words.leaveOpen}
                    <Whose {...question} />
                  </ButtonLink>
                </>
              )}
              {(question.state === "waiting" || question.state === "asked") && (
                <Form method="post" action={to(paths.desk.questionWithdrawal(question))}>
                  <SendButton tone="quiet">
                    {words.withdraw}
                    <Whose {...question} />
                  </SendButton>
                </Form>
              )}
              {question.promiseId && (
                <ButtonLink to={paths.desk.promise({ id: question.promiseId })}>
                  {words.toPromise}
                  <Whose {...question} />
                </ButtonLink>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Which of many like buttons it is, for whoever cannot see what it stands beside. */
function Whose({ number }: { number: number }) {
  return <span className="sr-only">: {useMessages().questions.room.number(number)}</span>;
}

function TakeQuestion() {
  const words = useMessages().questions.take;
  const { outlets } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useHouseForm(RoomForm, { id: "take", lastResult });
  return (
    <Card title={words.title}>
      <HouseForm form={form}>
        <TextArea field={fields.text} label={words.text} rows={3} />
        <TextField field={fields.outletName} label={words.outlet} list="outlets" />
        <datalist id="outlets">
          {outlets.map((outlet) => (
            <option key={outlet} value={outlet} />
          ))}
        </datalist>
        <TextField field={fields.askerName} label={words.asker} autoComplete="off" />
        <CheckField field={fields.remote} label={words.remote} />
        <CheckField field={fields.nameAgreed} label={words.nameAgreed} />
        <div>
          <SendButton>{words.submit}</SendButton>
        </div>
      </HouseForm>
    </Card>
  );
}
