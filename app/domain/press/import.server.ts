import { dayOf, startOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";

import type { Sheet, SheetProblem } from "../spreadsheets/sheet.ts";
import type { Beat } from "./beat.ts";
import type { JournalistDetails } from "./journalist.ts";
import {
  type JournalistColumn,
  type JournalistRow,
  readJournalistRows,
} from "./journalist-sheet.ts";
import { beatsOf, enterJournalists, overwriteJournalist } from "./journalists.server.ts";
import { findOrEnterOutlet, listOutlets } from "./outlets.server.ts";
import { ListName } from "./press-list.ts";
import { enterList, enterMembers, findListByName } from "./press-lists.server.ts";
import { officeOf } from "./scope.server.ts";
import { groundsOf } from "./suppression.server.ts";

export interface ImportOptions {
  list?: string; // the name of the list they go on; begun when there is none
  dryRun: boolean;
  consentBasis?: string; // for rows that do not say; whoever imports answers for it
}

/** What an import did, or in a dry run would do. */
export interface ImportCounts {
  added: number; // new to the books
  changed: number; // known by their address, with something new in the row
  known: number; // known by their address, nothing new
  unsubscribed: number; // of those known: they stay so
  newOutlets: number;
  unconsented: number; // of those new: nothing shows their consent, so they are entered and never invited
  suppressed: number; // whose address gets no letters: it stays so, whatever the sheet says
}

export type ImportOutcome =
  | ({ ok: true; rows: number; problems: [] } & ImportCounts)
  | { ok: false; rows: number; problems: SheetProblem[] };

/**
 * Takes a sheet of journalists into a province's books and onto a list: every row's problem by
 * line, else all or nothing. An address that is known keeps its record, its consent and its
 * unsubscription; what the row states otherwise is taken over, what it leaves blank is not. Consent is what a row
 * shows, a day and a form of it, or what whoever imports answers for. Without either whoever is new waits for consent
 * and is not invited; a known one who waited is let in by it.
 */
export async function importJournalists(
  db: Db,
  provinceId: string,
  sheet: Sheet<JournalistColumn>,
  options: ImportOptions,
  signed: Signature,
): Promise<ImportOutcome> {
  if (!sheet.ok) return { ok: false, rows: 0, problems: sheet.problems };
  const { problems, journalists } = readJournalistRows(sheet.rows, dayOf(signed.at));
  const list = ListName.safeParse(options.list ?? "");
  if (options.list?.trim() && !list.success)
    problems.unshift({ line: 1, column: null, problem: "not-a-list-name" });
  const rows = sheet.rows.length;
  if (problems.length > 0) return { ok: false, rows, problems };
  const attested = { basis: options.consentBasis?.trim(), at: signed.at, by: signed.by.name };
  const people = journalists.map((row) => ({ ...row, consent: consentIn(row, attested) }));

  if (options.dryRun) {
    const stock = await takeStock(db, provinceId, people, async (name) => name);
    return { ok: true, rows, problems: [], ...countsOf(stock) };
  }
  return allOrNothing(db, async (trx) => {
    const stock = await takeStock(trx, provinceId, people, (name) =>
      findOrEnterOutlet(trx, provinceId, { name, type: "mixed" }, signed),
    );
    await takeIn(trx, provinceId, stock, signed);
    const about = await putOnList(trx, provinceId, people, list.data);
    await record(trx, signed, {
      act: "journalists.imported",
      about,
      agencyId: await officeOf(trx, provinceId),
      particulars: { rows, list: list.data ?? "" },
    });
    return { ok: true, rows, problems: [], ...countsOf(stock) };
  });
}

type Outlets = Map<string, string>; // ids, by how they are called

type Entry = JournalistRow & { consent: ReturnType<typeof consentIn> };

interface Stock {
  fresh: Entry[];
  met: { known: Row<"journalist">; news: Partial<JournalistDetails> }[];
  outlets: Outlets;
  newOutlets: number;
  suppressed: number;
}

/** Tells the new from the known; an outlet that is not in the books is entered, whatever that means to the caller. */
async function takeStock(
  db: Db,
  provinceId: string,
  rows: Entry[],
  enter: (name: string) => Promise<string>,
): Promise<Stock> {
  const outlets: Outlets = new Map();
  for (const { id, name } of await listOutlets(db, provinceId)) outlets.set(called(name), id);
  const before = outlets.size;
  for (const { outlet } of rows)
    if (outlet && !outlets.has(called(outlet))) outlets.set(called(outlet), await enter(outlet));

  const listed = await db
    .selectFrom("journalist")
    .selectAll()
    .where("provinceId", "=", provinceId)
    .execute();
  const byAddress = new Map(listed.map((one) => [one.email, one]));
  const knownIds = rows.flatMap(({ email }) => byAddress.get(email)?.id ?? []);
  const beats = await beatsOf(db, knownIds);

  const fresh = rows.filter(({ email }) => !byAddress.has(email));
  const met = rows.flatMap((row) => {
    const known = byAddress.get(row.email);
    return known ? [{ known, news: newsIn(row, known, beats.get(known.id) ?? [], outlets) }] : [];
  });
  const { size: suppressed } = await groundsOf(
    db,
    provinceId,
    rows.map(({ email }) => email),
  );
  return { fresh, met, outlets, newOutlets: outlets.size - before, suppressed };
}

/** An outlet is the same however its name is capitalised and spaced. */
function called(name: string): string {
  return name.toLocaleLowerCase("vi").replace(/\s+/g, " ");
}

/** What a row states otherwise than the record. A paper with another number brings its own last day, or none. */
function newsIn(
  row: Entry,
  known: Row<"journalist">,
  beats: Beat[],
  outlets: Outlets,
): Partial<JournalistDetails> {
  const until = (no: string | undefined, day: string | undefined, before: string | null) =>
    day ?? (no && no !== before ? null : undefined);
  const stated: Partial<JournalistDetails> = {
    name: row.name,
    phone: row.phone,
    language: row.language,
    outletId: outletIn(row, outlets),
    pressCardNo: row.press_card_no,
    pressCardUntilDay: until(row.press_card_no, row.press_card_until, known.pressCardNo),
    introLetterNo: row.intro_letter_no,
    introLetterUntilDay: until(row.intro_letter_no, row.intro_letter_until, known.introLetterNo),
    ...(known.awaitsConsentSince && row.consent),
  };
  const same = row.beats === undefined || sorted(row.beats) === sorted(beats);
  return {
    ...Object.fromEntries(
      Object.entries(stated).filter(
        ([name, value]) => value !== undefined && value !== known[name as keyof typeof known],
      ),
    ),
    ...(!same && { beats: row.beats }),
  };
}

function sorted(beats: Beat[]): string {
  return beats.toSorted().join();
}

function outletIn({ outlet }: JournalistRow, outlets: Outlets): string | undefined {
  return outlet && outlets.get(called(outlet));
}

interface Attested {
  basis: string | undefined; // what whoever imports answers for
  at: Moment;
  by: string;
}

/** The consent that a row shows, if it shows one whole, or else the one that is answered for. */
function consentIn(
  { consent_date: day, consent_basis: basis, consent_source: source }: JournalistRow,
  attested: Attested,
) {
  const awaitsConsentSince = null;
  if (day && basis)
    return {
      ...{ consentAt: startOf(day), consentBasis: basis, consentSource: source ?? null },
      awaitsConsentSince,
    };
  if (day || basis || !attested.basis) return undefined;
  return {
    ...{ consentAt: attested.at, consentBasis: attested.basis, consentSource: attested.by },
    awaitsConsentSince,
  };
}

function countsOf({ fresh, met, newOutlets, suppressed }: Stock): ImportCounts {
  const changed = met.filter(({ news }) => Object.keys(news).length > 0).length;
  return {
    added: fresh.length,
    changed,
    known: met.length - changed,
    unsubscribed: met.filter(({ known }) => known.unsubscribedAt !== null).length,
    newOutlets,
    unconsented: fresh.filter(({ consent }) => !consent).length,
    suppressed,
  };
}

async function takeIn(
  trx: Db,
  provinceId: string,
  { fresh, met, outlets }: Stock,
  signed: Signature,
) {
  const none = {
    ...{ consentAt: signed.at, consentBasis: "", consentSource: null },
    awaitsConsentSince: signed.at,
  };
  const details = fresh.map((row) => ({
    name: row.name,
    email: row.email,
    phone: row.phone ?? null,
    language: row.language ?? "vi",
    outletId: outletIn(row, outlets) ?? null,
    beats: row.beats ?? [],
    pressCardNo: row.press_card_no ?? null,
    pressCardUntilDay: row.press_card_until ?? null,
    introLetterNo: row.intro_letter_no ?? null,
    introLetterUntilDay: row.intro_letter_until ?? null,
    ...(row.consent ?? none),
  }));
  await enterJournalists(trx, provinceId, details, signed);
  for (const { known, news } of met)
    if (Object.keys(news).length > 0) await overwriteJournalist(trx, known.id, news);
}

/** Puts everybody of a sheet on the list of that name; answers what the deed is about. */
async function putOnList(
  trx: Db,
  provinceId: string,
  rows: JournalistRow[],
  name: string | undefined,
): Promise<{ id: string }> {
  const list =
    name &&
    ((await findListByName(trx, provinceId, name)) ?? (await enterList(trx, provinceId, name)));
  if (!list) return { id: provinceId };
  const wanted = new Set(rows.map(({ email }) => email));
  const listed = await trx
    .selectFrom("journalist")
    .select(["id", "email"])
    .where("provinceId", "=", provinceId)
    .execute();
  const ids = listed.filter(({ email }) => wanted.has(email)).map(({ id }) => id);
  await enterMembers(trx, list, ids);
  return list;
}
