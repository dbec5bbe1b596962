import { createHash, randomUUID } from "node:crypto";
import { config } from "#app/config.server.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import { byInvitation } from "../audit/entry.ts";
import { answersAddress, senderAddress } from "../mail/sender.server.ts";
import { readSubaddress } from "../mail/subaddress.ts";
import { unsubscribe } from "../press/subscriptions.server.ts";
import { type QueryByMail, receiveByMail } from "../queries/by-mail.server.ts";
import { keepCalendarAnswer } from "./answer-keeping.server.ts";
import { type Incoming, readIncoming } from "./incoming.server.ts";
import { type Arrival, addressedIn, type Judgement, judge } from "./judging.server.ts";
import { KEPT_OCTETS, MAX_OCTETS } from "./limits.ts";
import { agenciesWrittenTo, type LetterJudgement } from "./questions.server.ts";
import { LATE_REASONS, type LateReason } from "./reasons.ts";
import { findReturned, noteReturned, reportOn } from "./returned-letters.server.ts";

/** A mail as a way in brings it. */
export interface Brought {
  raw: Buffer;
  from?: string | undefined; // the envelope's; unknown where a mailbox is read
  to?: string[] | undefined;
  at: Moment;
}

export type InboundMail = Row<"inboundMail">;
export type TakenIn = Omit<InboundMail, "raw"> & { isNew: boolean };

type Verdict = Pick<InboundMail, "kind" | "outcome"> & Partial<InboundMail>;

/**
 * Takes in a mail, whichever way it came: keeps it, and does what it says as far as it can be believed, both or
 * neither: what is written to an agency becomes a query. The same mail is taken in once. What cannot be judged is kept
 * for a person; nobody is ever answered.
 */
export async function takeIn(
  db: Db,
  { raw, from, to = [], at }: Brought,
  { base = answersAddress(), authservId = config.AUTHSERV_ID } = {},
): Promise<TakenIn> {
  const read = await readIncoming(raw);
  const mail = read.ok ? read.mail : undefined;
  const named = { recipients: mail?.recipients ?? [] };
  const ours = addressedIn({ base, to }, named)?.address;
  const agencies = ours ? [] : await agenciesWrittenTo(db, { to, at }, named);
  const fingerprint = fingerprintOf(raw, mail, ours ?? agencies[0]?.mailbox ?? "");
  const known = await findTaken(db, fingerprint);
  if (known) return { ...known, isNew: false };

  const row = {
    id: randomUUID(),
    ...{ fingerprint, receivedAt: at, bytes: raw.length },
    from: printable(mail?.from.join(", ") || (from ?? "")),
    to: printable(firstOf([...to, ...named.recipients])),
    subject: printable(mail?.subject ?? ""),
    raw: raw.length > MAX_OCTETS ? raw.subarray(0, KEPT_OCTETS) : raw,
  };
  // What is for one agency alone is its officers' to read.
  const agencyId = agencies.length === 1 ? (agencies[0]?.id ?? null) : null;
  const write = async (trx: Db, verdict: Verdict) => {
    const { raw: _, ...kept } = await trx
      .insertInto("inboundMail")
      .values({
        ...{ ...row, ...(verdict.kind === "other" && { agencyId }), ...verdict },
        settledAt: isOpen(verdict) ? null : at,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { ...kept, isNew: true };
  };
  if (!read.ok) return write(db, { kind: "other", outcome: "review", reason: read.reason });

  try {
    return await db.transaction().execute(async (trx) => {
      const arrival = { from, to, at, base, authservId, agencies };
      const judgement = await judge(trx, read.mail, arrival);
      return write(trx, await carryOut(trx, judgement, read.mail, { ...arrival, id: row.id }));
    });
  } catch (error) {
    // Taken in by somebody else at the same moment, or we failed over it: then a person looks at it.
    const taken = await findTaken(db, fingerprint);
    if (taken) return { ...taken, isNew: false };
    const words = error instanceof Error ? error.message.slice(0, 500) : null;
    return write(db, { kind: "other", outcome: "review", reason: "failed", words });
  }
}

/** Takes in, of what the trial mailbox receives, the mail that is for an address of ours: everything else is our own letters. */
export async function takeInTrial(db: Db, mail: Brought): Promise<void> {
  const [to, base, none] = [mail.to ?? [], answersAddress(), { recipients: [] }];
  const ours =
    addressedIn({ base, to }, none) ||
    (!isOwn(mail, base) && (await agenciesWrittenTo(db, { to, at: mail.at }, none)).length > 0);
  if (ours) await takeIn(db, mail);
}

/** Letters of our own come back to no agency: its officers are among those who get some. */
function isOwn({ from = "" }: Brought, base: string | undefined): boolean {
  return (
    from === senderAddress() || (base !== undefined && readSubaddress(base, from) !== undefined)
  );
}

/** What needs a person's eye: the unknown, the late, and what came from another address than the invited one's. */
function isOpen({ outcome, trust, reason }: Verdict): boolean {
  return (
    outcome === "review" ||
    outcome === "too-late" ||
    (outcome === "overtaken" && reason !== null) ||
    (outcome === "applied" && trust === "other_address")
  );
}

async function carryOut(
  trx: Db,
  judged: Judgement,
  mail: Incoming,
  { at, id }: Arrival & { id: string },
): Promise<Verdict> {
  if (judged.kind === "unsubscription") {
    const gone = await unsubscribe(trx, judged.token, at, "mail");
    if (!gone.ok) return { kind: "unsubscription", outcome: "review", reason: "unknown-token" };
    const journalist = await journalistOf(trx, judged.token);
    return { kind: "unsubscription", outcome: "unsubscribed", journalistId: journalist };
  }
  if (judged.kind === "bounce") return carryOutBounce(trx, judged, mail, at);
  if (judged.kind === "query") return carryOutQuestion(trx, judged, mail, at);
  if ("answers" in judged) return aboutLetter(judged);
  const { kind, to } = judged;
  const base = { kind, invitationId: to?.id ?? null };
  if (judged.outcome === "review" || judged.outcome === "ignored")
    return { ...base, outcome: judged.outcome, reason: judged.reason };

  const { answer } = judged;
  const said = { ...base, ...answer };
  const tell = (outcome: "applied" | "older" | "too-late" | "overtaken") =>
    record(
      trx,
      { by: byInvitation(judged.to), at },
      {
        act: "answer.by-calendar",
        about: { id },
        agencyId: judged.to.meeting.agencyId,
        particulars: { name: judged.to.name, reply: answer.reply, trust: answer.trust, outcome },
      },
    );
  if (judged.outcome === "overtaken") {
    await tell("overtaken");
    // Whoever says something else than what stands may have changed their mind on a slow clock.
    const differs = judged.to.reply !== answer.reply;
    return { ...said, outcome: "overtaken", reason: differs ? "differs" : null };
  }
  const kept =
    judged.outcome === "too-late"
      ? ({ ok: false, reason: judged.reason } as const)
      : await keepCalendarAnswer(trx, judged.to, answer, at);
  if (kept.ok) {
    const outcome = kept.is === "older" ? "older" : "applied";
    await tell(outcome);
    return { ...said, outcome };
  }
  if (isLate(kept.reason)) {
    await tell("too-late");
    return { ...said, outcome: "too-late", reason: kept.reason };
  }
  return { ...said, outcome: "review", reason: kept.reason === "no-room" ? "no-room" : "failed" };
}

function isLate(reason: string): reason is LateReason {
  return (LATE_REASONS as readonly string[]).includes(reason);
}

/** Enters a question in the agency's books. Its asker hears of it from an officer, not from a machine. */
async function carryOutQuestion(
  trx: Db,
  { agency, trust }: Extract<Judgement, { kind: "query" }>,
  mail: Incoming,
  at: Moment,
): Promise<Verdict> {
  const outcome = await receiveByMail(trx, agency, letterIn(mail, at));
  if (!outcome.ok) return { kind: "other", outcome: "review", reason: "no-question" };
  return { kind: "query", outcome: "asked", agencyId: agency.id, queryId: outcome.id, trust };
}

/** A mail as the desk of queries reads it. */
export function letterIn(mail: Incoming, receivedAt: Moment): QueryByMail {
  const { fromName: name, from, subject, text, messageId } = mail;
  return {
    ...{ from: { name, address: from[0] ?? "" }, subject, text, receivedAt },
    messageId: messageId || null,
  };
}

/** What answers a letter of ours is read by whoever wrote that; what is about a query, by the unit in charge alone. */
function aboutLetter({ reason, answers }: Extract<LetterJudgement, { kind: "other" }>): Verdict {
  const review = { kind: "other", outcome: "review", reason } as const;
  if (!answers) return review;
  const about = { mailId: answers.id, invitationId: answers.invitationId };
  return { ...review, ...about, ...(!answers.queryId && { agencyId: null }) };
}

async function carryOutBounce(
  trx: Db,
  judged: Extract<Judgement, { kind: "bounce" }>,
  mail: Incoming,
  at: Moment,
): Promise<Verdict> {
  const unknown = { kind: "bounce", outcome: "review", reason: "unknown-bounce" } as const;
  const reports = judged.outcome === "reported" ? judged.reports : [];
  const envelopeId = judged.outcome === "reported" ? judged.envelopeId : "";
  const found = await findReturned(trx, { token: judged.token, envelopeId, reports }, mail);
  if (!found) return { ...unknown, words: reports[0]?.words.slice(0, 500) ?? null };
  const { id: mailId, invitationId, repeatedForId } = found.mail;
  const whose = { mailId, invitationId: invitationId ?? repeatedForId };
  if (reports.length === 0) return { ...unknown, ...whose };
  const report = reportOn(found.mail, reports);
  const said = { ...whose, words: report.words.slice(0, 500) };
  if (report.action === "delayed") return { kind: "bounce", outcome: "delayed", ...said };
  if (report.action !== "failed") return { kind: "bounce", outcome: "delivered", ...said };
  if (!found.isSure) return { ...unknown, ...said };
  await noteReturned(trx, found.mail, report, at);
  return { kind: "bounce", outcome: "not-delivered", ...said };
}

async function journalistOf(db: Db, token: string): Promise<string | null> {
  const row = await db
    .selectFrom("journalist")
    .select("id")
    .where("token", "=", token)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function findTaken(db: Db, fingerprint: string) {
  const found = await db
    .selectFrom("inboundMail")
    .selectAll()
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst();
  if (!found) return undefined;
  const { raw: _, ...taken } = found;
  return taken;
}

/** The same mail brought twice has other lines on top, by whom it was carried: those do not count. */
function fingerprintOf(raw: Buffer, mail: Incoming | undefined, ours: string): string {
  const body = raw.indexOf("\r\n\r\n") < 0 ? raw.indexOf("\n\n") : raw.indexOf("\r\n\r\n");
  const who = mail && [mail.messageId, mail.date, mail.subject, ...mail.from].join("\n");
  return createHash("sha256")
    .update(`${who ?? ""}\0${ours}\0`)
    .update(who === undefined ? raw : raw.subarray(Math.max(body, 0)))
    .digest("hex");
}

/** The first few of those a mail is for, each once. */
function firstOf(addresses: string[]): string {
  return [...new Set(addresses.map((one) => one.trim().toLowerCase()))].slice(0, 3).join(", ");
}

/** On one line, without what databases and pages do not hold. */
function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Surrogate}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 500);
}
