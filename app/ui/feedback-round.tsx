import { FileText } from "lucide-react";
import {
  type Ask,
  type CorrectionRound,
  codesOf,
  type OutletKind,
  type Part,
  partsOf,
} from "#app/domain/corrections/correction-case.ts";
import type { PressClock } from "#app/domain/corrections/press-clocks.ts";
import type { DueRule } from "#app/domain/policies/due.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { Badge } from "./badge.tsx";
import { ButtonAnchor } from "./button.tsx";
import { Card, Facts } from "./card.tsx";
import { Notice } from "./notice.tsx";
import { PressClockText } from "./press-clock.tsx";
import { Written } from "./written.tsx";

export interface RoundShown extends CorrectionRound {
  clocks: PressClock[];
  letter: {
    to: string;
    stage: "queued" | "sending" | "sent" | "refused" | "skipped";
    attempts: number;
  } | null;
}

interface Shown {
  round: RoundShown;
  kind: OutletKind;
  now: Moment;
  timing: DueRule | null;
}

/** One round: our written feedback, the press agency's clocks that it started, and what it did. */
export function FeedbackRound({ round, kind, now, timing }: Shown) {
  const words = useMessages().pressCorrections;
  const says = words.page;
  const to = useLocalised();
  return (
    <Card
      id={`round-${round.round}`}
      title={says.round(round.round)}
      actions={(["docx", "pdf"] as const).map((format) => (
        <ButtonAnchor
          key={format}
          href={to(paths.desk.pressFeedbackPaper({ id: round.caseId }, round.round, format))}
        >
          <FileText aria-hidden="true" className="size-4" />
          {says.paper[format]}
        </ButtonAnchor>
      ))}
    >
      <Facts
        facts={[
          [
            says.sent,
            round.sentAt ? (
              <>
                {shortTime(round.sentAt)},{" "}
                {round.sentHow && says.sentBy(words.ways[round.sentHow], round.letterNo ?? "")}
              </>
            ) : (
              <Badge key="drafted" tone="due">
                {says.drafted}
              </Badge>
            ),
          ],
          [says.signer, `${round.speakerName}, ${round.speakerPosition}`],
          [
            says.asks,
            codesOf(round.asks)
              .map((ask) => words.feedback.askOptions[ask as Ask])
              .join("; "),
          ],
          [says.conclusion, round.conclusion],
          [says.text, <Written key="text" text={round.text} />],
          [
            round.letter ? says.letterTo(round.letter.to) : "",
            round.letter && <Stage round={round} />,
          ],
        ]}
      />
      {round.clocks.length > 0 && !round.answer && (
        <div className="mt-5 grid gap-6 border-t border-line pt-4">
          {round.clocks.map((clock) => (
            <PressClockText
              key={clock.deed}
              {...{ clock, now, timing }}
              doneAt={round.answeredAt}
            />
          ))}
        </div>
      )}
      {round.answer && <PressAnswer round={round} kind={kind} />}
      {round.answer && round.clocks.length > 0 && (
        <details className="mt-4">
          <summary className="w-fit text-sm">{says.law}</summary>
          <div className="mt-3 grid gap-6">
            {round.clocks.map((clock) => (
              <PressClockText
                key={clock.deed}
                {...{ clock, now, timing }}
                doneAt={round.answer === "no_answer" ? null : round.answeredAt}
              />
            ))}
          </div>
        </details>
      )}
    </Card>
  );
}

/** How far the letter has come in the outbox. */
function Stage({ round: { letter } }: { round: RoundShown }) {
  const { stages } = useMessages().mail;
  if (!letter) return null;
  const stage = letter.stage === "queued" && letter.attempts > 0 ? "put-back" : letter.stage;
  return (
    <Badge tone={stage === "sent" ? "done" : stage === "refused" ? "late" : "calm"}>
      {stages[stage]}
    </Badge>
  );
}

/** What the press agency did, and what is missing in what it published. */
function PressAnswer({ round, kind }: { round: RoundShown; kind: OutletKind }) {
  const words = useMessages().pressCorrections;
  const says = words.page;
  if (!round.answer) return null;
  const parts = partsOf(round.answer, kind);
  const checked = codesOf(round.answerChecked);
  const missing = parts.filter((part) => !checked.includes(part));
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="mb-2 text-lg">
        {says.pressAnswer}: {words.answers[round.answer]}
      </h3>
      <Facts
        facts={[
          [says.answeredAt, round.answeredAt && shortTime(round.answeredAt)],
          [
            says.seen,
            round.answerUrl && (
              <a href={round.answerUrl} rel="noreferrer" className="wrap-anywhere">
                {round.answerUrl}
              </a>
            ),
          ],
          [says.place, round.answerPlace],
          [says.text, round.answerText && <Written text={round.answerText} />],
        ]}
      />
      {parts.length > 0 && (
        <div className="mt-4">
          <h4 className="mb-1 font-semibold">{says.checklist}</h4>
          {missing.length === 0 ? (
            <Notice tone="success">{words.answer.complete}</Notice>
          ) : (
            <Notice tone="warning">
              {words.answer.missing(
                missing.map((part: Part) => words.answer.parts[part]).join("; "),
              )}
            </Notice>
          )}
        </div>
      )}
    </div>
  );
}
