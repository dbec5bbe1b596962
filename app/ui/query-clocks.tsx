import { dueUntil } from "#app/domain/policies/due-sentence.ts";
import type { QueryClocks } from "#app/domain/queries/clocks.server.ts";
import type { Query, QueryPhase } from "#app/domain/queries/query.ts";
import type { Urgency } from "#app/domain/queries/urgency.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { Card } from "./card.tsx";
import { CountdownBadge, Explanation } from "./countdown.tsx";
import { TimeText } from "./time.tsx";

const PHASE_TONES: Record<QueryPhase, BadgeTone> = {
  received: "due",
  in_hand: "calm",
  held: "calm",
  answered: "done",
  partly: "done",
  refused: "plain",
  withdrawn: "plain",
  forwarded: "plain",
};

export function QueryPhaseBadge({ phase }: { phase: QueryPhase }) {
  return <Badge tone={PHASE_TONES[phase]}>{useMessages().queries.phases[phase]}</Badge>;
}

/** That a query which was answered is in hand again, since its asker said so. */
export function ReopenedBadge({ query }: { query: Pick<Query, "disputedAt" | "outcome"> }) {
  const words = useMessages().queries;
  return query.disputedAt && !query.outcome ? <Badge tone="late">{words.reopened}</Badge> : null;
}

const URGENCY_TONES: Record<Urgency, BadgeTone> = {
  ...{ late: "late", soon: "due", calm: "calm", done: "done" },
};

export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  return <Badge tone={URGENCY_TONES[urgency]}>{useMessages().queries.urgencies[urgency]}</Badge>;
}

interface Running {
  clocks: QueryClocks;
  query: Pick<Query, "outcomeAt">;
  now: Moment;
}

/** The law's time in a row of a list. */
export function LawClock({ clocks: { statutory, waitsFor }, query, now }: Running) {
  const words = useMessages().queries.list;
  if (statutory) return <CountdownBadge due={statutory} now={now} doneAt={query.outcomeAt} />;
  return <span className="text-soft">{waitsFor ? words.afterConclusion : words.noNumber}</span>;
}

/** What the agency promised, in a row of a list. */
export function HouseClock({ clocks: { house, promisedAt }, query, now }: Running) {
  if (promisedAt)
    return (
      <span className={!query.outcomeAt && promisedAt <= now ? "font-semibold text-late" : ""}>
        <TimeText at={promisedAt} />
      </span>
    );
  return house ? (
    <CountdownBadge due={house} now={now} doneAt={query.outcomeAt} />
  ) : (
    <span className="text-soft">–</span>
  );
}

interface Promised {
  id: string;
  dueAt: Moment;
  madeAt: Moment;
  reason: string;
}

/** Both clocks side by side as plain sentences, plainly told apart; how each was counted can be opened. */
export function TwoClocks({ clocks, query, promises, now }: Running & { promises: Promised[] }) {
  const all = useMessages();
  const words = all.queries.clocks;
  const { statutory, waitsFor, house, promisedAt } = clocks;
  const { outcomeAt } = query;
  return (
    <Card title={words.title}>
      <div className="grid gap-6 md:grid-cols-2">
        <section aria-label={words.law} className="min-w-0">
          <h3 className="mb-2 text-lg">{words.law}</h3>
          {statutory ? (
            <>
              <p className="mb-2">{words.lawUntil(dueUntil(all, statutory))}</p>
              <p className="mb-2">
                <CountdownBadge due={statutory} now={now} doneAt={outcomeAt} />
              </p>
              <details>
                <summary className="w-fit text-sm">{words.why}</summary>
                <div className="mt-2 grid gap-2">
                  <Explanation due={statutory} />
                </div>
              </details>
            </>
          ) : (
            <p className="text-soft">{waitsFor ? words.lawWaits : words.lawNone}</p>
          )}
        </section>
        <section aria-label={words.house} className="min-w-0">
          <h3 className="mb-2 text-lg">{words.house}</h3>
          {promisedAt && (
            <p
              className={`mb-2 ${!outcomeAt && promisedAt <= now ? "font-semibold text-late" : ""}`}
            >
              {words.promised(shortTime(promisedAt))}
              {!outcomeAt && promisedAt <= now && ` ${words.promisedLate}`}
            </p>
          )}
          {house && (
            <>
              <p className={`mb-2 ${promisedAt ? "text-soft" : ""}`}>
                {words.houseUntil(dueUntil(all, house))}
              </p>
              {!promisedAt && (
                <p className="mb-2">
                  <CountdownBadge due={house} now={now} doneAt={outcomeAt} />
                </p>
              )}
              <details>
                <summary className="w-fit text-sm">{words.why}</summary>
                <div className="mt-2 grid gap-2">
                  <Explanation due={house} />
                </div>
              </details>
            </>
          )}
          {!house && !promisedAt && <p className="text-soft">{words.houseNone}</p>}
          {promisedAt && statutory && (
            <p className="mt-2 text-sm text-soft">{words.hidesNothing}</p>
          )}
          <PromiseHistory promises={promises} />
        </section>
      </div>
    </Card>
  );
}

function PromiseHistory({ promises }: { promises: Promised[] }) {
  const words = useMessages().queries.clocks;
  if (promises.length === 0) return null;
  return (
    <details className="mt-3" open={promises.length > 1 || undefined}>
      <summary className="w-fit text-sm">{words.history}</summary>
      <ol className="mt-2 grid gap-2">
        {promises.map(({ id, dueAt, madeAt, reason }) => (
          <li key={id}>
            <TimeText at={madeAt} /> → <TimeText at={dueAt} />
            <span className="block whitespace-pre-line text-sm text-soft wrap-anywhere">
              {reason}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
