import type { PressClock } from "#app/domain/corrections/press-clocks.ts";
import type { DueRule } from "#app/domain/policies/due.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Badge } from "./badge.tsx";
import { Countdown } from "./countdown.tsx";

/** What a press agency owes on a feedback, by when, and by which rule. */
export function PressClockText({
  clock,
  now,
  doneAt,
  timing,
}: {
  clock: PressClock;
  now: Moment;
  doneAt: Moment | null;
  /** The rule that puts feedback on the timing of corrections. */
  timing: DueRule | null;
}) {
  const words = useMessages().pressCorrections.clocks;
  return (
    <section className="grid gap-2">
      <h3 className="text-base font-semibold">{words[clock.deed]}</h3>
      {clock.deed === "feedback" && timing && (
        <p className="text-sm text-soft">{words.sameTiming(timing.legalRef)}</p>
      )}
      {clock.state === "due" && <Countdown due={clock.due} now={now} doneAt={doneAt} />}
      {clock.state === "next-issue" && (
        <>
          <p className="font-semibold">
            {clock.day ? words.nextIssueOn(shortDay(clock.day)) : words.nextIssueUnknown}
          </p>
          <RuleLine rule={clock.rule} />
        </>
      )}
      {clock.state === "unstarted" && (
        <>
          <p>{words.unstarted}</p>
          <RuleLine rule={clock.rule} />
        </>
      )}
      {clock.state === "silent" && <p>{words.silent}</p>}
    </section>
  );
}

/** A rule with its value, where it stands, and whether a lawyer has looked at it. */
export function RuleLine({ rule }: { rule: DueRule }) {
  const { ruleName, measure, unverified, table } = useMessages().policies;
  return (
    <p className="text-sm text-soft">
      {ruleName(rule.key)}: {measure(rule)} (<span lang="vi">{rule.legalRef}</span>;{" "}
      {rule.statutory ? table.statutory : table.house}){" "}
      {!rule.verifiedBy && <Badge tone="due">{unverified}</Badge>}
    </p>
  );
}
