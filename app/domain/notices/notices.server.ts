import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { DocumentRefusal, SentFile } from "../documents/document.ts";
import { withDocument } from "../documents/documents.server.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { findMeeting, type MeetingOfAgency, takeInHand } from "../meetings/meetings.server.ts";
import { dueFor, findRule } from "../policies/due.server.ts";
import type { Due } from "../policies/due.ts";
import { choicesOf, numberOf } from "../policies/policy.ts";
import {
  type Item,
  isOutdated,
  isWaived,
  type MeetingNotice,
  missingItems,
  type NoticeForm,
  type NoticeState,
  saidOf,
  stateOf,
} from "./notice.ts";

/** What the law asks of a press conference, and how far its notice has come. */
export interface NoticeStanding {
  state: NoticeState;
  /** The last moment at which the notice is in time. */
  due: Due;
  /** Until when the authority may forbid the meeting; where the law sets that. */
  forbidUntil: Due | undefined;
  missing: Item[]; // of the draft
  draft: MeetingNotice | undefined;
  sent: MeetingNotice | undefined; // the last
  former: MeetingNotice[];
}

type Noticed = Meeting & Pick<MeetingOfAgency, "agencyKind" | "areaCode" | "provinceId">;

/**
 * Where the notice of a meeting stands (Decree 237/2026, art. 22; before 01/07/2026 the Press Law of 2016, art. 41), by
 * the law of the day on which it is to be; undefined where none is owed: what is no press conference, and one of a body
 * that the rule exempts.
 */
export async function noticeStanding(
  db: Db,
  meeting: Noticed,
): Promise<NoticeStanding | undefined> {
  const { agencyId, provinceId, startsAt } = meeting;
  if (meeting.kind !== "press_conference") return undefined;
  const agency = { ...meeting, id: agencyId, kind: meeting.agencyKind };
  const due = await noticeDue(db, agency, startsAt);
  if (!due) return undefined;

  const place = { agencyId, provinceId };
  const day = dayOf(startsAt);
  const [forbidUntil, items, notices] = await Promise.all([
    dueFor(db, "pressconf.forbid_before", { ...place, start: startsAt }),
    findRule(db, "pressconf.notice_items", { ...place, day }),
    noticesOf(db, meeting),
  ]);
  const draft = notices.find(({ sentAt }) => sentAt === null);
  const [sent, ...former] = notices.filter(({ sentAt }) => sentAt !== null);
  const asked = items ? numberOf(items.held) : 0;
  return {
    state: stateOf(meeting, { sent, draft }, due.at),
    ...{ due, forbidUntil, draft, sent, former },
    missing: draft ? missingItems({ ...draft, ...saidOf(meeting) }, asked) : [],
  };
}

type Notifying = Pick<AgencyOfArea, "id" | "kind" | "areaCode" | "provinceId">;

/** By when a press conference of an agency that begins then must have been notified; undefined where none is owed. */
export async function noticeDue(
  db: Db,
  agency: Notifying,
  startsAt: Moment,
): Promise<Due | undefined> {
  const place = { agencyId: agency.id, provinceId: agency.provinceId };
  const due = await dueFor(db, "pressconf.notice_before", { ...place, start: startsAt });
  if (!due) return undefined;
  const asked = { ...place, day: dayOf(startsAt) };
  const exempt = await findRule(db, "pressconf.notice_exempt_levels", asked);
  return exempt && choicesOf(exempt.held).includes(levelOf(agency)) ? undefined : due;
}

/** At which level a People's Committee governs; a department is at none. */
function levelOf({ kind, areaCode, provinceId }: Notifying): string {
  if (kind !== "peoples_committee") return "department";
  return provinceId === `2025-${areaCode}` ? "province" : "commune";
}

/** Every notice of a meeting, the last first. */
function noticesOf(db: Db, { id }: { id: string }): Promise<MeetingNotice[]> {
  return db
    .selectFrom("meetingNotice")
    .selectAll()
    .where("meetingId", "=", id)
    .orderBy("draftedAt", "desc")
    .execute();
}

export type HeldBack = "notice-late" | "notice-forbidden";

/**
 * Why invitations are held back: the meeting would begin sooner after its notice (or after now, where none that still
 * fits has been sent) than the law allows, or the authority has forbidden it. Undefined when they may go.
 */
export async function heldBack(
  db: Db,
  meeting: Noticed,
  at: Moment,
): Promise<HeldBack | undefined> {
  const standing = await noticeStanding(db, meeting);
  if (!standing) return undefined;
  const { state, due, sent } = standing;
  if (state === "forbidden") return "notice-forbidden";
  if (isWaived(meeting)) return undefined;
  const given = state === "sent" || state === "late" ? (sent?.sentAt ?? at) : at;
  return given > due.at ? "notice-late" : undefined;
}

/** Answers for inviting though the notice is not in time; every such deed has its reason in the log. */
export async function waiveNotice(
  trx: Db,
  { id, agencyId, subject }: Meeting,
  reason: string,
  signed: Signature,
): Promise<void> {
  await trx
    .updateTable("meeting")
    .set({ noticeWaivedAt: signed.at, noticeWaivedBy: signed.by.id, noticeWaiver: reason })
    .where("id", "=", id)
    .execute();
  const particulars = { subject, reason };
  await record(trx, signed, { act: "notice.waived", about: { id }, agencyId, particulars });
}

/** Writes the draft of a meeting's notice, with the meeting as it now is; what was sent before stays as it was sent. */
export async function draftNotice(
  db: Db,
  meeting: { id: string },
  form: NoticeForm,
  signed: Signature,
): Promise<{ ok: true }> {
  return allOrNothing(db, async (trx) => {
    const current = await takeInHand(trx, meeting.id);
    const values = {
      ...saidOf(current),
      ...{ number: form.number ?? null, day: form.day ?? null, signer: form.signer ?? null },
      ...{ recipient: form.recipient, grounds: form.grounds ?? "", outlets: form.outlets ?? "" },
      ...{ draftedAt: signed.at, draftedBy: signed.by.id },
    };
    const { numUpdatedRows } = await trx
      .updateTable("meetingNotice")
      .set(values)
      .where("meetingId", "=", meeting.id)
      .where("sentAt", "is", null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n)
      await trx
        .insertInto("meetingNotice")
        .values({ ...values, id: randomUUID(), meetingId: meeting.id })
        .execute();
    return { ok: true } as const;
  });
}

/** Drafts the notice anew where the meeting is no longer as the last one sent says (art. 22: held as notified). */
export async function renewNotice(trx: Db, meeting: Meeting, signed: Signature): Promise<void> {
  const [last] = await noticesOf(trx, meeting);
  if (!last?.sentAt || last.forbiddenAt || !isOutdated(last, meeting)) return;
  const { recipient, signer, grounds, outlets } = last;
  await trx
    .insertInto("meetingNotice")
    .values({
      ...{ id: randomUUID(), meetingId: meeting.id, ...saidOf(meeting) },
      ...{ recipient, signer, grounds, outlets },
      ...{ draftedAt: signed.at, draftedBy: signed.by.id },
    })
    .execute();
}

export type SendingRefusal = "no-draft" | "no-number" | "incomplete" | "sent-in-future";

/**
 * Records that the notice was sent, when and how, with a copy where there is one; from then on it stays as it is.
 * Refused: `no-draft`, `no-number` (of the paper, or its day), `incomplete` while one of the items is missing,
 * `sent-in-future`, and as papers are.
 */
export async function recordSending(
  db: Db,
  meeting: { id: string; agencyId: string },
  sending: { sentAt: Moment; sentHow: NonNullable<MeetingNotice["sentHow"]>; file?: SentFile },
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: SendingRefusal | DocumentRefusal }> {
  const { sentAt, sentHow, file } = sending;
  if (sentAt > signed.at) return { ok: false, reason: "sent-in-future" };
  const agency = { id: meeting.agencyId };
  return withDocument<{ ok: true } | { ok: false; reason: SendingRefusal }>(
    db,
    agency,
    file,
    signed,
    async (trx, fileId) => {
      const current = await takeInHand(trx, meeting.id);
      const standing = await noticeStanding(trx, (await findMeeting(trx, current.id)) as Noticed);
      const draft = standing?.draft;
      if (!standing || !draft) return { ok: false, reason: "no-draft" } as const;
      if (!draft.number || !draft.day) return { ok: false, reason: "no-number" } as const;
      if (standing.missing.length > 0) return { ok: false, reason: "incomplete" } as const;
      await trx
        .updateTable("meetingNotice")
        .set({ ...saidOf(current), sentAt, sentHow, sentBy: signed.by.id, fileId: fileId ?? null })
        .where("id", "=", draft.id)
        .execute();
      const { agencyId, subject } = current;
      const particulars = { subject, number: draft.number, recipient: draft.recipient };
      await record(trx, signed, { act: "notice.sent", about: meeting, agencyId, particulars });
      return { ok: true } as const;
    },
  );
}

/**
 * Records that the authority has forbidden the meeting in writing; nobody can be invited any more. Refused: `not-sent`,
 * `already-forbidden`.
 */
export async function recordProhibition(
  db: Db,
  meeting: { id: string },
  { number, reason }: { number: string; reason: string },
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "not-sent" | "already-forbidden" }> {
  return allOrNothing(db, async (trx) => {
    const { agencyId, subject } = await takeInHand(trx, meeting.id);
    const notices = await noticesOf(trx, meeting);
    const sent = notices.find(({ sentAt }) => sentAt !== null);
    if (!sent) return { ok: false, reason: "not-sent" } as const;
    if (sent.forbiddenAt) return { ok: false, reason: "already-forbidden" } as const;
    await trx
      .updateTable("meetingNotice")
      .set({ forbiddenAt: signed.at, forbiddenBy: signed.by.id })
      .set({ forbidNo: number, forbidReason: reason })
      .where("id", "=", sent.id)
      .execute();
    const particulars = { subject, number, reason };
    await record(trx, signed, { act: "notice.forbidden", about: meeting, agencyId, particulars });
    return { ok: true } as const;
  });
}
