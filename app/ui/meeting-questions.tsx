import type { Share } from "#app/domain/questions/promise.ts";
import type { publicQuestions } from "#app/domain/questions/public.server.ts";
import type { Order } from "#app/domain/questions/question-order.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Badge } from "./badge.tsx";
import { Card } from "./card.tsx";
import { PromiseShare } from "./promise-share.tsx";
import { OrderFacts } from "./question-order.tsx";

type Shown = Awaited<ReturnType<typeof publicQuestions>>;

export interface MeetingAsked extends Shown {
  order: Order;
  drawn: number[];
  agencyShare: Share | undefined;
}

/** A meeting's questions as the public reads them: who asked by outlet, who answered, what is owed and since when. */
export function MeetingQuestions({ asked, at }: { asked: MeetingAsked; at: Moment }) {
  const words = useMessages().questions;
  const { site } = words;
  const { questions, order, drawn, share, agencyShare } = asked;
  return (
    <>
      <Card title={site.title} id="questions">
        <div className="text-soft">
          <OrderFacts order={order} drawn={drawn} />
        </div>
        {questions.length > 0 && (
          <ol className="mt-4 grid gap-5 border-t border-line pt-4">
            {questions.map((question) => (
              <li
                key={question.number}
                id={`question-${question.number}`}
                className="border-t border-line pt-4 wrap-anywhere first:border-0 first:pt-0"
              >
                <p className="text-sm text-soft">
                  {words.room.number(question.number)} ·{" "}
                  {site.askedBy(
                    [question.name, question.outlet ?? site.noOutlet].filter(Boolean).join(", "),
                  )}
                </p>
                <p className="font-semibold whitespace-pre-line">{question.text}</p>
                <Answer question={question} at={at} />
              </li>
            ))}
          </ol>
        )}
      </Card>
      <PromiseShare ofMeeting={share} ofAgency={agencyShare} />
    </>
  );
}

function Answer({ question, at }: { question: Shown["questions"][number]; at: Moment }) {
  const { site, states } = useMessages().questions;
  const { promise, answer, answerer, state } = question;
  if (promise?.keptAt)
    return (
      <>
        <p className="mt-2 whitespace-pre-line">{promise.answer}</p>
        <p className="mt-1 text-sm text-soft">
          {promise.answerer && site.answeredBy(promise.answerer)} ·{" "}
          {site.keptAt(shortTime(promise.keptAt))}
          {promise.keptAt >= promise.dueAt && `, ${site.keptLate}`}
        </p>
      </>
    );
  if (promise) {
    const until = shortTime(promise.dueAt);
    const isLate = at >= promise.dueAt;
    return (
      <p className="mt-2">
        <Badge tone={isLate ? "late" : "due"}>{states.open}</Badge>{" "}
        {isLate ? site.overdue(until) : site.promised(until)}
      </p>
    );
  }
  if (state === "asked")
    return (
      <p className="mt-2">
        <Badge tone="calm">{states.asked}</Badge>
      </p>
    );
  return (
    <>
      {answer && <p className="mt-2 whitespace-pre-line">{answer}</p>}
      <p className="mt-1 text-sm text-soft">
        {answer ? answerer && site.answeredBy(answerer) : site.answered}
        {!answer && answerer && ` ${site.answeredBy(answerer)}.`}
      </p>
    </>
  );
}
