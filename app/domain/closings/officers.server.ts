import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db } from "#db/tables.ts";
import { officeFollowed } from "../accounts/office.server.ts";
import type { Officer } from "../accounts/officer.ts";
import { findAgencyFor, withinReach } from "../agencies/agencies.server.ts";
import { isClosedBy } from "../agencies/agency.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";

/** The open accounts that an agency has in the books, whether or not they have followed its work since. */
export function officersOf(db: Db, agencyId: string) {
  return db
    .selectFrom("account")
    .select(["id", "name", "email"])
    .where("agencyId", "=", agencyId)
    .where("closedAt", "is", null)
    .orderBy("name")
    .execute();
}

/** Accounts of closed agencies that no single successor took over: a province's office gives them another agency. */
export async function listStranded(db: Db, officer: Officer, day: Day) {
  if (officer.reach === "agency") return [];
  const accounts = await strandedWithin(db, officer, day).execute();
  const places = await Promise.all(
    accounts.map(({ agencyId }) => officeFollowed(db, agencyId ?? "", day)),
  );
  return accounts.filter((_, i) => places[i] === undefined);
}

/** One of them, if it is for this officer to see to. */
export async function findStranded(db: Db, officer: Officer, id: string, day: Day) {
  return (await listStranded(db, officer, day)).find((account) => account.id === id);
}

function strandedWithin(db: Db, officer: Officer, day: Day) {
  return db
    .selectFrom("account")
    .innerJoin("agency", "agency.id", "account.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["account.id", "account.name", "account.email", "account.agencyId"])
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn", "agency.untilDay"])
    .select(({ fn }) => fn.coalesce("area.partOf", "area.id").as("provinceId"))
    .where("account.closedAt", "is", null)
    .where("agency.untilDay", "<", day)
    .where(withinReach(officer))
    .orderBy("agency.name")
    .orderBy("account.name");
}

/**
 * Gives an account of a closed agency another one to work for. Refused: `not-stranded` any more, an agency that is
 * out of the officer's reach (`out-of-reach`) or closed itself (`agency-closed`).
 */
export async function reassignAccount(
  db: Db,
  officer: Officer,
  account: { id: string },
  { agencyId }: { agencyId: string },
  signed: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const day = dayOf(signed.at);
    const stranded = await findStranded(trx, officer, account.id, day);
    if (!stranded) return { ok: false, reason: "not-stranded" } as const;
    const agency = await findAgencyFor(trx, officer, agencyId);
    if (!agency) return { ok: false, reason: "out-of-reach" } as const;
    if (isClosedBy(agency, day)) return { ok: false, reason: "agency-closed" } as const;
    await trx
      .updateTable("account")
      .set({ agencyId })
      .where("id", "=", account.id)
      .where("agencyId", "=", stranded.agencyId)
      .execute();
    await record(trx, signed, {
      act: "account.moved",
      about: account,
      agencyId,
      particulars: { email: stranded.email, from: stranded.agencyName, to: agency.name },
    });
    return { ok: true, name: stranded.name, agency } as const;
  });
}
