import type { TaskState } from "#app/domain/queries/tasks.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { useNames } from "./area-name.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { Card, Facts } from "./card.tsx";
import { TimeText } from "./time.tsx";
import { Written } from "./written.tsx";

const TONES: Record<TaskState, BadgeTone> = {
  open: "calm",
  late: "late",
  answered: "done",
  "answered-late": "due",
  cancelled: "plain",
};

export function TaskBadge({ state }: { state: TaskState }) {
  return <Badge tone={TONES[state]}>{useMessages().queryTasks.states[state]}</Badge>;
}

/** What a unit is asked to supply: for which question, what, by when, and what it supplied. */
export function TaskCard({
  task,
  query,
}: {
  task: {
    unit: string;
    request: string;
    dueAt: Moment;
    answer: string | null;
    answeredAt: Moment | null;
    state: TaskState;
  };
  query: { title: string; text: string; agencyName: string; agencyNameEn: string };
}) {
  const { queries, queryTasks: words } = useMessages();
  const { name } = useNames();
  return (
    <Card
      title={words.askedBy(name({ name: query.agencyName, nameEn: query.agencyNameEn }))}
      actions={<TaskBadge state={task.state} />}
    >
      <Facts
        facts={[
          [words.unit, task.unit],
          [words.request, <Written key="request" text={task.request} />],
          [words.dueAt, <TimeText key="due" at={task.dueAt} />],
          [
            queries.page.question,
            <Written key="question" text={[query.title, query.text].filter(Boolean).join("\n")} />,
          ],
          [words.answer, task.answer && <Written key="answer" text={task.answer} />],
        ]}
      />
    </Card>
  );
}
