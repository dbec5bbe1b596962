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
import { answerTask, findTaskBy, stateOfTask } from "#app/domain/queries/tasks.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { refusedForm } from "#app/http/own-query.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TaskCard } from "#app/ui/query-task.tsx";

export const headers = () => PRIVATE_PAGE;

/** What a unit without a desk of its own was asked for: it sees the question and answers here. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = (await findTaskBy(db, params.token ?? "")) ?? notFound();
  const { unit, request, dueAt, answer, answeredAt } = found.task;
  const { number, title, text, agencyName, agencyNameEn, outcome } = found.query;
  const state = stateOfTask(found.task, now());
  return {
    task: { unit, request, dueAt, answer, answeredAt, state },
    query: { number, title, text, agencyName, agencyNameEn },
    isOpen: (state === "open" || state === "late") && !outcome,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const found = (await findTaskBy(db, token)) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: TaskAnswerForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  if (!(await mayTry("publicWrite", context.address))) {
    const formErrors = [messagesFor(request).common.errors[429].text];
    return data(submission.reply({ formErrors }), { status: 429 });
  }
  const by = { id: `task:${found.task.id}`, name: found.task.unit };
  const outcome = await answerTask(db, found.task, submission.value.answer, { by, at: now() });
  if (!outcome.ok) return refusedForm(request, submission, outcome);
  return goTo(request, paths.queryTask({ token }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryTasks.title} · ${words.common.product}` }];
};

export default function UnitTask() {
  const { task, query, isOpen } = useLoaderData<typeof loader>();
  const { queries, queryTasks: words } = useMessages();
  const [form, fields] = useHouseForm(TaskAnswerForm, {
    id: "task",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle above={queries.one(query.number)} lead={isOpen && words.full}>
        {words.title}
      </PageTitle>
      {task.answeredAt && <Notice tone="success">{words.thanks}</Notice>}
      {!isOpen && !task.answeredAt && <Notice tone="warning">{words.closed}</Notice>}
      <TaskCard task={task} query={query} />
      {isOpen && (
        <HouseForm form={form}>
          <TextArea field={fields.answer} label={words.answer} rows={8} />
          <div>
            <Button>{words.answerSubmit}</Button>
          </div>
        </HouseForm>
      )}
    </>
  );
}
