import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { officeOf, provinceInHand } from "./scope.server.ts";
import { ENTERED, type Ground } from "./suppression.ts";

/**
 * Keeps a province's letters from an address, on one of the closed list of grounds. It holds for the address, so
 * neither an import nor a new record brings it back. Whoever wishes so is unsubscribed along with it; once is enough.
 */
export async function suppress(
  db: Db,
  { provinceId, email: written, ground }: { provinceId: string; email: string; ground: Ground },
  signed: Signature,
  id = randomUUID() as string,
) {
  const email = written.trim().toLowerCase();
  return allOrNothing(db, async (trx) => {
    const added = await trx
      .insertInto("suppression")
      .values({
        ...{ id, provinceId, email, ground, since: signed.at },
        ...{ by: signed.by.id, byName: signed.by.name },
      })
      .onConflict((clash) =>
        clash.columns(["provinceId", "email"]).where("liftedAt", "is", null).doNothing(),
      )
      .returning("id")
      .executeTakeFirst();
    if (ground !== "dead_address")
      await trx
        .updateTable("journalist")
        .set({ unsubscribedAt: signed.at })
        .where("provinceId", "=", provinceId)
        .where("email", "=", email)
        .where("unsubscribedAt", "is", null)
        .execute();
    // Whoever unsubscribes did so themselves, and the log says that already.
    if (added && isEntered(ground))
      await record(trx, signed, {
        act: "address.suppressed",
        about: added,
        agencyId: await officeOf(trx, provinceId),
        particulars: { email, ground },
      });
    return { ok: true, changed: added !== undefined } as const;
  });
}

function isEntered(ground: Ground): boolean {
  return ENTERED.some((one) => one === ground);
}

/**
 * Lets letters go to an address again, since its owner says so or it works again; why is kept. A record of it in
 * the books is subscribed again, and its consent is what was said. `unknown` when it is not, or no more, on the list.
 */
export async function lift(
  db: Db,
  { id }: { id: string },
  reason: string,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "unknown" }> {
  return allOrNothing(db, async (trx) => {
    const lifted = await trx
      .updateTable("suppression")
      .set({
        ...{ liftedAt: signed.at, liftedBy: signed.by.id },
        ...{ liftedByName: signed.by.name, liftedFor: reason },
      })
      .where("id", "=", id)
      .where("liftedAt", "is", null)
      .returning(["provinceId", "email", "ground"])
      .executeTakeFirst();
    if (!lifted) return { ok: false, reason: "unknown" } as const;
    const { provinceId, email, ground } = lifted;
    if (ground !== "dead_address")
      await trx
        .updateTable("journalist")
        .set({ unsubscribedAt: null, consentAt: signed.at, consentBasis: reason })
        .where("provinceId", "=", provinceId)
        .where("email", "=", email)
        .where("unsubscribedAt", "is not", null)
        .execute();
    await record(trx, signed, {
      act: "address.released",
      about: { id },
      agencyId: await officeOf(trx, provinceId),
      particulars: { email, reason },
    });
    return { ok: true } as const;
  });
}

/** Takes back an owner's own wish, without an audit line: they did so themselves. A dead address stays dead. */
export async function liftWish(
  trx: Db,
  { provinceId, email }: { provinceId: string; email: string },
  signed: Signature,
  basis: string,
) {
  await trx
    .updateTable("suppression")
    .set({
      ...{ liftedAt: signed.at, liftedBy: signed.by.id },
      ...{ liftedByName: signed.by.name, liftedFor: basis },
    })
    .where("provinceId", "=", provinceId)
    .where("email", "=", email)
    .where("ground", "!=", "dead_address")
    .where("liftedAt", "is", null)
    .execute();
}

function inForce(db: Db) {
  return db.selectFrom("suppression").where("suppression.liftedAt", "is", null);
}

/** The addresses of a province (of all, where none is named) that get no letters, with whose they are. */
export function listSuppressedFor(db: Db, officer: Officer, chosenProvince?: string | null) {
  const province = provinceInHand(officer, chosenProvince);
  return inForce(db)
    .leftJoin("journalist", (join) =>
      join
        .onRef("journalist.provinceId", "=", "suppression.provinceId")
        .onRef("journalist.email", "=", "suppression.email"),
    )
    .select(["suppression.id", "suppression.email", "suppression.ground", "suppression.since"])
    .select(["suppression.byName", "journalist.id as journalistId", "journalist.name"])
    .$if(province !== undefined, (query) =>
      query.where("suppression.provinceId", "=", province as string),
    )
    .orderBy("suppression.since", "desc")
    .orderBy("suppression.email")
    .execute();
}

/** An address that gets no letters, if it is kept by this officer's province. */
export function findSuppressionFor(db: Db, officer: Officer, id: string) {
  const province = provinceInHand(officer);
  return inForce(db)
    .select(["suppression.id", "suppression.email", "suppression.ground", "suppression.provinceId"])
    .where("suppression.id", "=", id)
    .$if(province !== undefined, (query) =>
      query.where("suppression.provinceId", "=", province as string),
    )
    .executeTakeFirst();
}

/** Why each of these addresses of a province gets no letters; those that do are not in it. */
export async function groundsOf(
  db: Db,
  provinceId: string,
  addresses: string[],
): Promise<Map<string, Ground>> {
  const wanted = new Set(addresses);
  const rows = await inForce(db)
    .select(["suppression.email", "suppression.ground"])
    .where("suppression.provinceId", "=", provinceId)
    .execute();
  return new Map(
    rows.filter(({ email }) => wanted.has(email)).map(({ email, ground }) => [email, ground]),
  );
}
