import { DateTime } from "luxon";
import { HOME_OFFSET } from "#app/clock.ts";
import type { Moment, Row } from "#db/tables.ts";

type Answer = Pick<Row<"confirmation">, "confirmedAt" | "bouncedAt">;

/** The first moment of the quarter that a moment lies in, in Viet Nam. */
export function quarterStart(at: Moment): Moment {
  const start = DateTime.fromISO(at, { zone: HOME_OFFSET }).startOf("quarter");
  return start.toUTC().toISO() as Moment;
}

/** When an entry was last said to be right, as known at a moment; nothing if it never was. */
export function lastConfirmed(answers: Answer[], at: Moment): Moment | null {
  return latest(
    answers.map(({ confirmedAt }) => confirmedAt),
    at,
  );
}

/**
 * Whether an entry stands unconfirmed: it was neither published nor confirmed since the quarter
 * began, or the letter that asked came back and nobody has confirmed it since.
 */
export function isUnconfirmed(publishedAt: Moment, answers: Answer[], at: Moment): boolean {
  const confirmed = lastConfirmed(answers, at);
  const bounced = latest(
    answers.map(({ bouncedAt }) => bouncedAt),
    at,
  );
  const sure = confirmed && confirmed > publishedAt ? confirmed : publishedAt;
  return sure < quarterStart(at) || (bounced !== null && bounced > sure);
}

function latest(moments: (Moment | null)[], at: Moment): Moment | null {
  return (
    moments
      .filter((one) => one !== null && one <= at)
      .toSorted()
      .at(-1) ?? null
  );
}
