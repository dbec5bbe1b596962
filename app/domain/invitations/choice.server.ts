import { z } from "zod";
import type { Db, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { peopleOfAreas } from "../press/area-coverage.server.ts";
import { BEATS, type Beat } from "../press/beat.ts";
import { byName } from "../press/folding.ts";
import {
  type ChosenJournalist,
  chooseJournalists,
  listJournalistsFor,
  takesLetters,
} from "../press/journalists.server.ts";
import { listPressListsFor } from "../press/press-lists.server.ts";
import { groundsOf } from "../press/suppression.server.ts";
import { roomOf } from "./seats.server.ts";

/** Picked one by one, so many at most: the choice is carried in an address. More belong on a list. */
const MOST_PICKED = 200;

const MOST_OF_AN_OUTLET = 1000;

const id = z.string().max(100);

/** Whom to invite, as a form or an address says it; what is not understood is left out. */
const Choice = z.object({
  listIds: z.array(id).catch([]),
  beats: z.array(z.enum(BEATS)).catch([]),
  outletIds: z.array(id).catch([]),
  language: z.enum(["vi", "en"]).optional().catch(undefined), // narrows what the above choose
  areaId: id.min(1).optional().catch(undefined), // and so does where they report from
  wide: z
    .literal("on")
    .transform(() => true)
    .optional()
    .catch(undefined), // all of the province, too
  most: z.coerce.number().int().min(1).max(MOST_OF_AN_OUTLET).optional().catch(undefined), // of one outlet
  journalistIds: z.array(id).catch([]),
});
export type Choice = z.output<typeof Choice>;

/** Whom an officer chose, as an address or a form says it. What is unknown or too much is left out, never refused. */
export function readChoice(query: URLSearchParams | FormData): Choice {
  const known: readonly string[] = BEATS;
  return Choice.parse({
    listIds: query.getAll("list"),
    beats: query.getAll("beat").filter((beat) => known.includes(String(beat))),
    outletIds: query.getAll("outlet"),
    language: query.get("language"),
    areaId: query.get("area") ?? undefined,
    wide: query.get("wide") ?? undefined,
    most: query.getAll("most").at(-1) || undefined, // the last: a button says it after the list
    journalistIds: query.getAll("person").slice(0, MOST_PICKED),
  });
}

/** The lists, beats, outlets and areas of a province's press, each with how many people would be invited by it. */
export async function choicesOf(db: Db, officer: Officer, provinceId: string) {
  const [lists, beats, outlets, areas] = await Promise.all([
    listPressListsFor(db, officer, provinceId),
    peopleOnBeats(db, provinceId),
    peopleOfOutlets(db, provinceId),
    peopleOfAreas(db, provinceId),
  ]);
  return {
    outlets,
    areas,
    lists: lists.map(({ id, name, readers }) => ({ id, name, people: readers })),
    beats: BEATS.flatMap((beat) => {
      const people = beats.get(beat) ?? 0;
      return people > 0 ? [{ beat, people }] : [];
    }),
  };
}

/** The outlets of a province that have anybody to invite, by name. */
async function peopleOfOutlets(db: Db, provinceId: string) {
  const rows = await db
    .selectFrom("journalist")
    .innerJoin("outlet", "outlet.id", "journalist.outletId")
    .select(["outlet.id", "outlet.name", ({ fn }) => fn.countAll<number>().as("people")])
    .where("journalist.provinceId", "=", provinceId)
    .where(takesLetters)
    .groupBy(["outlet.id", "outlet.name"])
    .execute();
  return rows.sort(byName);
}

async function peopleOnBeats(db: Db, provinceId: string): Promise<Map<Beat, number>> {
  const rows = await db
    .selectFrom("journalistBeat")
    .innerJoin("journalist", "journalist.id", "journalistBeat.journalistId")
    .select(["beat", ({ fn }) => fn.countAll<number>().as("people")])
    .where("journalist.provinceId", "=", provinceId)
    .where((eb) => takesLetters(eb as never))
    .groupBy("beat")
    .execute();
  return new Map(rows.map(({ beat, people }) => [beat as Beat, people]));
}

/**
 * Who would get a letter by a choice, and how many of those chosen were invited before. Where the choice says how
 * many of one outlet at most, the others are left out (`trimmed`): whoever was picked by name comes first, and
 * those invited before count. `over` is how many outlets have more than the meeting's own quota.
 */
export async function guestsOf(db: Db, meeting: Chosen, choice: Choice) {
  const [chosen, invited, room] = await Promise.all([
    chooseJournalists(db, meeting.provinceId, choice),
    invitedTo(db, meeting),
    roomOf(db, meeting),
  ]);
  const fresh = chosen.filter(({ id }) => !invited.has(id));
  const guests = choice.most ? ofEachAtMost(choice.most, fresh, invited, choice) : fresh;
  return {
    guests,
    invited,
    already: chosen.length - fresh.length,
    trimmed: fresh.length - guests.length,
    quota: room.quota,
    over: room.quota ? outletsOver(room.quota, guests, invited) : 0,
  };
}

type Chosen = Pick<
  Row<"meeting">,
  "id" | "agencyId" | "venue" | "venueCapacity" | "outletQuota"
> & {
  provinceId: string;
};

function ofEachAtMost(
  most: number,
  fresh: ChosenJournalist[],
  invited: Map<string, string | null>,
  { journalistIds }: Choice,
) {
  const counts = countsOf([...invited.values()]);
  const picked = new Set(journalistIds);
  const kept = new Set<string>();
  const inOrder = [
    ...fresh.filter(({ id }) => picked.has(id)),
    ...fresh.filter(({ id }) => !picked.has(id)),
  ];
  for (const { id, outletId } of inOrder) {
    const count = outletId ? (counts.get(outletId) ?? 0) : 0;
    if (outletId && count >= most) continue;
    kept.add(id);
    if (outletId) counts.set(outletId, count + 1);
  }
  return fresh.filter(({ id }) => kept.has(id));
}

function outletsOver(
  quota: number,
  guests: ChosenJournalist[],
  invited: Map<string, string | null>,
): number {
  const chosen = new Set(guests.map(({ outletId }) => outletId));
  const counts = countsOf([...invited.values(), ...guests.map(({ outletId }) => outletId)]);
  return [...counts].filter(([outlet, count]) => chosen.has(outlet) && count > quota).length;
}

function countsOf(outletIds: (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of outletIds) if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** The journalists who are invited to a meeting, with their outlets. */
async function invitedTo(db: Db, meeting: { id: string }): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .select(["invitation.journalistId", "journalist.outletId"])
    .where("invitation.meetingId", "=", meeting.id)
    .execute();
  return new Map(rows.map(({ journalistId, outletId }) => [journalistId, outletId]));
}

/**
 * All that is needed to choose whom to invite: lists, beats, whoever a search finds, what is chosen so far
 * and how many letters that makes.
 */
export async function chooserFor(
  db: Db,
  officer: Officer,
  meeting: Chosen,
  choice: Choice,
  q: string,
) {
  const { provinceId } = meeting;
  const [choices, { guests, invited, ...counts }, matching] = await Promise.all([
    choicesOf(db, officer, provinceId),
    guestsOf(db, meeting, choice),
    q ? listJournalistsFor(db, officer, { provinceId, q }) : { journalists: [] },
  ]);
  const found = matching.journalists.map(({ email }) => email);
  const suppressed = await groundsOf(db, provinceId, found);
  return {
    ...choices,
    choice,
    q,
    ...counts,
    full: choice.journalistIds.length >= MOST_PICKED,
    guests: guests.length,
    picked: guests.filter(({ id }) => choice.journalistIds.includes(id)).map(personOf),
    found: matching.journalists.map((one) => ({
      ...personOf(one),
      invited: invited.has(one.id),
      unsubscribed: one.unsubscribedAt !== null,
      awaitsConsent: one.awaitsConsentSince !== null,
      suppressed: suppressed.has(one.email),
    })),
  };
}

function personOf({
  id,
  name,
  outletName,
}: {
  id: string;
  name: string;
  outletName: string | null;
}) {
  return { id, name, outletName };
}
