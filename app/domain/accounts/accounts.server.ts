import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import type { Db, Language, Moment } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { officeFollowed } from "./office.server.ts";
import type { Officer } from "./officer.ts";
import { hashPassword, isPassword } from "./passwords.server.ts";

interface NewAccount {
  email: string;
  name: string;
  role: "administrator" | "officer";
  agencyId: string | null;
  password: string;
  language?: Language; // of the letters to them
}

/** The shortest password taken, in characters (NIST SP 800-63B asks for length, not for signs). */
const SHORTEST_PASSWORD = 12;

/** Opens an account at the desk of an agency. An e-mail address has one account. */
export async function openAccount(db: Db, account: NewAccount, signed: Signature) {
  const { email, name, role, agencyId, password, language } = account;
  if (password.length < SHORTEST_PASSWORD) return { ok: false, reason: "short-password" } as const;
  if (role === "officer" && !agencyId) return { ok: false, reason: "no-agency" } as const;
  const id = randomUUID();
  const passwordHash = await hashPassword(password);

  return db.transaction().execute(async (trx) => {
    const opened = await trx
      .insertInto("account")
      .values({
        id,
        email: email.trim().toLowerCase(),
        name: name.trim().normalize("NFC"),
        role,
        agencyId,
        passwordHash,
        createdAt: signed.at,
        closedAt: null,
        ...(language && { language }),
      })
      .onConflict((clash) => clash.column("email").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!opened) return { ok: false, reason: "email-taken" } as const;
    await record(trx, signed, {
      act: "account.opened",
      about: { id },
      agencyId,
      particulars: { email, role },
    });
    return { ok: true, id } as const;
  });
}

/** The officer whose e-mail address and password these are. Nothing tells which of the two was wrong. */
export async function findByPassword(db: Db, email: string, password: string, at: Moment) {
  const account = await db
    .selectFrom("account")
    .select(["id", "passwordHash"])
    .where("email", "=", email.trim().toLowerCase())
    .where("closedAt", "is", null)
    .executeTakeFirst();
  const right = await isPassword(password, account?.passwordHash ?? (await nobodysHash()));
  return account && right ? findOfficer(db, account.id, at) : undefined;
}

let nobody: Promise<string> | undefined;

/** Compared against when there is no such account, so that the answer takes as long. */
function nobodysHash() {
  nobody ??= hashPassword(randomUUID());
  return nobody;
}

/**
 * An open account as an officer, with how far it reaches. Whoever worked for an agency that is closed at that moment
 * works for the one that goes on with it, if it is one alone; else they may still look after what is left there.
 */
export async function findOfficer(db: Db, id: string, at: Moment): Promise<Officer | undefined> {
  const account = await db
    .selectFrom("account")
    .select(["id", "name", "email", "role", "agencyId"])
    .where("id", "=", id)
    .where("closedAt", "is", null)
    .executeTakeFirst();
  if (!account) return undefined;
  const { agencyId } = account;
  const office = agencyId && ((await officeFollowed(db, agencyId, dayOf(at))) ?? agencyId);
  const place = office ? await placeOf(db, office) : undefined;
  const isProvinceOffice = place?.level === "province" && place.kind === "peoples_committee";
  return {
    ...account,
    agencyId: office,
    reach: account.role === "administrator" ? "country" : isProvinceOffice ? "province" : "agency",
    provinceId: (place?.level === "province" ? place.areaId : place?.partOf) ?? null,
  };
}

function placeOf(db: Db, agencyId: string) {
  return db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["agency.kind", "area.id as areaId", "area.level", "area.partOf"])
    .where("agency.id", "=", agencyId)
    .executeTakeFirst();
}

/** Changes an officer's own password; the old one is asked for, and every other browser is signed out. */
export async function changePassword(
  db: Db,
  officer: Officer,
  { old, fresh, keep }: { old: string; fresh: string; keep: string },
  signed: Signature,
) {
  if (fresh.length < SHORTEST_PASSWORD) return { ok: false, reason: "short-password" } as const;
  if (!(await findByPassword(db, officer.email, old, signed.at)))
    return { ok: false, reason: "wrong-password" } as const;
  const passwordHash = await hashPassword(fresh);

  return db.transaction().execute(async (trx) => {
    await trx.updateTable("account").set({ passwordHash }).where("id", "=", officer.id).execute();
    await trx
      .deleteFrom("session")
      .where("accountId", "=", officer.id)
      .where("tokenHash", "!=", keep)
      .execute();
    await record(trx, signed, {
      act: "account.password-changed",
      about: officer,
      agencyId: officer.agencyId,
      particulars: {},
    });
    return { ok: true } as const;
  });
}
