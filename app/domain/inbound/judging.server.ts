import type { Db, Moment, Row } from "#db/tables.ts";
import { whyNotReply } from "../invitations/replies.server.ts";
import { readSubaddress } from "../mail/subaddress.ts";
import { findMeeting, type MeetingOfAgency } from "../meetings/meetings.server.ts";
import { type DeliveryReport, readBounceText, readDeliveryStatus, reasonedBy } from "./bounces.ts";
import { type AnsweredEvent, isDateOf, readCalendarMessage } from "./calendar-answer.ts";
import type { Incoming } from "./incoming.server.ts";
import { type AgencyWrittenTo, judgeLetter, type LetterJudgement } from "./questions.server.ts";
import type { IgnoredReason, LateReason, ReviewReason } from "./reasons.ts";
import { type Trust, trustIn } from "./trust.ts";

/** Where and when a mail came in, and what the office calls itself. */
export interface Arrival {
  from: string | undefined; // the envelope's sender; empty for what mail servers say themselves
  to: string[]; // the envelope's recipients, and those that the headers name
  at: Moment;
  base: string | undefined; // the address whose subaddresses bring answers
  authservId: string | undefined;
  agencies: AgencyWrittenTo[]; // at whose own mailbox it came in, where it is for no subaddress
}

export interface CalendarReply {
  reply: NonNullable<Row<"inboundMail">["reply"]>;
  sequence: number;
  stamp: Moment;
  trust: Trust;
}

/** What a mail is taken for, and what is to come of it. */
export type Judgement =
  | { kind: "answer"; outcome: "apply" | "older" | "overtaken"; to: Invited; answer: CalendarReply }
  | { kind: "answer"; outcome: "too-late"; reason: LateReason; to: Invited; answer: CalendarReply }
  | { kind: "answer" | "other"; outcome: "review"; reason: ReviewReason; to: Invited | undefined }
  | { kind: "answer" | "other"; outcome: "ignored"; reason: IgnoredReason; to: Invited | undefined }
  | {
      kind: "bounce";
      outcome: "reported";
      reports: DeliveryReport[];
      envelopeId: string;
      token: string | undefined;
    }
  | { kind: "bounce"; outcome: "review"; reason: "unknown-bounce"; token: string }
  | { kind: "unsubscription"; token: string }
  | LetterJudgement;

/**
 * Judges a mail that came in, in one order: what mail servers say, what machines say by themselves, what a person
 * writes to an agency, then a calendar's answer, which must be a REPLY to the address and about the event of one invitation, given by the
 * person invited, to the version that was sent last. Nothing else in it is believed, and nobody is written to.
 */
export async function judge(db: Db, mail: Incoming, arrival: Arrival): Promise<Judgement> {
  const { at, authservId } = arrival;
  const addressed = addressedIn(arrival, mail)?.read;
  const bounce = bounceIn(mail, arrival, addressed);
  if (bounce) return bounce;

  const [calendar] = mail.calendars;
  const byToken =
    addressed?.kind === "answer" ? await invitedBy(db, "token", addressed.token) : undefined;
  const other = { kind: "other", to: byToken } as const;
  if (!calendar && isNotice(mail)) return { ...other, outcome: "ignored", reason: "notice" };
  const message = calendar && readCalendarMessage(calendar.text);
  const isLetter = arrival.agencies.length > 0 && message?.method !== "REPLY";
  if ((!calendar || isLetter) && isAutomatic(mail))
    return { ...other, outcome: "ignored", reason: "auto-reply" };
  if (isLetter) return judgeLetter(db, mail, arrival.agencies, arrival);
  if (addressed?.kind === "unsubscription")
    return { kind: "unsubscription", token: addressed.token };
  if (addressed?.kind === "bounce" && !calendar)
    return { kind: "bounce", outcome: "review", reason: "unknown-bounce", token: addressed.token };
  if (!calendar)
    return { ...other, outcome: "review", reason: mail.hasWinmail ? "winmail" : "letter" };

  const review = (reason: ReviewReason, to = byToken): Judgement => ({
    ...{ kind: "answer", outcome: "review", reason, to },
  });
  const ignore = (reason: IgnoredReason): Judgement => ({
    ...{ kind: "answer", outcome: "ignored", reason, to: byToken },
  });
  if (!message) return review("unreadable");
  if (message.method === null) return review("no-method");
  if (calendar.method && calendar.method !== message.method) return ignore("method-mismatch");
  if (message.method === "COUNTER") return review("counter");
  if (message.method === "REFRESH") return review("refresh");
  if (message.method !== "REPLY") return ignore("not-an-answer");

  const [first] = message.events;
  if (!first) return review("unreadable");
  const byUid = await invitedBy(db, "calendarUid", first.uid);
  if (addressed?.kind !== "answer") return review("no-token", byUid);
  if (!byToken) return review("unknown-token", byUid);
  if (!byUid) return review("unknown-event");
  if (byUid.id !== byToken.id) return review("other-invitation");
  if (message.events.some(({ uid }) => uid !== first.uid)) return review("several-events");

  const { meeting } = byToken;
  const masters = message.events.filter(({ date }) => date === null);
  if (masters.length > 1) return review("several-events");
  const event =
    masters[0] ?? message.events.find(({ date }) => date !== null && isDateOf(date, meeting));
  if (!event) return review("other-date");

  if (event.attendees.length === 0) return review("no-attendee");
  const said = event.attendees.filter(({ address }) => byToken.addresses.includes(address));
  const [invitee] = said;
  if (!invitee) return review("other-attendee");
  if (said.some(({ answer }) => answer !== invitee.answer)) return review("unknown-answer");
  if (invitee.answer === "DELEGATED") return review("delegated");
  if (invitee.answer === "NEEDS-ACTION") return ignore("undecided");
  const reply = REPLIES[invitee.answer];
  if (!reply) return review("unknown-answer");

  const { sequence } = event;
  if (sequence > meeting.revision) return review("future-version");
  const stamp = stampOf(event, at);
  const trust = trustIn(mail, invitee.address, authservId);
  const answer = { reply, sequence, stamp, trust };
  const judged = { kind: "answer", to: byToken, answer } as const;
  const late = whyNotReply(meeting, at);
  if (late) return { ...judged, outcome: "too-late", reason: late };
  if (sequence < meeting.revision) return { ...judged, outcome: "older" };
  // Of equal stamps the later arrival counts: SOGo repeats ours whenever it answers.
  const last = await lastStampOf(db, byToken, sequence);
  return { ...judged, outcome: last && stamp < last ? "overtaken" : "apply" };
}

const REPLIES: Record<string, CalendarReply["reply"]> = {
  ACCEPTED: "coming",
  TENTATIVE: "tentative",
  DECLINED: "declined",
};

type Addressed = ReturnType<typeof readSubaddress>;

/** The first address of ours with a token among those that a mail was brought to, or names. */
export function addressedIn(
  { base, to }: Pick<Arrival, "base" | "to">,
  { recipients }: Pick<Incoming, "recipients">,
): { address: string; read: NonNullable<Addressed> } | undefined {
  if (!base) return undefined;
  for (const address of [...to, ...recipients]) {
    const read = readSubaddress(base, address);
    if (read) return { address: address.trim().toLowerCase(), read };
  }
  return undefined;
}

/** What a mail server says of a letter of ours, written for programs or, from a mail server's address, for people. */
function bounceIn(mail: Incoming, { from }: Arrival, addressed: Addressed): Judgement | undefined {
  const token = addressed?.kind === "bounce" ? addressed.token : undefined;
  const found = { kind: "bounce", outcome: "reported", token } as const;
  const statuses = mail.reports.map(readDeliveryStatus);
  const reports = statuses.flatMap(({ reports }) =>
    reports.map((report) => reasonedBy(mail.text, report)),
  );
  const envelopeId = statuses.find((status) => status.envelopeId)?.envelopeId ?? "";
  if (reports.length > 0) return { ...found, reports, envelopeId };
  const isServer = from === "" || /^(mailer-daemon|postmaster)@/.test(mail.from[0] ?? "");
  const told =
    isServer || token !== undefined || mail.headers("x-failed-recipients").length > 0
      ? readBounceText(mail.subject, mail.text)
      : undefined;
  return told && { ...found, reports: [told], envelopeId: "" };
}

const AUTOMATIC_SUBJECT =
  /^(?:auto(?:matic|mated)?[ -]?(?:reply|response|answer)|out of (?:the )?office|vacation|trả lời tự động|thư trả lời tự động|vắng mặt)/i;

const READ_RECEIPT = /^multipart\/report\b.*\breport-type\s*=\s*"?disposition-notification\b/is;

/** Out of office, lists, robots (RFC 3834), receipts that say a letter was opened (RFC 8098): not an answer to anything. */
function isAutomatic(mail: Incoming): boolean {
  const [submitted = "no"] = mail.headers("auto-submitted");
  const [precedence = ""] = mail.headers("precedence");
  return (
    !/^\s*no\b/i.test(submitted) ||
    mail.headers("content-type").some((type) => READ_RECEIPT.test(type)) ||
    /^\s*(bulk|list|junk|auto_reply)\b/i.test(precedence) ||
    ["x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply"].some(
      (name) => mail.headers(name).length > 0,
    ) ||
    AUTOMATIC_SUBJECT.test(mail.subject)
  );
}

/** SOGo sends its answer to the organizer, and to whoever SENT-BY names words about it, without the answer. */
function isNotice(mail: Incoming): boolean {
  return mail.headers("x-sogo-message-type").some((type) => /^\s*calendar:/i.test(type));
}

/** An invitation that a mail is about. */
export interface Invited {
  id: string;
  token: string;
  name: string;
  reply: Row<"invitation">["reply"];
  addresses: string[]; // of the invited: today's, and those that letters went to
  meeting: MeetingOfAgency;
}

async function invitedBy(
  db: Db,
  column: "token" | "calendarUid",
  value: string,
): Promise<Invited | undefined> {
  const found = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .select(["invitation.id", "invitation.token", "invitation.meetingId", "invitation.reply"])
    .select(["journalist.name", "journalist.email"])
    .where(`invitation.${column}`, "=", value)
    .executeTakeFirst();
  if (!found) return undefined;
  const letters = await db
    .selectFrom("mail")
    .select("to")
    .distinct()
    .where("invitationId", "=", found.id)
    .execute();
  const { id, token, name, reply, email, meetingId } = found;
  const addresses = [email, ...letters.map(({ to }) => to)].map((one) => one.toLowerCase());
  const meeting = (await findMeeting(db, meetingId)) as MeetingOfAgency;
  return { id, token, name, reply, addresses, meeting };
}

/** When an answer was given, as its sender says; one from the future would win over all later ones. */
function stampOf({ stamp }: AnsweredEvent, at: Moment): Moment {
  return stamp && stamp < at ? stamp : at;
}

/** The latest stamp among the answers to a version that were applied. */
async function lastStampOf(db: Db, { id }: Invited, sequence: number): Promise<Moment | null> {
  const { last } = await db
    .selectFrom("inboundMail")
    .select(({ fn }) => fn.max<Moment | null>("stamp").as("last"))
    .where("invitationId", "=", id)
    .where("outcome", "=", "applied")
    .where("sequence", "=", sequence)
    .executeTakeFirstOrThrow();
  return last;
}
