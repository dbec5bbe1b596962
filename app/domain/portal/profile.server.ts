import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import { record as writeDown } from "../audit/audit.server.ts";
import { areaLinesOf, keepAreas, readAreas } from "../press/areas.server.ts";
import { beatsOf, overwriteJournalist } from "../press/journalists.server.ts";
import { findOrEnterOutlet } from "../press/outlets.server.ts";
import { officeOf } from "../press/scope.server.ts";
import type { ForeignPaper, Profile, ProfileKept } from "./profile-form.ts";
import { holdRecord } from "./records.server.ts";
import { byJournalist, type OwnRecord } from "./visitor.ts";

/** What a province keeps about a journalist that is theirs to change. */
export async function profileOf(db: Db, { id }: OwnRecord): Promise<ProfileKept> {
  const [row, beats, areas] = await Promise.all([
    db
      .selectFrom("journalist")
      .leftJoin("outlet", "outlet.id", "journalist.outletId")
      .select(["journalist.name", "journalist.phone", "journalist.language"])
      .select(["journalist.pressCardNo", "journalist.pressCardUntilDay"])
      .select(["journalist.introLetterNo", "journalist.introLetterUntilDay"])
      .select(["journalist.introLetterFor", "outlet.name as outletName"])
      .where("journalist.id", "=", id)
      .executeTakeFirstOrThrow(),
    beatsOf(db, [id]),
    areaLinesOf(db, id),
  ]);
  return {
    ...row,
    beats: beats.get(id) ?? [],
    areas,
  };
}

export type ProfileOutcome =
  | { ok: true; changed: string[] }
  | { ok: false; reason: "unknown" }
  | { ok: false; reason: "unknown-area"; areas: string[] };

/**
 * Writes what journalists change about themselves into the province's record, with a line in the log that says so
 * and names the fields, never what stands in them. Refused: `unknown-area`, with the lines that name none or several
 * of the province's areas.
 */
export async function changeProfile(
  db: Db,
  own: OwnRecord,
  wanted: Profile,
  at: Moment,
): Promise<ProfileOutcome> {
  const signed = byJournalist(own, at);
  return allOrNothing<ProfileOutcome>(db, async (trx) => {
    if (!(await holdRecord(trx, own))) return { ok: false, reason: "unknown" };
    const before = await profileOf(trx, own);
    const areas = await readAreas(trx, own.provinceId, wanted.areas ?? "");
    if (areas.unknown.length > 0)
      return { ok: false, reason: "unknown-area", areas: areas.unknown };
    const { outlet, areas: _, ...details } = wanted;
    const columns = {
      ...{ name: details.name, phone: details.phone ?? null, language: details.language },
      pressCardNo: details.pressCardNo ?? null,
      pressCardUntilDay: details.pressCardUntilDay ?? null,
      introLetterNo: details.introLetterNo ?? null,
      introLetterUntilDay: details.introLetterUntilDay ?? null,
    };
    const outletId = outlet
      ? await findOrEnterOutlet(trx, own.provinceId, { name: outlet, type: "mixed" }, signed)
      : null;
    await overwriteJournalist(trx, own.id, { ...columns, outletId, beats: details.beats });
    await trx
      .updateTable("journalist")
      .set({ introLetterFor: details.introLetterFor ?? null })
      .where("id", "=", own.id)
      .execute();
    await keepAreas(trx, own.id, areas.ids);
    const changed = differences(before, await profileOf(trx, own));
    if (changed.length > 0)
      await writeDown(trx, signed, {
        ...{ act: "journalist.changed-self", about: own },
        agencyId: await officeOf(trx, own.provinceId),
        particulars: { name: details.name, changed },
      });
    return { ok: true, changed };
  });
}

function differences(before: ProfileKept, after: ProfileKept): string[] {
  const names = Object.keys(after) as (keyof ProfileKept)[];
  return names.filter((name) => sorted(before[name]) !== sorted(after[name]));
}

const sorted = (value: unknown) =>
  JSON.stringify(Array.isArray(value) ? value.toSorted() : (value ?? null));

/**
 * Says under which paper somebody of the foreign press works. The province's word on it is asked for anew where the
 * paper is another.
 */
export async function tellForeignPaper(
  db: Db,
  own: OwnRecord,
  { kind, paperNo, paperUntilDay }: ForeignPaper,
  at: Moment,
): Promise<{ ok: true } | { ok: false; reason: "unknown" }> {
  return allOrNothing<{ ok: true } | { ok: false; reason: "unknown" }>(db, async (trx) => {
    if (!(await holdRecord(trx, own))) return { ok: false, reason: "unknown" };
    const before = await findForeignPress(trx, own);
    const same = before?.kind === kind && before.paperNo === paperNo;
    const paper = { kind, paperNo, paperUntilDay: paperUntilDay ?? null };
    const asked = {
      ...{ toldAt: at, approval: null, approvalNo: null, approvalDay: null },
      ...{ decidedAt: null, decidedBy: null },
    };
    await trx
      .insertInto("foreignPress")
      .values({ journalistId: own.id, ...paper, ...asked })
      .onConflict((known) =>
        known.column("journalistId").doUpdateSet(same ? paper : { ...paper, ...asked }),
      )
      .execute();
    await writeDown(trx, byJournalist(own, at), {
      ...{ act: "journalist.foreign-paper-told", about: own },
      agencyId: await officeOf(trx, own.provinceId),
      particulars: { name: own.name, kind },
    });
    return { ok: true };
  });
}

/** Under which paper a journalist of the foreign press works; undefined for everybody else. */
export function findForeignPress(db: Db, { id }: { id: string }) {
  return db
    .selectFrom("foreignPress")
    .selectAll()
    .where("journalistId", "=", id)
    .executeTakeFirst();
}
