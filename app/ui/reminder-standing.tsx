import type { Dropped } from "#app/domain/reminders/plan.ts";
import type { Rule } from "#app/domain/reminders/rule.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { Badge } from "./badge.tsx";

/** How many of what; those that are none are left out. */
export interface ReminderCounts {
  meant: number;
  onTheWay: number;
  sent: number;
  refused: number;
  skipped: number;
}

export interface StandingShown {
  rule: Rule;
  counted: string | null;
  at: string | null;
  dropped: Dropped | null;
  state: "waiting" | "due" | "missed" | "dropped";
  heldUntil: string | null;
  counts: ReminderCounts;
}

const TONES = {
  meant: "calm",
  onTheWay: "plain",
  sent: "done",
  refused: "late",
  skipped: "plain",
} as const;

/** How many letters of a rule stand where. */
export function ReminderCountBadges({ counts, meant }: { counts: ReminderCounts; meant: boolean }) {
  const { counts: words, noCounts: empty } = useMessages().reminders;
  const number = useNumber();
  const names = (Object.keys(TONES) as (keyof ReminderCounts)[]).filter(
    (name) => counts[name] > 0 && (meant || name !== "meant"),
  );
  if (names.length === 0) return <span className="text-soft">{empty}</span>;
  return (
    <span className="flex flex-wrap gap-1.5">
      {names.map((name) => (
        <Badge key={name} tone={TONES[name]}>
          {words[name](number(counts[name]))}
        </Badge>
      ))}
    </span>
  );
}

/** What a rule does at a meeting, as a sentence: when and for how many, or why nothing goes. */
export function ReminderSentence({
  standing: { at, counted, state, heldUntil, dropped, counts },
  zone,
  quiet,
}: {
  standing: StandingShown;
  zone: string;
  quiet: { quietFrom: string; quietUntil: string };
}) {
  const words = useMessages().reminders;
  const number = useNumber();
  const when = at ? shortTime(at, zone) : "";
  const people = words.people(number(counts.meant));
  const sentence = () => {
    if (dropped) return words.whyNotSent[dropped];
    if (state === "waiting")
      return counts.meant > 0 ? words.will(when, people) : words.willToNobody(when);
    if (state === "missed") return words.missed(when);
    if (counts.meant > 0)
      return heldUntil ? words.held(shortTime(heldUntil, zone), people) : words.due(people);
    return counts.sent + counts.onTheWay > 0 ? words.duePast(when) : words.dueToNobody(when);
  };
  return (
    <>
      <p>{sentence()}</p>
      {!dropped && counted && at && counted !== at && (
        <p className="text-sm text-soft">
          {words.moved(shortTime(counted, zone), quiet.quietFrom, quiet.quietUntil)}
        </p>
      )}
    </>
  );
}
