import type { ReactNode } from "react";
import { type Due, type DueState, type Progress, progressOf } from "#app/domain/policies/due.ts";
import { dueSentence } from "#app/domain/policies/due-sentence.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { Facts } from "./card.tsx";

const TONES: Record<DueState, BadgeTone> = {
  calm: "calm",
  due: "due",
  urgent: "late",
  late: "late",
  done: "done",
};

const FILLS: Record<DueState, string> = {
  calm: "text-calm",
  due: "text-due",
  urgent: "text-late",
  late: "text-late",
  done: "text-done",
};

interface Running {
  due: Due;
  now: Moment;
  doneAt?: Moment | null;
}

/** A clock of the law in a word or two, for a row of a list. */
export function CountdownBadge({ due, now, doneAt }: Running) {
  const progress = progressOf(due, now, doneAt);
  const states = useMessages().policies.due.states;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={TONES[progress.state]}>{states[progress.state]}</Badge>
      <span className="text-sm text-soft">
        <TimeLeft progress={progress} doneAt={doneAt} />
      </span>
    </span>
  );
}

/** A clock of the law, explaining itself: the time left, the rule, the start, what was skipped, the end. */
export function Countdown({ due, now, doneAt }: Running) {
  const progress = progressOf(due, now, doneAt);
  const words = useMessages();
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={TONES[progress.state]}>{words.policies.due.states[progress.state]}</Badge>
        <span className="text-lg font-semibold">
          <TimeLeft progress={progress} doneAt={doneAt} />
        </span>
      </p>
      <Elapsed progress={progress} />
      <Explanation due={due} />
    </div>
  );
}

/** How a due moment was found: in one sentence, then piece by piece. */
export function Explanation({ due }: { due: Due }) {
  const words = useMessages();
  const { due: texts, ruleName, measure, clocks, regimes, table, unverified } = words.policies;
  const inHours = due.rule.clock === "clock_hours";
  return (
    <>
      <p className="font-semibold">{dueSentence(words, due)}</p>
      <Facts
        facts={[
          [
            texts.rule,
            <>
              {ruleName(due.rule.key)}: {measure(due.rule)}
              {due.rule.clock && <Aside>{clocks[due.rule.clock]}</Aside>}
              <Aside>
                <span lang="vi">{due.rule.legalRef}</span> (
                {due.rule.statutory ? table.statutory : table.house}
                {due.regime && `; ${regimes[due.regime]}`})
              </Aside>
              {!due.rule.verifiedBy && <Badge tone="due">{unverified}</Badge>}
            </>,
          ],
          [texts.start, inHours ? shortTime(due.start) : shortDay(due.startDay)],
          [texts.skipped, !inHours && <Skipped due={due} />],
          [
            texts.worked,
            due.worked.length > 0 && (
              <NamedDays days={due.worked.map(({ day, name }) => ({ day, name }))} />
            ),
          ],
          [texts.end, inHours ? shortTime(due.at) : texts.endOfDay(shortDay(due.day))],
        ]}
      />
    </>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return <span className="block text-sm text-soft">{children}</span>;
}

function Skipped({ due: { skipped, movedFrom } }: { due: Due }) {
  const words = useMessages().policies.due;
  const named = skipped.filter(({ name }) => name);
  const weekends = skipped.length - named.length;
  if (skipped.length === 0) return <>{words.nothingSkipped}</>;
  return (
    <>
      {movedFrom && <p>{words.moved(shortDay(movedFrom))}</p>}
      {weekends > 0 && <p>{words.weekends(weekends)}</p>}
      <NamedDays days={named} />
    </>
  );
}

/** Days with the names they have in the table of holidays, which is in Vietnamese. */
function NamedDays({ days }: { days: { day: string; name: string | null }[] }) {
  if (days.length === 0) return null;
  return (
    <ul>
      {days.map(({ day, name }) => (
        <li key={day}>
          {shortDay(day)}: <span lang="vi">{name}</span>
        </li>
      ))}
    </ul>
  );
}

function Elapsed({ progress: { share, state } }: { progress: Progress }) {
  const percent = Math.min(100, Math.round(share * 100));
  const label = useMessages().policies.due.elapsed(percent);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 2"
      preserveAspectRatio="none"
      className={`block h-2 w-full max-w-xl rounded-sm bg-wash ${FILLS[state]}`}
    >
      <rect width={percent} height="2" fill="currentColor" />
    </svg>
  );
}

const MINUTE = 60 * 1000;

function TimeLeft({ progress, doneAt }: { progress: Progress; doneAt?: Moment | null }) {
  const words = useMessages().policies.due;
  const time = useDuration()(Math.abs(progress.left));
  if (!doneAt) return <>{progress.left > 0 ? words.left(time) : words.over(time)}</>;
  return (
    <>
      {words.doneAt(shortTime(doneAt))}
      {progress.left < 0 && `, ${words.doneLate}`}
    </>
  );
}

/** The two largest parts of a span: 3 ngày 4 giờ, 5 giờ 20 phút. */
function useDuration() {
  const words = useMessages().policies.due;
  return (milliseconds: number) => {
    const minutes = Math.floor(milliseconds / MINUTE);
    const parts: [number, (n: number) => string][] = [
      [Math.floor(minutes / 60 / 24), words.days],
      [Math.floor(minutes / 60) % 24, words.hours],
      [minutes % 60, words.minutes],
    ];
    const first = parts.findIndex(([n]) => n > 0);
    if (first < 0) return words.minutes(0);
    return parts
      .slice(first, first + 2)
      .filter(([n]) => n > 0)
      .map(([n, say]) => say(n))
      .join(" ");
  };
}
