import type { State } from "#app/domain/questions/question.ts";
import type { Order } from "#app/domain/questions/question-order.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { Notice } from "./notice.tsx";
import { PlainArea } from "./plain-field.tsx";
import { OrderFacts } from "./question-order.tsx";
import { QuestionBadge } from "./question-state.tsx";
import { TimeText } from "./time.tsx";

interface Props {
  token: string;
  order: Order;
  sent: { id: string; number: number; text: string; receivedAt: Moment; state: State }[];
  open: boolean;
  /** What was typed and could not be taken, and why. */
  given?: { text: string; remote: boolean; nameAgreed: boolean };
  problem?: string;
}

/** The questions that an invited journalist sends ahead or from afar, and the order in which all are called. */
export function QuestionsAhead({ token, order, sent, open, given, problem }: Props) {
  const words = useMessages().questions;
  const to = useLocalised();
  if (!open && sent.length === 0) return null;
  return (
    <Card title={words.ahead.title} id="questions">
      <p className="mb-3">{words.ahead.lead}</p>
      <div className="mb-4 text-soft">
        <OrderFacts order={order} />
      </div>
      {sent.length > 0 && (
        <section aria-label={words.ahead.sent} className="mb-4">
          <h3 className="mb-2 font-semibold">{words.ahead.sent}</h3>
          <ol className="grid gap-3">
            {sent.map((question) => (
              <li key={question.id} className="rounded-md border border-line p-3 wrap-anywhere">
                <p className="mb-1 flex flex-wrap items-center gap-2 text-sm text-soft">
                  {words.room.number(question.number)} <QuestionBadge state={question.state} />
                  <TimeText at={question.receivedAt} />
                </p>
                <p className="whitespace-pre-line">{question.text}</p>
                {question.state === "waiting" && (
                  <form
                    method="post"
                    action={to(paths.questionBack({ token }, question))}
                    className="mt-1"
                  >
                    <Button tone="quiet">
                      {words.ahead.withdraw}
                      <span className="sr-only">: {words.room.number(question.number)}</span>
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {open ? (
        <form
          method="post"
          action={to(paths.questionsAhead({ token }))}
          className="grid max-w-3xl gap-3"
        >
          <PlainArea
            name="text"
            label={words.ahead.text}
            hint={words.ahead.hint}
            rows={3}
            maxLength={600}
            required
            defaultValue={given?.text}
            problem={problem}
          />
          <Tick name="remote" label={words.ahead.remote} ticked={given?.remote} />
          <Tick name="nameAgreed" label={words.ahead.nameAgreed} ticked={given?.nameAgreed} />
          <div>
            <Button tone="plain">{words.ahead.submit}</Button>
          </div>
        </form>
      ) : (
        <p className="text-soft">{words.ahead.closed}</p>
      )}
    </Card>
  );
}

function Tick({ name, label, ticked }: { name: string; label: string; ticked?: boolean }) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input
        type="checkbox"
        name={name}
        defaultChecked={ticked}
        className="size-5 shrink-0 accent-accent"
      />
      {label}
    </label>
  );
}

/** What became of the question that somebody just sent or took back. */
export function QuestionNotice({ asked }: { asked: string }) {
  const { ahead, list, reasons } = useMessages().questions;
  if (asked === "sent") return <Notice tone="success">{ahead.wasSent}</Notice>;
  if (asked === "withdrawn") return <Notice tone="success">{list.withdrawn}</Notice>;
  if (!Object.hasOwn(reasons, asked)) return null;
  return <Notice tone="problem">{reasons[asked as keyof typeof reasons]}</Notice>;
}
