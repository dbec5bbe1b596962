import { randomUUID } from "node:crypto";
import type { ExpressionBuilder } from "kysely";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Language, Row, Tables } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { trustAddress } from "../mail/address-failure.server.ts";
import { newToken } from "../mail/subaddress.ts";
import { pageOf } from "../paging/page.ts";
import { keepAreas } from "./areas.server.ts";
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

  return allOrNothing(db, async (trx) => {
    const [id] = await enterJournalists(trx, provinceId, [details], signed);
    if (!id) return { ok: false, reason: "email-listed" } as const;
    await keepAreas(trx, id, details.areaIds ?? []);
    await record(trx, signed, {
      act: "journalist.listed",
      about: { id },
      agencyId: await officeOf(trx, provinceId),
      particulars: { name: details.name },
    });
    return { ok: true, id } as const;
  });
}

const ROWS_AT_ONCE = 200; // SQLite takes 32,766 values in one statement

/** Writes journalists into the books without an audit line, and answers the ids of those whose address was not listed yet. */
export async function enterJournalists(
  trx: Db,
  provinceId: string,
  all: JournalistDetails[],
  signed: Signature,
): Promise<string[]> {
  const entered: string[] = [];
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
    const some = all.slice(from, from + ROWS_AT_ONCE);
    const rows = await trx
      .insertInto("journalist")
      .values(some.map((details) => rowOf(provinceId, details, signed)))
      .onConflict((clash) => clash.columns(["provinceId", "email"]).doNothing())
      .returning(["id", "email"])
      .execute();
    const idOf = new Map(rows.map(({ id, email }) => [email, id]));
    await keepBeats(
      trx,
      some.flatMap(({ email, beats }) => {
        const journalistId = idOf.get(email);
        return journalistId ? beats.map((beat) => ({ journalistId, beat })) : [];
      }),
    );
    entered.push(...idOf.values());
  }
  return entered;
}

function rowOf(
  provinceId: string,
  { beats: _, areaIds: __, ...columns }: JournalistDetails,
  signed: Signature,
) {
  return {
    ...columns,
    id: randomUUID(),
    provinceId,
    token: newToken(),
    unsubscribedAt: null,
    createdAt: signed.at,
  };
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

  return allOrNothing(db, async (trx) => {
    const other = await trx
      .selectFrom("journalist")
      .select("id")
      .where("provinceId", "=", provinceId)
      .where("email", "=", details.email)
      .where("id", "!=", id)
      .executeTakeFirst();
    if (other) return { ok: false, reason: "email-listed" } as const;
    await overwriteJournalist(trx, id, details);
    await record(trx, signed, {
      act: "journalist.changed",
      about: journalist,
      agencyId: await officeOf(trx, provinceId),
      particulars: { name: details.name },
    });
    return { ok: true } as const;
  });
}

/** Takes an address to be right that letters came back from. */
export async function trustJournalistAddress(
  db: Db,
  { id, provinceId, name }: { id: string; provinceId: string; name: string },
  signed: Signature,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trustAddress(trx, id);
    const agencyId = await officeOf(trx, provinceId);
    const particulars = { name };
    await record(trx, signed, { act: "journalist.changed", about: { id }, agencyId, particulars });
  });
}

/** Overwrites some of what is kept about a journalist, without an audit line. */
export async function overwriteJournalist(
  trx: Db,
  id: string,
  { beats, areaIds, ...columns }: Partial<JournalistDetails>,
) {
  // Nothing is known against an address that becomes another.
  if (columns.email !== undefined)
    await trx
      .updateTable("journalist")
      .set({ bouncedAt: null, bounce: null })
      .where("id", "=", id)
      .where("email", "!=", columns.email)
      .execute();
  if (Object.keys(columns).length > 0)
    await trx.updateTable("journalist").set(columns).where("id", "=", id).execute();
  if (areaIds) await keepAreas(trx, id, areaIds);
  if (!beats) return;
  await trx.deleteFrom("journalistBeat").where("journalistId", "=", id).execute();
  await keepBeats(
    trx,
    beats.map((beat) => ({ journalistId: id, beat })),
  );
}

async function keepBeats(trx: Db, rows: { journalistId: string; beat: Beat }[]) {
  if (rows.length === 0) return;
  await trx
    .insertInto("journalistBeat")
    .values(rows)
    .onConflict((clash) => clash.columns(["journalistId", "beat"]).doNothing())
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
  const journalist = await onRecord(db)
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
  areaId?: string;
  page?: number;
}

const PAGE = 50;

/** One page of the journalists of an officer's province, by given name, with how many there are in all. */
export async function listJournalistsFor(db: Db, officer: Officer, filter: JournalistFilter) {
  const matching = await allJournalistsFor(db, officer, filter);
  const { shown, ...place } = pageOf(matching, filter.page ?? 1, PAGE);
  const beats = await beatsOf(
    db,
    shown.map(({ id }) => id),
  );
  const journalists = shown.map((one) => ({ ...one, beats: beats.get(one.id) ?? [] }));
  return { journalists, ...place };
}

/** Every journalist that a filter leaves, by given name. Words are searched in name, address, telephone and outlet. */
export async function allJournalistsFor(db: Db, officer: Officer, filter: JournalistFilter) {
  const province = provinceInHand(officer, filter.provinceId);
  const { q = "", beat, outletId, listId, language, areaId } = filter;
  const rows = await onRecord(db)
    .$if(province !== undefined, (query) =>
      query.where("journalist.provinceId", "=", province as string),
    )
    .$if(!!outletId, (query) => query.where("journalist.outletId", "=", outletId as string))
    .$if(!!language, (query) => query.where("journalist.language", "=", language as "vi"))
    .$if(!!beat, (query) => query.where("journalist.id", "in", onBeats(db, [beat as Beat])))
    .$if(!!areaId, (query) => query.where((eb) => from(eb as never, areaId as string)))
    .$if(!!listId, (query) => query.where("journalist.id", "in", onLists(db, [listId as string])))
    .execute();
  const wanted = q.trim()
    ? rows.filter(({ name, email, phone, outletName }) =>
        holdsWords([name, email, phone, phone?.replace(/\D/g, ""), outletName].join(" "), q),
      )
    : rows;
  return wanted.sort(byGivenName);
}

const BATCH = 500;

/**
 * Whom a choice of people, lists, beats and outlets means, the latter three in one language and from one area where
 * that is said (all of those, where nothing else is), with `wide` those too who report from all of the province: each
 * once, by given name, only those of the
 * province (of any, where none is named) and only those who take letters.
 */
export async function chooseJournalists(
  db: Db,
  provinceId: string | undefined,
  choice: {
    journalistIds?: string[];
    listIds?: string[];
    beats?: Beat[];
    outletIds?: string[];
    language?: Language;
    areaId?: string;
    wide?: boolean;
  },
): Promise<ChosenJournalist[]> {
  const { journalistIds = [], listIds = [], beats = [], outletIds = [], language, areaId } = choice;
  const isNarrowedOnly =
    (language || areaId) && listIds.length + beats.length + outletIds.length === 0;
  const subscribed = () =>
    withOutlets(db)
      .$if(provinceId !== undefined, (query) =>
        query.where("journalist.provinceId", "=", provinceId as string),
      )
      .where(takesLetters);
  const chosen = await subscribed()
    .where((eb) =>
      eb.or([
        eb("journalist.id", "in", onLists(db, listIds)),
        eb("journalist.id", "in", onBeats(db, beats)),
        eb("journalist.outletId", "in", outletIds),
        ...(isNarrowedOnly ? [eb.lit(true) as never] : []),
      ]),
    )
    .$if(language !== undefined, (query) =>
      query.where("journalist.language", "=", language as Language),
    )
    .$if(areaId !== undefined, (query) =>
      query.where((eb) => from(eb as never, areaId as string, choice.wide)),
    )
    .execute();
  for (let from = 0; from < journalistIds.length; from += BATCH) {
    const ids = journalistIds.slice(from, from + BATCH);
    chosen.push(...(await subscribed().where("journalist.id", "in", ids).execute()));
  }
  return [...new Map(chosen.map((one) => [one.id, one])).values()].sort(byGivenName);
}

/** Whom letters may go to: consent is on record, they have not unsubscribed, and their address is not kept from them. */
export function takesLetters(eb: ExpressionBuilder<Tables, "journalist">) {
  const suppressed = eb
    .selectFrom("suppression")
    .select("suppression.id")
    .whereRef("suppression.provinceId", "=", "journalist.provinceId")
    .whereRef("suppression.email", "=", "journalist.email")
    .where("suppression.liftedAt", "is", null);
  return eb.and([
    eb("journalist.unsubscribedAt", "is", null),
    eb("journalist.awaitsConsentSince", "is", null),
    eb.not(eb.exists(suppressed)),
  ]);
}

/** What choosing and writing to somebody takes; of thousands, no more is read. */
export type ChosenJournalist = Pick<
  Row<"journalist">,
  "id" | "name" | "email" | "language" | "outletId" | "token"
> & { outletName: string | null };

function withOutlets(db: Db) {
  return db
    .selectFrom("journalist")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .select([
      ...(["journalist.id", "journalist.name", "journalist.email"] as const),
      ...(["journalist.language", "journalist.outletId", "journalist.token"] as const),
      "outlet.name as outletName",
    ]);
}

/** Everything but the token, which is the journalist's own key and never leaves for the desk's pages. */
function onRecord(db: Db) {
  return db
    .selectFrom("journalist")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .where("journalist.erasedAt", "is", null)
    .select([
      "outlet.name as outletName",
      "journalist.id",
      "journalist.provinceId",
      "journalist.outletId",
      "journalist.name",
      "journalist.email",
      "journalist.phone",
      "journalist.language",
      "journalist.pressCardNo",
      "journalist.pressCardUntilDay",
      "journalist.introLetterNo",
      "journalist.introLetterUntilDay",
      "journalist.introLetterFor",
      "journalist.consentAt",
      "journalist.consentBasis",
      "journalist.consentSource",
      "journalist.awaitsConsentSince",
      "journalist.unsubscribedAt",
      "journalist.createdAt",
      "journalist.erasedAt",
      "journalist.bouncedAt",
      "journalist.bounce",
    ]);
}

function onLists(db: Db, listIds: string[]) {
  return db.selectFrom("pressListMember").select("journalistId").where("listId", "in", listIds);
}

function onBeats(db: Db, beats: Beat[]) {
  return db.selectFrom("journalistBeat").select("journalistId").where("beat", "in", beats);
}

/** Who reports from an area; with `wide` whoever named none too, since that is all of the province. */
function from(eb: ExpressionBuilder<Tables, "journalist">, areaId: string, wide = false) {
  const named = eb
    .selectFrom("journalistArea")
    .select("journalistArea.areaId")
    .whereRef("journalistArea.journalistId", "=", "journalist.id");
  const there = eb.exists(named.where("journalistArea.areaId", "=", areaId));
  return wide ? eb.or([there, eb.not(eb.exists(named))]) : there;
}

/** What each of these journalists reports on. */
export async function beatsOf(db: Db, journalistIds: string[]): Promise<Map<string, Beat[]>> {
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
