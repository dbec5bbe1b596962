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
import { TaskAnswerForm } from "#app/domain/queries/query-form.ts";
import { answerTask, findTaskFor, stateOfTask } from "#app/domain/queries/tasks.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { refusedForm } from "#app/http/own-query.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TaskCard } from "#app/ui/query-task.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findTaskFor(db, officer, params.task ?? "")) ?? notFound();
  const { id, unit, request: needed, dueAt, askedAt, answer, answeredAt, cancelledAt } = found.task;
  const { number, title, text, agencyName, agencyNameEn } = found.query;
  const state = stateOfTask(found.task, now());
  return {
    task: { id, unit, request: needed, dueAt, askedAt, answer, answeredAt, cancelledAt, state },
    query: { id: found.query.id, number, title, text, agencyName, agencyNameEn },
    isOpen: (state === "open" || state === "late") && !found.query.outcome,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findTaskFor(db, officer, params.task ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: TaskAnswerForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { answer } = submission.value;
  const outcome = await answerTask(db, found.task, answer, { by: officer, at: now() });
  if (!outcome.ok) return refusedForm(request, submission, outcome);
  const next = found.mine ? paths.desk.query(found.query) : paths.desk.queries();
  return goToSaying(request, next, messagesFor(request).queryTasks.answered);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryTasks.title} · ${words.common.product}` }];
};

export default function QueryTask() {
  const { task, query, isOpen } = useLoaderData<typeof loader>();
  const { queries, queryTasks: words } = useMessages();
  const [form, fields] = useHouseForm(TaskAnswerForm, {
    id: "task",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.query(query)}>{queries.one(query.number)}</LinkTo>}
        lead={words.full}
      >
        {words.title}
      </PageTitle>
      <TaskCard task={task} query={query} />
      {isOpen && (
        <HouseForm form={form}>
          <TextArea field={fields.answer} label={words.answer} rows={8} />
          <div>
            <SendButton>{words.answerSubmit}</SendButton>
          </div>
        </HouseForm>
      )}
    </>
  );
}
