import { randomUUID } from "node:crypto";
import type { Db } from "#db/tables.ts";
import type { Signature } from "../audit/entry.ts";
import { newToken } from "../mail/subaddress.ts";
import { holdRecord } from "./records.server.ts";

/** What stands where a name stood: three dots that belong to nobody. */
export const NOBODY = "…";
const NOWHERE = "erased.invalid";

interface Person {
  id: string;
  provinceId: string;
  name: string;
  email: string;
  phone: string | null;
}

/**
 * Takes a person out of a province's books: name, addresses, telephone and papers, wherever they stand, the log and
 * the outbox too. The facts that name nobody stay: how many were invited, came and asked, of which outlet. What was
 * published stays as it was said, without a name.
 */
export async function eraseJournalist(trx: Db, { id }: { id: string }, signed: Signature) {
  const held = await holdRecord(trx, { id });
  if (!held) return;
  const others = await trx
    .selectFrom("journalist")
    .select("id")
    .where("email", "=", held.email)
    .where("id", "!=", id)
    .where("erasedAt", "is", null)
    .executeTakeFirst();
  const invitations = await idsOf(trx, "invitation", id);
  const queries = await queriesOf(trx, held);
  const questions = await questionsOf(trx, invitations);
  const attendances = await eraseAttendance(trx, held, invitations);
  const accreditations = await idsOf(trx, "accreditation", id);
  const suppressions = await eraseSuppressions(trx, held);
  const requests = await idsOf(trx, "dataRequest", id);

  await eraseAnswers(trx, invitations);
  await eraseQuestions(trx, questions);
  await eraseQueries(trx, queries);
  await trx
    .deleteFrom("queryRequest")
    .where((eb) => eb(eb.fn<string>("lower", ["askerEmail"]), "=", held.email))
    .where("agencyId", "in", agenciesOf(trx, held.provinceId))
    .execute();
  await eraseRequests(trx, id);
  await eraseLetters(trx, held, { invitations, isLast: !others });
  const received = await eraseReceived(trx, held, { invitations, isLast: !others });
  await eraseFromLog(trx, held, [
    ...[id, ...invitations, ...queries, ...questions, ...attendances],
    ...[...accreditations, ...suppressions, ...requests, ...received],
  ]);
  if (!others) {
    await trx.deleteFrom("portalSession").where("email", "=", held.email).execute();
    await trx
      .deleteFrom("portalLink")
      .where((eb) => eb.or([eb("email", "=", held.email), eb("fromEmail", "=", held.email)]))
      .execute();
  }
  for (const table of ["journalistBeat", "journalistArea", "pressListMember"] as const)
    await trx.deleteFrom(table).where("journalistId", "=", id).execute();
  for (const table of ["portalSession", "journalistCalendar", "foreignPress"] as const)
    await trx.deleteFrom(table).where("journalistId", "=", id).execute();
  await trx.deleteFrom("consentRecord").where("journalistId", "=", id).execute();
  await trx
    .updateTable("journalist")
    .set({
      ...{ name: NOBODY, email: `${id}@${NOWHERE}`, phone: null, token: newToken() },
      ...{ pressCardNo: null, pressCardUntilDay: null },
      ...{ introLetterNo: null, introLetterUntilDay: null, introLetterFor: null },
      ...{ consentBasis: "", consentSource: null, awaitsConsentSince: null },
      ...{ bouncedAt: null, bounce: null },
      ...{ unsubscribedAt: held.unsubscribedAt ?? signed.at, erasedAt: signed.at },
    })
    .where("id", "=", id)
    .execute();
}

async function idsOf(
  trx: Db,
  table: "invitation" | "accreditation" | "dataRequest",
  journalistId: string,
): Promise<string[]> {
  const rows = await trx
    .selectFrom(table)
    .select("id")
    .where("journalistId", "=", journalistId)
    .execute();
  return rows.map(({ id }) => id);
}

/** The agencies of a province: their books are its office's to clear. */
function agenciesOf(trx: Db, provinceId: string) {
  return trx
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select("agency.id")
    .where((eb) =>
      eb(eb.fn.coalesce("agency.provinceId", "area.partOf", "area.id"), "=", provinceId),
    );
}

async function queriesOf(trx: Db, { id, email, provinceId }: Person): Promise<string[]> {
  const rows = await trx
    .selectFrom("query")
    .select("id")
    .where((eb) =>
      eb.or([
        eb("journalistId", "=", id),
        eb.and([
          eb(eb.fn<string>("lower", ["askerEmail"]), "=", email),
          eb("agencyId", "in", agenciesOf(trx, provinceId)),
        ]),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

async function questionsOf(trx: Db, invitations: string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom("question")
    .select("id")
    .where("invitationId", "in", invitations)
    .execute();
  return rows.map(({ id }) => id);
}

/** That somebody was there stays; who it was does not. */
async function eraseAttendance(
  trx: Db,
  { email, provinceId }: Person,
  invitations: string[],
): Promise<string[]> {
  const rows = await trx
    .selectFrom("attendance")
    .innerJoin("meeting", "meeting.id", "attendance.meetingId")
    .select(["attendance.id", "attendance.invitationId"])
    .where((eb) =>
      eb.or([
        eb("attendance.invitationId", "in", invitations),
        eb.and([
          eb(eb.fn<string>("lower", ["attendance.email"]), "=", email),
          eb("meeting.agencyId", "in", agenciesOf(trx, provinceId)),
        ]),
      ]),
    )
    .execute();
  for (const { id, invitationId } of rows)
    await trx
      .updateTable("attendance")
      .set(
        invitationId
          ? { name: null, email: null }
          : { name: NOBODY, email: null, guest: `erased ${randomUUID()}` },
      )
      .where("id", "=", id)
      .execute();
  return rows.map(({ id }) => id);
}

async function eraseSuppressions(trx: Db, { email, provinceId }: Person): Promise<string[]> {
  const rows = await trx
    .deleteFrom("suppression")
    .where("provinceId", "=", provinceId)
    .where("email", "=", email)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

async function eraseAnswers(trx: Db, invitations: string[]) {
  for (const id of invitations)
    await trx
      .updateTable("invitation")
      .set({ token: newToken(), note: null, substituteName: null, substitutePaperNo: null })
      .where("id", "=", id)
      .execute();
  await trx
    .updateTable("invitationAnswer")
    .set({ substituteName: null })
    .where("invitationId", "in", invitations)
    .execute();
}

async function eraseQuestions(trx: Db, questions: string[]) {
  await trx
    .updateTable("question")
    .set({ askerName: null, nameAgreed: 0 })
    .where("id", "in", questions)
    .execute();
  // What was sent ahead and never asked aloud is nobody's business any more.
  await trx
    .updateTable("question")
    .set({ text: NOBODY })
    .where("id", "in", questions)
    .where("askedAt", "is", null)
    .execute();
}

async function eraseQueries(trx: Db, queries: string[]) {
  await trx
    .updateTable("query")
    .set({ askerName: null, askerPosition: null, askerEmail: null, askerPhone: null })
    .set({ nameWithheld: 1, token: null })
    .where("id", "in", queries)
    .execute();
}

async function eraseRequests(trx: Db, journalistId: string) {
  await trx
    .updateTable("accreditation")
    .set({ purpose: NOBODY, limits: null, reason: null, objection: null, reviewText: null })
    .where("journalistId", "=", journalistId)
    .execute();
  await trx
    .updateTable("dataRequest")
    .set({ text: "", answer: null })
    .where("journalistId", "=", journalistId)
    .execute();
}

/** That letters went out, when and of which kind, is the office's own record; to whom and what they said is not. */
async function eraseLetters(
  trx: Db,
  { email, provinceId }: Person,
  { invitations, isLast }: { invitations: string[]; isLast: boolean },
) {
  const letters = await trx
    .selectFrom("mail")
    .select("id")
    .where((eb) =>
      eb.or([
        eb("invitationId", "in", invitations),
        eb.and([
          eb(eb.fn<string>("lower", ["to"]), "=", email),
          isLast
            ? eb.lit(true)
            : eb.or([
                eb("agencyId", "in", agenciesOf(trx, provinceId)),
                eb(
                  "promiseId",
                  "in",
                  eb
                    .selectFrom("promise")
                    .select("promise.id")
                    .where("promise.agencyId", "in", agenciesOf(trx, provinceId)),
                ),
              ]),
        ]),
      ]),
    )
    .execute();
  const ids = letters.map(({ id }) => id);
  const gone = `nobody@${NOWHERE}`;
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500);
    await trx
      .updateTable("mail")
      .set({ to: gone, toName: NOBODY, subject: NOBODY, text: "", html: "" })
      .set({ raw: null, calendar: null, unsubscribeUrl: null, problem: null })
      .where("id", "in", some)
      .execute();
    await trx
      .updateTable("mail")
      .set({ stage: "skipped", claimedAt: null, claimedBy: null })
      .where("id", "in", some)
      .where("stage", "in", ["queued", "sending"])
      .execute();
  }
  if (isLast)
    await trx
      .deleteFrom("receivedMail")
      .where((eb) =>
        eb.or([
          eb(eb.fn<string>("lower", ["to"]), "=", email),
          eb(eb.fn<string>("lower", ["from"]), "=", email),
        ]),
      )
      .execute();
}

/** That mail came in, when and what it was taken for stays; from whom and what it said does not. */
async function eraseReceived(
  trx: Db,
  { id, email }: Person,
  { invitations, isLast }: { invitations: string[]; isLast: boolean },
): Promise<string[]> {
  const rows = await trx
    .selectFrom("inboundMail")
    .select(["id", "from", "journalistId", "invitationId"])
    .where((eb) =>
      eb.or([
        eb("journalistId", "=", id),
        eb("invitationId", "in", invitations),
        ...(isLast ? [eb(eb.fn<string>("lower", ["from"]), "like", `%${email}%`)] : []),
      ]),
    )
    .execute();
  // An underscore stands for any letter in LIKE: somebody else's address may have come along.
  const theirs = rows.filter(
    ({ from, journalistId, invitationId }) =>
      journalistId === id ||
      (invitationId && invitations.includes(invitationId)) ||
      from.toLowerCase().includes(email),
  );
  const ids = theirs.map((row) => row.id);
  await trx
    .updateTable("inboundMail")
    .set({ from: NOBODY, to: NOBODY, subject: NOBODY, raw: null, words: null })
    .where("id", "in", ids)
    .execute();
  return ids;
}

/** The log keeps what was done and when; in its lines about this person nobody is named. */
async function eraseFromLog(trx: Db, person: Person, about: string[]) {
  const { id, name, email, phone } = person;
  const signers = [id, ...about].flatMap((one) =>
    ["journalist", "invitation", "asker"].map((kind) => `${kind}:${one}`),
  );
  const said = [name, email, phone].filter((one) => one !== null && one !== "") as string[];
  for (const ids of [about, signers])
    for (let from = 0; from < ids.length; from += 500) {
      const column = ids === about ? "about" : "by";
      const lines = await trx
        .selectFrom("audit")
        .select(["id", "act", "particulars", "byName", "by"])
        .where(column, "in", ids.slice(from, from + 500))
        .execute();
      for (const line of lines)
        await trx
          .updateTable("audit")
          .set({ particulars: JSON.stringify(nameless(line, said)) })
          .set({ byName: signers.includes(line.by) ? NOBODY : line.byName })
          .where("id", "=", line.id)
          .execute();
    }
}

/** Under which the log's lines name whom they are about, as they were called then. */
const NAMING = ["name", "substitute", "email"];

function nameless({ act, particulars }: { act: string; particulars: string }, words: string[]) {
  const said = without(JSON.parse(particulars), words) as Record<string, unknown>;
  // Of a query the names are those of officers who signed.
  if (act.startsWith("query.")) return said;
  return Object.fromEntries(
    Object.entries(said).map(([key, one]) => [key, NAMING.includes(key) ? NOBODY : one]),
  );
}

/** A value with certain words taken out of every text in it. */
function without(value: unknown, words: string[]): unknown {
  if (typeof value === "string")
    return words.reduce((text, word) => text.replaceAll(word, NOBODY), value);
  if (Array.isArray(value)) return value.map((one) => without(one, words));
  if (value && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, without(one, words)]),
    );
  return value;
}
