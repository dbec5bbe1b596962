import { Form } from "@remix-run/react";
import type { DeskPage } from "#app/domain/queries/desk-page.server.ts";
import type { Query } from "#app/domain/queries/query.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "./badge.tsx";
import { SendButton } from "./button.tsx";
import { Card } from "./card.tsx";
import { LinkTo } from "./link.tsx";
import { Notice } from "./notice.tsx";
import { AnswerText } from "./query-answer.tsx";
import { TaskBadge } from "./query-task.tsx";
import { TimeText } from "./time.tsx";
import { Written } from "./written.tsx";

type Drafted = Pick<
  DeskPage,
  "draft" | "draftedBy" | "figures" | "steps" | "next" | "lock" | "works"
> & { query: { id: string } };

/** What is drafted as an answer: who writes, its figures, and how far its signing has come. */
export function QueryDraft({ whole }: { whole: Drafted }) {
  const { query, draft, draftedBy, steps, next, lock, works, figures } = whole;
  const { queries, queryDesk } = useMessages();
  const says = queries.page;
  const to = useLocalised();
  if (!works && !draft) return null;
  return (
    <Card
      title={says.draftCard}
      actions={draft && <LinkTo to={paths.desk.queryVersions(query)}>{says.versions}</LinkTo>}
    >
      {lock && !lock.mine && (
        <Notice tone="warning" title={says.lockedBy(lock.name, shortTime(lock.until))}>
          <Form method="post" action={to(paths.desk.queryLockTakeover(query))} className="mt-2">
            <SendButton tone="plain">{says.takeOver}</SendButton>
          </Form>
        </Notice>
      )}
      {draft ? (
        <>
          <p className="mb-2 text-sm text-soft">
            {says.version(draft.version, draftedBy)} <TimeText at={draft.savedAt} />
          </p>
          <p className="mb-3">
            <Written text={draft.text} />
          </p>
          {figures.length > 0 && (
            <ul className="mb-3 list-disc ps-5 text-sm">
              {figures.map((figure) => (
                <li key={`${figure.name} ${figure.day}`}>
                  {figure.name}:{" "}
                  {says.figure(figure.value, figure.unit, shortDay(figure.day), figure.source)}
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p className="text-soft">{says.noDraft}</p>
      )}
      {steps.length > 0 && (
        <>
          <h3 className="mb-2 text-lg">{says.chain}</h3>
          <ol className="grid gap-2">
            {steps.map((step) => (
              <li key={step.id} className="flex flex-wrap items-center gap-2">
                <Badge
                  tone={
                    step.decision === "approved"
                      ? "done"
                      : step.decision === "returned"
                        ? "late"
                        : step.id === next?.id
                          ? "due"
                          : "plain"
                  }
                >
                  {step.decision
                    ? says[step.decision]
                    : step.id === next?.id
                      ? says.chainNext
                      : says.chainWaits}
                </Badge>
                <span>
                  {step.name} ({queryDesk.signature.roles[step.role]})
                  {step.note && <span className="block text-sm text-soft">{step.note}</span>}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}

/** What was answered, and whether the asker agrees. */
export function QueryAnswers({
  whole: { query, answers },
}: {
  whole: Pick<DeskPage, "answers"> & { query: Pick<Query, "id" | "outcome" | "confirmedAt"> };
}) {
  const says = useMessages().queries.page;
  const hasVerdict = query.outcome === "answered" || query.outcome === "partly";
  if (answers.length === 0) return null;
  return (
    <Card title={says.answers}>
      <ol className="grid gap-6">
        {answers.map((answer) => (
          <li key={answer.id}>
            <AnswerText answer={answer} />
            {answer.confirmedAt && (
              <p className="mt-2">
                <Badge tone="done">{says.confirmed}</Badge> <TimeText at={answer.confirmedAt} />
              </p>
            )}
            {answer.disputedAt && (
              <div className="mt-2">
                <Badge tone="late">{says.disputed}</Badge> <TimeText at={answer.disputedAt} />
                <p>
                  <Written text={answer.dispute ?? ""} />
                </p>
              </div>
            )}
            <p className="mt-2">
              <a href={paths.desk.queryPaper(query, answer)}>{says.paper}</a>
            </p>
          </li>
        ))}
      </ol>
      {hasVerdict && !query.confirmedAt && (
        <p className="mt-4 text-sm text-soft">{says.unconfirmed}</p>
      )}
    </Card>
  );
}

/** What units were asked to supply, and what they did. */
export function QueryTasks({
  whole: { tasks, works },
}: {
  whole: Pick<DeskPage, "tasks" | "works">;
}) {
  const { queries, queryTasks } = useMessages();
  const says = queries.page;
  const to = useLocalised();
  if (tasks.length === 0 && !works) return null;
  return (
    <Card title={says.tasks}>
      {tasks.length === 0 && <p className="text-soft">{says.noTasks}</p>}
      <ul className="grid gap-4">
        {tasks.map((task) => (
          <li key={task.id}>
            <span className="flex flex-wrap items-center gap-2">
              <LinkTo to={paths.desk.queryTask(task)} className="font-semibold wrap-anywhere">
                {task.unit}
              </LinkTo>
              <TaskBadge state={task.state} />
              <span className="text-sm text-soft">
                {queryTasks.dueAt} <TimeText at={task.dueAt} />
              </span>
            </span>
            <span className="block">
              <Written text={task.request} />
            </span>
            {task.answer && (
              <blockquote className="mt-1 border-s-4 border-line ps-3">
                <Written text={task.answer} />
              </blockquote>
            )}
            {works && (task.state === "open" || task.state === "late") && (
              <Form method="post" action={to(paths.desk.queryTaskCancelling(task))}>
                <SendButton tone="quiet">{queryTasks.cancel}</SendButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
