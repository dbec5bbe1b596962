import { z } from "zod";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { BEATS, type Beat } from "../press/beat.ts";
import { chooseJournalists, listJournalistsFor } from "../press/journalists.server.ts";
import { listPressListsFor } from "../press/press-lists.server.ts";

/** Picked one by one, so many at most: the choice is carried in an address. More belong on a list. */
const MOST_PICKED = 200;

const id = z.string().max(100);

/** Whom to invite, as a form or an address says it; what is not understood is left out. */
const Choice = z.object({
  listIds: z.array(id).catch([]),
  beats: z.array(z.enum(BEATS)).catch([]),
  journalistIds: z.array(id).catch([]),
});
export type Choice = z.output<typeof Choice>;

export function readChoice(query: URLSearchParams | FormData): Choice {
  const known: readonly string[] = BEATS;
  return Choice.parse({
    listIds: query.getAll("list"),
    beats: query.getAll("beat").filter((beat) => known.includes(String(beat))),
    journalistIds: query.getAll("person").slice(0, MOST_PICKED),
  });
}

/** The lists and beats of a province's press, each with how many people would be invited by it. */
export async function choicesOf(db: Db, officer: Officer, provinceId: string) {
  const [lists, beats] = await Promise.all([
    listPressListsFor(db, officer, provinceId),
    peopleOnBeats(db, provinceId),
  ]);
  return {
    lists: lists.map(({ id, name, members, unsubscribed }) => {
      return { id, name, people: members - unsubscribed };
    }),
    beats: BEATS.flatMap((beat) => {
      const people = beats.get(beat) ?? 0;
      return people > 0 ? [{ beat, people }] : [];
    }),
  };
}

async function peopleOnBeats(db: Db, provinceId: string): Promise<Map<Beat, number>> {
  const rows = await db
    .selectFrom("journalistBeat")
    .innerJoin("journalist", "journalist.id", "journalistBeat.journalistId")
    .select(["beat", ({ fn }) => fn.countAll<number>().as("people")])
    .where("journalist.provinceId", "=", provinceId)
    .where("journalist.unsubscribedAt", "is", null)
    .groupBy("beat")
    .execute();
  return new Map(rows.map(({ beat, people }) => [beat as Beat, people]));
}

/** Who would get a letter by a choice, and how many of those chosen were invited before. */
export async function guestsOf(
  db: Db,
  meeting: { id: string; provinceId: string },
  choice: Choice,
) {
  const [chosen, invited] = await Promise.all([
    chooseJournalists(db, meeting.provinceId, choice),
    invitedTo(db, meeting),
  ]);
  const guests = chosen.filter(({ id }) => !invited.has(id));
  return { guests, already: chosen.length - guests.length, invited };
}

/** The journalists who are invited to a meeting. */
async function invitedTo(db: Db, meeting: { id: string }): Promise<Set<string>> {
  const rows = await db
    .selectFrom("invitation")
    .select("journalistId")
    .where("meetingId", "=", meeting.id)
    .execute();
  return new Set(rows.map(({ journalistId }) => journalistId));
}

/**
 * All that is needed to choose whom to invite: lists, beats, whoever a search finds, what is chosen so far
 * and how many letters that makes.
 */
export async function chooserFor(
  db: Db,
  officer: Officer,
  meeting: { id: string; provinceId: string },
  choice: Choice,
  q: string,
) {
  const { provinceId } = meeting;
  const [choices, { guests, already, invited }, matching] = await Promise.all([
    choicesOf(db, officer, provinceId),
    guestsOf(db, meeting, choice),
    q ? listJournalistsFor(db, officer, { provinceId, q }) : { journalists: [] },
  ]);
  return {
    ...choices,
    choice,
    q,
    already,
    full: choice.journalistIds.length >= MOST_PICKED,
    guests: guests.length,
    picked: guests.filter(({ id }) => choice.journalistIds.includes(id)).map(personOf),
    found: matching.journalists.map((one) => ({
      ...personOf(one),
      invited: invited.has(one.id),
      unsubscribed: one.unsubscribedAt !== null,
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
