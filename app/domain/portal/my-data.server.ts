import type { Db, Moment } from "#db/tables.ts";
import { consentsOf } from "./consents.server.ts";
import { listPortalSessions } from "./sessions.server.ts";
import { alsoKept } from "./side-data.server.ts";
import { byJournalist, type Visitor } from "./visitor.ts";

/**
 * Everything that is kept about whoever holds an address, under the names that the books give it. Keys of links and
 * calendars are not in it: whoever reads a copy of this could use them. Whether a letter was read is known to nobody.
 */
export async function myData(db: Db, visitor: Visitor, at: Moment) {
  const ids = visitor.records.map(({ id }) => id);
  const { email } = visitor;
  const [records, beats, areas, lists, invitations, consents, sessions] = await Promise.all([
    db
      .selectFrom("journalist")
      .innerJoin("area", "area.id", "journalist.provinceId")
      .leftJoin("outlet", "outlet.id", "journalist.outletId")
      .select(["journalist.id", "area.name as province", "outlet.name as outlet"])
      .select(["journalist.name", "journalist.email", "journalist.phone", "journalist.language"])
      .select(["journalist.pressCardNo", "journalist.pressCardUntilDay"])
      .select(["journalist.introLetterNo", "journalist.introLetterUntilDay"])
      .select(["journalist.introLetterFor", "journalist.unsubscribedAt", "journalist.createdAt"])
      .where("journalist.id", "in", ids)
      .execute(),
    db.selectFrom("journalistBeat").selectAll().where("journalistId", "in", ids).execute(),
    db
      .selectFrom("journalistArea")
      .innerJoin("area", "area.id", "journalistArea.areaId")
      .select(["journalistArea.journalistId", "area.name"])
      .where("journalistArea.journalistId", "in", ids)
      .execute(),
    db
      .selectFrom("pressListMember")
      .innerJoin("pressList", "pressList.id", "pressListMember.listId")
      .select(["pressListMember.journalistId", "pressList.name"])
      .where("pressListMember.journalistId", "in", ids)
      .execute(),
    invitationsOf(db, ids),
    consentsOf(db, ids),
    listPortalSessions(db, visitor, at),
  ]);
  const invitationIds = invitations.map(({ id }) => id);
  const [answers, attendance, questions, queries, statements, letters, accreditations] =
    await Promise.all([
      db
        .selectFrom("invitationAnswer")
        .select(["invitationId", "at", "via", "reply", "partySize", "substituteName"])
        .where("invitationId", "in", invitationIds)
        .orderBy("at")
        .execute(),
      db
        .selectFrom("attendance")
        .innerJoin("meeting", "meeting.id", "attendance.meetingId")
        .select(["meeting.subject", "attendance.name", "attendance.email", "attendance.paper"])
        .select("attendance.outletName")
        .select(["attendance.inAt", "attendance.undoneAt"])
        .where((eb) =>
          eb.or([
            eb("attendance.invitationId", "in", invitationIds),
            eb(eb.fn<string>("lower", ["attendance.email"]), "=", email),
          ]),
        )
        .execute(),
      db
        .selectFrom("question")
        .select(["number", "text", "nameAgreed", "receivedAt", "askedAt", "answeredAt", "answer"])
        .where("invitationId", "in", invitationIds)
        .orderBy("receivedAt")
        .execute(),
      ownQueries(db, visitor),
      statementsTo(db, ids),
      db
        .selectFrom("mail")
        .leftJoin("invitation", (join) =>
          join.on(({ eb, ref, fn }) =>
            eb(ref("invitation.id"), "=", fn.coalesce("mail.invitationId", "mail.repeatedForId")),
          ),
        )
        .select(["mail.kind", "mail.subject", "mail.to", "mail.postedAt", "mail.sentAt"])
        .select(["mail.stage"])
        .where((eb) =>
          eb.or([
            eb(eb.fn<string>("lower", ["mail.to"]), "=", email),
            eb("invitation.journalistId", "in", ids),
          ]),
        )
        .orderBy("mail.postedAt", "desc")
        .execute(),
      db
        .selectFrom("accreditation")
        .select(["meetingId", "purpose", "requestedAt", "decision", "limits", "ground"])
        .select(["legalRef", "reason", "decidedAt", "objectedAt", "objection", "review"])
        .select(["reviewText", "reviewedAt"])
        .where("journalistId", "in", ids)
        .execute(),
    ]);
  const queryIds = queries.map(({ id }) => id);
  const [foreignPress, requests, suppressions, calendars, deeds, more] = await Promise.all([
    db
      .selectFrom("foreignPress")
      .select(["kind", "paperNo", "paperUntilDay", "toldAt", "approval", "approvalNo"])
      .select(["approvalDay", "decidedAt"])
      .where("journalistId", "in", ids)
      .execute(),
    db
      .selectFrom("dataRequest")
      .select(["kind", "text", "askedAt", "outcome", "ground", "answer", "answeredAt"])
      .select(["executedAt"])
      .where("journalistId", "in", ids)
      .execute(),
    db
      .selectFrom("suppression")
      .select(["ground", "since", "liftedAt", "liftedFor"])
      .where("email", "=", email)
      .where(
        "provinceId",
        "in",
        visitor.records.map(({ provinceId }) => provinceId),
      )
      .execute(),
    db
      .selectFrom("journalistCalendar")
      .select(["openedAt", "closedAt"])
      .where("journalistId", "in", ids)
      .execute(),
    db
      .selectFrom("audit")
      .select(["at", "act", "byName", "particulars"])
      .where((eb) =>
        eb.or([
          eb("about", "in", ids),
          eb(
            "by",
            "in",
            ids.map((id) => byJournalist({ id, name: "" }, at).by.id),
          ),
        ]),
      )
      .orderBy("at", "desc")
      .limit(2_000)
      .execute(),
    alsoKept(db, visitor, { ids, invitationIds, queryIds }),
  ]);
  return {
    madeAt: at,
    ...{ records, beats, areas, lists, foreignPress, consents, suppressions },
    ...{ invitations, answers, attendance, questions, queries, statements, letters },
    ...{ accreditations, requests, calendars, ...more },
    sessions: sessions.map(({ tokenHash, ...session }) => session),
    deeds: deeds.map((deed) => ({ ...deed, particulars: JSON.parse(deed.particulars) })),
  };
}

function invitationsOf(db: Db, journalistIds: string[]) {
  return db
    .selectFrom("invitation")
    .innerJoin("meeting", "meeting.id", "invitation.meetingId")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .select(["invitation.id", "invitation.invitedAt", "invitation.reply", "invitation.repliedAt"])
    .select(["invitation.repliedVia", "invitation.substituteName", "invitation.substitutePaper"])
    .select(["invitation.online", "invitation.cameras", "invitation.tripod", "invitation.live"])
    .select("invitation.interpreter")
    .select(["invitation.substitutePaperNo", "invitation.partySize", "invitation.note"])
    .select(["invitation.waitingSince", "meeting.subject", "meeting.startsAt"])
    .select("agency.name as agencyName")
    .where("invitation.journalistId", "in", journalistIds)
    .orderBy("meeting.startsAt", "desc")
    .execute();
}

/** The invitations of a journalist with the keys of their pages, the latest meeting first: for their own eyes. */
export function ownInvitations(db: Db, visitor: Visitor) {
  return db
    .selectFrom("invitation")
    .innerJoin("meeting", "meeting.id", "invitation.meetingId")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .select(["invitation.id", "invitation.token", "invitation.reply", "invitation.repliedAt"])
    .select(["invitation.substituteName", "invitation.waitingSince", "meeting.subject"])
    .select(["meeting.startsAt", "meeting.endsAt", "meeting.zone", "meeting.venue"])
    .select(["meeting.cancelledAt", "meeting.postponedAt", "agency.name as agencyName"])
    .select("agency.nameEn as agencyNameEn")
    .where(
      "invitation.journalistId",
      "in",
      visitor.records.map(({ id }) => id),
    )
    .orderBy("meeting.startsAt", "desc")
    .execute();
}

/** What a journalist asked press desks, by their record or under their address; for who has proven it. */
export function ownQueries(db: Db, visitor: Visitor) {
  const ids = visitor.records.map(({ id }) => id);
  return db
    .selectFrom("query")
    .innerJoin("agency", "agency.id", "query.agencyId")
    .select(["query.id", "query.number", "query.kind", "query.title", "query.text"])
    .select(["query.receivedAt", "query.takenAt", "query.outcome", "query.outcomeAt"])
    .select(["query.askerName", "query.askerPosition", "query.askerEmail", "query.askerPhone"])
    .select(["query.outletName", "query.reference", "query.channel"])
    .select(["query.confirmedAt", "query.nameWithheld"])
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where((eb) =>
      eb.or([
        eb("query.journalistId", "in", ids),
        eb(eb.fn<string>("lower", ["query.askerEmail"]), "=", visitor.email),
      ]),
    )
    .orderBy("query.receivedAt", "desc")
    .execute();
}

/** The keys of the pages of one's own questions: for the room's own links, and in no copy. */
export async function keysOfQueries(db: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("query")
    .select(["id", "token"])
    .where("id", "in", ids)
    .execute();
  return new Map(rows.flatMap(({ id, token }) => (token ? [[id, token] as const] : [])));
}

/** The statements that were sent to a journalist, newest first. */
export function statementsTo(db: Db, journalistIds: string[]) {
  return db
    .selectFrom("statementCopy")
    .innerJoin("statement", "statement.id", "statementCopy.statementId")
    .select(["statement.id", "statement.title", "statement.publishedAt"])
    .where("statementCopy.journalistId", "in", journalistIds)
    .orderBy("statement.publishedAt", "desc")
    .execute();
}
