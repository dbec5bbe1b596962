import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { workCalendar } from "../policies/due.server.ts";
import { clashesOf, type Slot } from "./clashes.server.ts";
import { officeSlots, type Times } from "./free-slots.ts";
import { maySpeak } from "./series.server.ts";

const MOST = 5;

/**
 * The first hours, within two weeks from a moment on, at which a meeting of the same length meets with nothing: no other
 * meeting of the agency, of whoever presides or speaks, in the room, nor (for a press conference) another one in the
 * province; and at which the chosen spokesperson may speak. Fewer than five where there are fewer; never one that has
 * passed, nor one that the office is `barred` from.
 */
export async function freeSlotsFor(
  db: Db,
  agency: { id: string; provinceId: string },
  wanted: Slot,
  {
    after,
    now,
    barred = async () => false,
  }: { after: Moment; now: Moment; barred?: (startsAt: Moment) => Promise<boolean> },
): Promise<Times[]> {
  const minutes = Math.round((Date.parse(wanted.endsAt) - Date.parse(wanted.startsAt)) / 60_000);
  if (!(minutes > 0)) return [];
  const soonest = after > now ? after : now;
  const times = officeSlots(dayOf(soonest), minutes, await workCalendar(db)).filter(
    ({ startsAt }) => startsAt > soonest && startsAt !== wanted.startsAt,
  );
  const clashes = await clashesOf(
    db,
    agency,
    times.map((slot) => ({ ...wanted, ...slot })),
  );
  const free: Times[] = [];
  for (const slot of times.filter((_, place) => clashes[place]?.length === 0)) {
    if (free.length === MOST) break;
    if (!(await maySpeak(db, agency, wanted.spokespersonId, slot.startsAt))) continue;
    if (!(await barred(slot.startsAt))) free.push(slot);
  }
  return free;
}
