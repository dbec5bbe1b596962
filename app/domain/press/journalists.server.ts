import { randomBytes, randomUUID } from "node:crypto";
import type { Db, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { Beat } from "./beat.ts";
import { byGivenName, holdsWords } from "./folding.ts";
import type { JournalistDetails } from "./journalist.ts";
import { officeOf, provinceInHand } from "./scope.server.ts";

/**
 * Lists a journalist at a province's desk, with their consent (Law 91/2025 on personal data). An
 * e-mail address is listed once in a province; the outlet must be one of that province's.
 */
export async function listJournalist(
  db: Db,
  provinceId: string,
  details: JournalistDetails,
  signed: Signature,
) {
  if (!(await hasOutlet(db, provinceId, details.outletId)))
    return { ok: false, reason: "unknown-outlet" } as const;

  return db.transaction().execute(async (trx) => {
    const id = await enterJournalist(trx, provinceId, details, signed);
    if (!id) return { ok: false, reason: "email-listed" } as const;
    await record(trx, signed, {
      act: "journalist.listed",
      about: { id },
      agencyId: await officeOf(trx, provinceId),
      particulars: { name: details.name },
    });
    return { ok: true, id } as const;
  });
}

/** Writes a journalist into the books without an audit line; nothing when the address is listed already. */
export async function enterJournalist(
  trx: Db,
  provinceId: string,
  details: JournalistDetails,
  signed: Signature,
): Promise<string | undefined> {
  const { beats, ...columns } = details;
  const entered = await trx
    .insertInto("journalist")
    .values({
      id: randomUUID(),
      provinceId,
      ...columns,
      token: randomBytes(24).toString("base64url"),
      unsubscribedAt: null,
      createdAt: signed.at,
    })
    .onConflict((clash) => clash.columns(["provinceId", "email"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (entered) await keepBeats(trx, entered.id, beats);
  return entered?.id;
}

/** Changes what is kept about a journalist. Whether they get letters is theirs to say, not the desk's. */
export async function changeJournalist(
  db: Db,
  journalist: { id: string; provinceId: string },
  details: JournalistDetails,
  signed: Signature,
) {
  const { id, provinceId } = journalist;
  if (!(await hasOutlet(db, provinceId, details.outletId)))
    return { ok: false, reason: "unknown-outlet" } as const;

  return db.transaction().execute(async (trx) => {
    const { beats, ...columns } = details;
    const changed = await trx
      .updateTable("journalist")
      .set(columns)
      .where("id", "=", id)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("journalist as other")
              .select("other.id")
              .where("other.provinceId", "=", provinceId)
              .where("other.email", "=", details.email)
              .where("other.id", "!=", id),
          ),
        ),
      )
      .returning("id")
      .executeTakeFirst();
    if (!changed) return { ok: false, reason: "email-listed" } as const;
    await trx.deleteFrom("journalistBeat").where("journalistId", "=", id).execute();
    await keepBeats(trx, id, beats);
    await record(trx, signed, {
      act: "journalist.changed",
      about: journalist,
      agencyId: await officeOf(trx, provinceId),
      particulars: { name: details.name },
    });
    return { ok: true } as const;
  });
}

async function keepBeats(trx: Db, journalistId: string, beats: Beat[]) {
  if (beats.length === 0) return;
  await trx
    .insertInto("journalistBeat")
    .values([...new Set(beats)].map((beat) => ({ journalistId, beat })))
    .execute();
}

async function hasOutlet(db: Db, provinceId: string, outletId: string | null) {
  if (outletId === null) return true;
  const outlet = await db
    .selectFrom("outlet")
    .select("id")
    .where("id", "=", outletId)
    .where("provinceId", "=", provinceId)
    .executeTakeFirst();
  return outlet !== undefined;
}

/** The journalist with beats and lists, if the record is kept by this officer's province. */
export async function findJournalistFor(db: Db, officer: Officer, id: string) {
  const province = provinceInHand(officer);
  const journalist = await withOutlets(db)
    .where("journalist.id", "=", id)
    .$if(province !== undefined, (query) =>
      query.where("journalist.provinceId", "=", province as string),
    )
    .executeTakeFirst();
  if (!journalist) return undefined;
  const [beats, lists] = await Promise.all([
    beatsOf(db, [id]),
    db
      .selectFrom("pressListMember")
      .innerJoin("pressList", "pressList.id", "pressListMember.listId")
      .select(["pressList.id", "pressList.name"])
      .where("pressListMember.journalistId", "=", id)
      .orderBy("pressList.name")
      .execute(),
  ]);
  return { ...journalist, beats: beats.get(id) ?? [], lists };
}

export interface JournalistFilter {
  provinceId?: string | null; // an administrator's choice
  q?: string;
  beat?: Beat;
  outletId?: string;
  listId?: string;
  language?: "vi" | "en";
  page?: number;
}

const PAGE = 50;

/** One page of the journalists of an officer's province, by given name, with how many there are in all. */
export async function listJournalistsFor(db: Db, officer: Officer, filter: JournalistFilter) {
  const matching = await allJournalistsFor(db, officer, filter);
  const pages = Math.max(1, Math.ceil(matching.length / PAGE));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  const shown = matching.slice((page - 1) * PAGE, page * PAGE);
  const beats = await beatsOf(
    db,
    shown.map(({ id }) => id),
  );
  const journalists = shown.map((one) => ({ ...one, beats: beats.get(one.id) ?? [] }));
  return { journalists, page, pages, total: matching.length };
}

/** Every journalist that a filter leaves, by given name. Words are searched in name, address, telephone and outlet. */
export async function allJournalistsFor(db: Db, officer: Officer, filter: JournalistFilter) {
  const province = provinceInHand(officer, filter.provinceId);
  const { q = "", beat, outletId, listId, language } = filter;
  const rows = await withOutlets(db)
    .$if(province !== undefined, (query) =>
      query.where("journalist.provinceId", "=", province as string),
    )
    .$if(!!outletId, (query) => query.where("journalist.outletId", "=", outletId as string))
    .$if(!!language, (query) => query.where("journalist.language", "=", language as "vi"))
    .$if(!!beat, (query) => query.where("journalist.id", "in", onBeats(db, [beat as Beat])))
    .$if(!!listId, (query) => query.where("journalist.id", "in", onLists(db, [listId as string])))
    .execute();
  const wanted = q.trim()
    ? rows.filter((one) =>
        holdsWords([one.name, one.email, one.phone, one.outletName].join(" "), q),
      )
    : rows;
  return wanted.sort(byGivenName);
}

const BATCH = 500;

/**
 * Whom a choice of people, lists and beats means: each once, by given name, only those of the
 * province and only those who have not unsubscribed.
 */
export async function chooseJournalists(
  db: Db,
  provinceId: string,
  choice: { journalistIds?: string[]; listIds?: string[]; beats?: Beat[] },
): Promise<ChosenJournalist[]> {
  const { journalistIds = [], listIds = [], beats = [] } = choice;
  const subscribed = () =>
    withOutlets(db)
      .where("journalist.provinceId", "=", provinceId)
      .where("journalist.unsubscribedAt", "is", null);
  const chosen = await subscribed()
    .where((eb) =>
      eb.or([
        eb("journalist.id", "in", onLists(db, listIds)),
        eb("journalist.id", "in", onBeats(db, beats)),
      ]),
    )
    .execute();
  for (let from = 0; from < journalistIds.length; from += BATCH) {
    const ids = journalistIds.slice(from, from + BATCH);
    chosen.push(...(await subscribed().where("journalist.id", "in", ids).execute()));
  }
  return [...new Map(chosen.map((one) => [one.id, one])).values()].sort(byGivenName);
}

export type ChosenJournalist = Row<"journalist"> & { outletName: string | null };

function withOutlets(db: Db) {
  return db
    .selectFrom("journalist")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .selectAll("journalist")
    .select("outlet.name as outletName");
}

function onLists(db: Db, listIds: string[]) {
  return db.selectFrom("pressListMember").select("journalistId").where("listId", "in", listIds);
}

function onBeats(db: Db, beats: Beat[]) {
  return db.selectFrom("journalistBeat").select("journalistId").where("beat", "in", beats);
}

async function beatsOf(db: Db, journalistIds: string[]): Promise<Map<string, Beat[]>> {
  const rows = await db
    .selectFrom("journalistBeat")
    .selectAll()
    .where("journalistId", "in", journalistIds)
    .execute();
  const beats = new Map<string, Beat[]>();
  for (const { journalistId, beat } of rows)
    beats.set(journalistId, [...(beats.get(journalistId) ?? []), beat as Beat]);
  return beats;
}
