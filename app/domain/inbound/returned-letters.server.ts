import type { Db, Moment, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import { markAddressFailed } from "../mail/address-failure.server.ts";
import type { Mail } from "../mail/letter.ts";
import { serverWords } from "../mail/problem.ts";
import { findMeeting } from "../meetings/meetings.server.ts";
import type { DeliveryReport } from "./bounces.ts";
import type { Incoming } from "./incoming.server.ts";

export interface Returned {
  mail: Mail;
  isSure: boolean; // nobody but a mail server that had the letter knows what it was found by
}

/** By whom a bounce is signed: no person did it. */
const MAIL_SERVER = { id: "mail-server", name: "Máy chủ thư" };

/**
 * The letter of ours that a mail server speaks of: by the address it was returned to, else by its Message-ID in what
 * came back, else, as a guess, the last one that went to the recipient it names.
 */
export async function findReturned(
  db: Db,
  {
    token,
    envelopeId,
    reports,
  }: { token: string | undefined; envelopeId: string; reports: DeliveryReport[] },
  mail: Pick<Incoming, "returned" | "text">,
): Promise<Returned | undefined> {
  const letters = db.selectFrom("mail").selectAll();
  const sure = async (query: typeof letters) => {
    const found = await query.executeTakeFirst();
    return found && { mail: found, isSure: true };
  };
  if (token) {
    const found = await sure(letters.where("returnToken", "=", token));
    if (found) return found;
  }
  const ids = messageIdsIn(`${mail.returned}\n${mail.text.slice(0, 50_000)}`);
  const found =
    (ids.length > 0 && (await sure(letters.where("messageId", "in", ids)))) ||
    (envelopeId && (await sure(letters.where("id", "=", envelopeId))));
  if (found) return found;
  const recipients = reports.map(({ recipient }) => recipient).filter(Boolean);
  if (recipients.length === 0) return undefined;
  const guess = await letters
    .where("to", "in", recipients)
    .where("stage", "=", "sent")
    .orderBy("sentAt", "desc")
    .executeTakeFirst();
  return guess && { mail: guess, isSure: false };
}

function messageIdsIn(text: string): string[] {
  const ids = [...text.matchAll(/^[>\s]{0,4}(?:x-)?message-id:\s*(<[^<>\s]{3,300}>)/gim)];
  return [...new Set(ids.map(([, id]) => id as string))].slice(0, 10);
}

/** The report about a letter's own recipient, or the worst one where none names them. */
export function reportOn({ to }: Mail, reports: DeliveryReport[]): DeliveryReport {
  const own = reports.filter(({ recipient }) => recipient === to.toLowerCase());
  const of = own.length > 0 ? own : reports;
  return (of.find(({ action }) => action === "failed") ?? of[0]) as DeliveryReport;
}

/**
 * Writes down that a letter did not arrive, for the letter and for whatever address is at fault (see
 * `markAddressFailed`), and tells it in the log of its meeting.
 */
export async function noteReturned(
  trx: Db,
  mail: Mail,
  { words, status }: DeliveryReport,
  at: Moment,
): Promise<void> {
  if (mail.refusedAt) return;
  const said = words || status;
  await markAddressFailed(trx, { mailId: mail.id, words: said, status: status || undefined, at });
  const meeting = await meetingOf(trx, mail);
  await record(
    trx,
    { by: MAIL_SERVER, at },
    {
      act: "letter.returned",
      about: { id: meeting?.id ?? mail.id },
      agencyId: meeting?.agencyId ?? mail.agencyId,
      particulars: { name: mail.toName, to: mail.to, words: serverWords(said) },
    },
  );
}

async function meetingOf(db: Db, mail: Pick<Row<"mail">, "invitationId" | "repeatedForId">) {
  const invitationId = mail.invitationId ?? mail.repeatedForId;
  if (!invitationId) return undefined;
  const { meetingId } = await db
    .selectFrom("invitation")
    .select("meetingId")
    .where("id", "=", invitationId)
    .executeTakeFirstOrThrow();
  return findMeeting(db, meetingId);
}
