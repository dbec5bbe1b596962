import type { Outcome } from "#app/domain/incidents/incident.ts";
import type { IncidentListed } from "#app/domain/incidents/incidents.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { CountdownBadge } from "./countdown.tsx";
import { TimeText } from "./time.tsx";

const TONES: Record<Outcome, BadgeTone> = {
  on_time: "done",
  late: "late",
  answered: "done",
  running: "due",
  overdue: "late",
  unanswered: "plain",
};

/** Whether the press has been informed of an incident, in a word. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <Badge tone={TONES[outcome]}>{useMessages().incidents.outcomes[outcome]}</Badge>;
}

type Clocked = Pick<
  IncidentListed,
  "clock" | "statementAt" | "nextUpdateAt" | "outcome" | "closedAt"
>;

/** What runs out next: the law's clock until something is said, then the next word that was promised. */
export function IncidentClockText({ incident, now }: { incident: Clocked; now: Moment }) {
  const words = useMessages().incidents;
  const { clock, statementAt, nextUpdateAt, outcome, closedAt } = incident;
  if (statementAt || closedAt)
    return (
      <>
        <OutcomeBadge outcome={outcome} />
        {!closedAt && nextUpdateAt && (
          <span className={`block text-sm ${nextUpdateAt <= now ? "text-late" : "text-soft"}`}>
            {nextUpdateAt <= now ? words.room.nextUpdateOver : words.room.nextUpdate}{" "}
            <TimeText at={nextUpdateAt} />
          </span>
        )}
      </>
    );
  if (clock?.due) return <CountdownBadge due={clock.due} now={now} />;
  return (
    <span className="text-soft">{clock ? words.room.waiting[clock.from] : words.room.noClock}</span>
  );
}
