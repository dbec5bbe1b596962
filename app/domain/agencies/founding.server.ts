import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { plainly } from "../spreadsheets/sheet.ts";
import { type ADDED_KINDS, isClosedBy } from "./agency.ts";

export interface AgencyDetails {
  kind: (typeof ADDED_KINDS)[number];
  underId: string | null;
  name: string;
  nameEn: string;
  symbol: string | null;
  fromDay: Day | null;
}

export type FoundingRefusal = "name-taken" | "under-missing" | "under-needless";

/**
 * Adds a department, inspectorate, sub-department or vertical agency under a province. Its id is made of its first
 * name and stays, whatever it is called later: links to it keep working.
 * Refused: `name-taken` in the province; a sub-department without its department there (`under-missing`), anything
 * else with one (`under-needless`).
 */
export async function foundAgency(
  db: Db,
  province: { id: string },
  details: AgencyDetails,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: FoundingRefusal }> {
  return allOrNothing(db, async (trx) => {
    await holdProvince(trx, province);
    const agencies = await trx
      .selectFrom("agency")
      .select(["id", "kind", "name", "untilDay"])
      .where("areaId", "=", province.id)
      .execute();
    const open = agencies.filter((agency) => !isClosedBy(agency, dayOf(signed.at)));
    const reason = foundingRefusal(details, open);
    if (reason) return { ok: false, reason } as const;

    const id = freeId(province.id, details.name, new Set(agencies.map((agency) => agency.id)));
    await trx
      .insertInto("agency")
      .values({ id, areaId: province.id, ...details, untilDay: null })
      .execute();
    await record(trx, signed, {
      act: "agency.founded",
      about: { id },
      agencyId: id,
      particulars: { name: details.name },
    });
    return { ok: true, id } as const;
  });
}

/** Nobody else adds an agency to the province until the transaction ends. */
async function holdProvince(trx: Db, { id }: { id: string }) {
  await trx
    .updateTable("area")
    .set((area) => ({ name: area.ref("name") }))
    .where("id", "=", id)
    .execute();
}

function foundingRefusal(
  { kind, underId, name }: AgencyDetails,
  open: { id: string; kind: string; name: string }[],
): FoundingRefusal | undefined {
  if (open.some((other) => plainly(other.name) === plainly(name))) return "name-taken";
  if (kind !== "sub_department") return underId ? "under-needless" : undefined;
  const above = open.find(({ id }) => id === underId);
  return above?.kind === "department" ? undefined : "under-missing";
}

/** 91-so-y-te; the next one of that name is 91-so-y-te-2. */
function freeId(provinceId: string, name: string, taken: Set<string>): string {
  const stem = `${provinceId.replace(/^2025-/, "")}-${plainly(name).replaceAll(" ", "-").slice(0, 60)}`;
  let id = stem;
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
  return id;
}
