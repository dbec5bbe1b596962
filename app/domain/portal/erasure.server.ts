import { randomUUID } from "node:crypto";
import type { Db } from "#db/tables.ts";
import { provinceOf } from "../agencies/agencies.server.ts";
import type { Signature } from "../audit/entry.ts";
import { newToken } from "../mail/subaddress.ts";
import { NOBODY, names, takeWordsOut, without, wordsOf } from "./erased-words.server.ts";
import { isFrom, receivedFrom } from "./received.server.ts";
import { holdRecord } from "./records.server.ts";

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
  await takeWordsOut(trx, wordsOf(held), queries);
  const reports = await eraseContactReports(trx, held);
  await trx
    .deleteFrom("queryRequest")
    .where((eb) => eb(eb.fn<string>("lower", ["askerEmail"]), "=", held.email))
    .where("agencyId", "in", agenciesOf(trx, held.provinceId))
    .execute();
  await eraseRequests(trx, id);
  await eraseLetters(trx, held, { invitations, queries, isLast: !others });
  const received = await eraseReceived(trx, held, { invitations, isLast: !others });
  await eraseFromLog(trx, held, [
    ...[id, ...invitations, ...queries, ...questions, ...attendances],
    ...[...accreditations, ...suppressions, ...requests, ...received, ...reports],
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
    .where((eb) => eb(provinceOf(eb), "=", provinceId));
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
    .set({ nameWithheld: 1, token: null, messageId: null })
    .where("id", "in", queries)
    .execute();
}

/** That a contact was reported stays, and what was decided on it; nobody is to be answered any more. */
async function eraseContactReports(trx: Db, { email, provinceId }: Person): Promise<string[]> {
  const rows = await trx
    .updateTable("contactReport")
    .set({ reporterEmail: null, note: "" })
    .where((eb) => eb(eb.fn<string>("lower", ["reporterEmail"]), "=", email))
    .where("agencyId", "in", agenciesOf(trx, provinceId))
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
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
  { id, email, provinceId }: Person,
  { invitations, queries, isLast }: { invitations: string[]; queries: string[]; isLast: boolean },
) {
  const letters = await trx
    .selectFrom("mail")
    .select("id")
    .where((eb) =>
      eb.or([
        // By what they are about too: an address may have been another one then.
        eb("invitationId", "in", invitations),
        eb("repeatedForId", "in", invitations),
        eb.and([eb("queryId", "in", queries), eb("kind", "!=", "query-task")]),
        eb(
          "statementCopyId",
          "in",
          eb
            .selectFrom("statementCopy")
            .select("statementCopy.id")
            .where("statementCopy.journalistId", "=", id),
        ),
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
      .set({ unsubscribeAddress: null, receipt: null, returnToken: null })
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
  const sender = { ids: [id], invitationIds: invitations, email: isLast ? email : null };
  const rows = await receivedFrom(trx, sender).execute();
  const theirs = rows.filter((mail) => isFrom(mail, sender));
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
  const { id, email } = person;
  const signers = [id, ...about].flatMap((one) =>
    ["journalist", "invitation", "asker"].map((kind) => `${kind}:${one}`),
  );
  const lines = () => trx.selectFrom("audit").select(["id", "act", "particulars", "byName", "by"]);
  const forget = async (found: Line[]) => {
    for (const line of found)
      await trx
        .updateTable("audit")
        .set({ particulars: JSON.stringify(nameless(line, wordsOf(person))) })
        .set({ byName: signers.includes(line.by) ? NOBODY : line.byName })
        .where("id", "=", line.id)
        .execute();
  };
  for (const ids of [about, signers])
    for (let from = 0; from < ids.length; from += 500) {
      const column = ids === about ? "about" : "by";
      await forget(
        await lines()
          .where(column, "in", ids.slice(from, from + 500))
          .execute(),
      );
    }
  // Where another thing's line names the address: nobody else has it.
  const holding = await lines().where("particulars", "like", `%${email}%`).execute();
  await forget(holding.filter(({ particulars }) => names(particulars, email)));
}

interface Line {
  id: string;
  act: string;
  particulars: string;
  by: string;
  byName: string;
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
