import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now, readLocalTime } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { dueByRule, leaveOpen } from "#app/domain/questions/promises.server.ts";
import { mayMove } from "#app/domain/questions/question.ts";
import { PromiseForm } from "#app/domain/questions/question-form.ts";
import { findQuestionFor } from "#app/domain/questions/questions.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Countdown } from "#app/ui/countdown.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const question = (await findQuestionFor(db, officer, params.question ?? "")) ?? notFound();
  const { number, text, outletName, state, meeting } = question;
  const at = now();
  return {
    ...{ number, text, outletName, state, at, open: mayMove(question, "open") },
    meeting: { id: meeting.id, subject: meeting.subject },
    due: (await dueByRule(db, { id: meeting.agencyId }, at)) ?? null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const question = (await findQuestionFor(db, officer, params.question ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: PromiseForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { owner, dueAt } = submission.value;
  const promise = { owner, dueAt: dueAt ? readLocalTime(dueAt) : undefined };
  const made = await leaveOpen(db, question, promise, { by: officer, at: now() });
  const words = messagesFor(request).questions;
  if (!made.ok) {
    const formErrors = [words.reasons[made.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  const sentence = words.promise.made(shortTime(made.dueAt));
  return goToSaying(request, paths.desk.questions(question.meeting), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.questions.promise.title} · ${words.common.product}` }];
};

export default function QuestionPromise() {
  const { meeting, number, text, outletName, state, open, due, at } =
    useLoaderData<typeof loader>();
  const { questions, common } = useMessages();
  const words = questions.promise;
  const [form, fields] = useHouseForm(PromiseForm, {
    id: "promise",
    lastResult: useActionData<typeof action>(),
  });
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
      {!open ? (
        <Notice tone="warning">{questions.reasons[`is-${state}`]}</Notice>
      ) : (
        <>
          <HouseForm form={form}>
            <TextField field={fields.owner} label={words.owner} hint={words.ownerHint} />
            <TextField
              field={fields.dueAt}
              type="datetime-local"
              label={words.due}
              hint={due ? words.dueHint : words.noRule}
            />
            <div className="flex flex-wrap gap-2">
              <SendButton>{words.submit}</SendButton>
              <ButtonLink to={paths.desk.questions(meeting)}>{common.cancel}</ButtonLink>
            </div>
          </HouseForm>
          {due && (
            <div className="mt-6">
              <Card title={words.byRule}>
                <Countdown due={due} now={at} />
              </Card>
            </div>
          )}
        </>
      )}
    </>
  );
}
