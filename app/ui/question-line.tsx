import type { State } from "#app/domain/questions/question.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Badge } from "./badge.tsx";
import { QuestionBadge } from "./question-state.tsx";

export interface QuestionShown {
  id: string;
  number: number;
  text: string;
  outletName: string | null;
  askerName: string | null;
  nameAgreed: boolean;
  remote: boolean;
  ahead: boolean;
  state: State;
  answererName: string | null;
  answer: string | null;
  answerPublic: boolean;
  promiseId: string | null;
}

/** A question as the office reads it: whose, what, and what became of it. */
export function QuestionLine({ question }: { question: QuestionShown }) {
  const { list, room } = useMessages().questions;
  const { number, text, outletName, askerName, remote, ahead, state } = question;
  return (
    <div className="min-w-0 wrap-anywhere">
      <p className="mb-1 flex flex-wrap items-center gap-2 text-soft">
        <strong className="text-ink">{room.number(number)}</strong>
        <QuestionBadge state={state} />
        {remote && <Badge>{room.remote}</Badge>}
        <span>
          {[outletName ?? room.noOutlet, askerName, ahead ? list.byLink : list.inRoom]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
      <p className="text-lg whitespace-pre-line">{text}</p>
      {question.answererName && (
        <p className="mt-1 text-soft">{list.answeredBy(question.answererName)}</p>
      )}
      {question.answer && (
        <p className="mt-1 whitespace-pre-line">
          <strong>
            {list.notes}
            {question.answerPublic && ` (${list.public})`}:
          </strong>{" "}
          {question.answer}
        </p>
      )}
    </div>
  );
}
