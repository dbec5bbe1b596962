import type { Db } from "#db/tables.ts";
import { isFrom, receivedFrom } from "./received.server.ts";
import type { Visitor } from "./visitor.ts";

/**
 * What is kept of somebody beside their record and their invitations: what they were answered and said to that,
 * questions whose address was not confirmed yet, mail that came in from them, links that were sent to them, what they
 * reported of a published contact.
 */
export async function alsoKept(
  db: Db,
  { email }: Visitor,
  { ids, invitationIds, queryIds }: Record<"ids" | "invitationIds" | "queryIds", string[]>,
) {
  const [queryAnswers, questionRequests, received, links, contactReports] = await Promise.all([
    db
      .selectFrom("queryAnswer")
      .select(["queryId", "kind", "outcome", "text", "ground", "speakerName", "sentAt"])
      .select(["confirmedAt", "disputedAt", "dispute"])
      .where("queryId", "in", queryIds)
      .orderBy("sentAt")
      .execute(),
    db
      .selectFrom("queryRequest")
      .select(["kind", "askerName", "askerPosition", "askerEmail", "askerPhone", "outletName"])
      .select(["reference", "title", "text", "askedAt", "expiresAt", "confirmedAt"])
      .where((eb) => eb(eb.fn<string>("lower", ["askerEmail"]), "=", email))
      .execute(),
    mailFrom(db, email, { ids, invitationIds }),
    db
      .selectFrom("portalLink")
      .select(["purpose", "email", "fromEmail", "askedAt", "usedAt"])
      .where((eb) => eb.or([eb("email", "=", email), eb("fromEmail", "=", email)]))
      .execute(),
    db
      .selectFrom("contactReport")
      .select(["field", "proposal", "note", "reporterEmail", "reportedAt", "decision", "answer"])
      .where((eb) => eb(eb.fn<string>("lower", ["reporterEmail"]), "=", email))
      .execute(),
  ]);
  return { queryAnswers, questionRequests, received, links, contactReports };
}

async function mailFrom(
  db: Db,
  email: string,
  { ids, invitationIds }: Record<"ids" | "invitationIds", string[]>,
) {
  const rows = await receivedFrom(db, { email, ids, invitationIds })
    .select(["receivedAt", "subject", "kind", "outcome", "reply", "words"])
    .orderBy("receivedAt")
    .execute();
  return rows
    .filter((mail) => isFrom(mail, { email, ids, invitationIds }))
    .map(({ id, journalistId, invitationId, ...mail }) => mail);
}
