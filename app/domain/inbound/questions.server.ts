import { dayOf, later } from "#app/clock.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { notClosedBy } from "../agencies/agencies.server.ts";
import { senderAddress } from "../mail/sender.server.ts";
import { journalistAt, LONGEST_TEXT } from "../queries/by-mail.server.ts";
import { seenText } from "../queries/plain-text.ts";
import type { Incoming } from "./incoming.server.ts";
import type { ReviewReason } from "./reasons.ts";
import { trustIn } from "./trust.ts";

/** An agency at whose own mailbox a mail came in. */
export interface AgencyWrittenTo {
  id: string;
  mailbox: string;
}

/**
 * The agencies of today whose mailbox is among the addresses that a mail was brought to; where none is, among those
 * that it names.
 */
export async function agenciesWrittenTo(
  db: Db,
  { to, at }: { to: string[]; at: Moment },
  { recipients }: Pick<Incoming, "recipients">,
): Promise<AgencyWrittenTo[]> {
  const brought = await agenciesAt(db, to, at);
  return brought.length > 0 ? brought : agenciesAt(db, recipients, at);
}

async function agenciesAt(db: Db, addresses: string[], at: Moment): Promise<AgencyWrittenTo[]> {
  if (addresses.length === 0) return [];
  const rows = await db
    .selectFrom("agency")
    .select(["id", "pressEmail"])
    .where(
      (eb) => eb.fn<string>("lower", ["pressEmail"]),
      "in",
      addresses.map((address) => address.trim().toLowerCase()),
    )
    .where(notClosedBy(dayOf(at)))
    .orderBy("id")
    .execute();
  return rows.map(({ id, pressEmail }) => ({ id, mailbox: (pressEmail ?? "").toLowerCase() }));
}

/** What a letter to an agency is taken for: a question, or something for a person to look at first. */
export type LetterJudgement =
  | { kind: "query"; outcome: "ask"; agency: { id: string }; trust: "verified" | null }
  | { kind: "other"; outcome: "review"; reason: ReviewReason; answers: AnsweredLetter | undefined };

type AnsweredLetter = Pick<Row<"mail">, "id" | "invitationId" | "queryId">;

/**
 * Judges a letter that a person wrote to an agency's mailbox. It is a question of theirs, unless it answers a letter of
 * ours, comes from the office itself, could be for several agencies, says nothing, or is more than one person asks.
 */
export async function judgeLetter(
  db: Db,
  mail: Incoming,
  agencies: AgencyWrittenTo[],
  { at, authservId }: { at: Moment; authservId: string | undefined },
): Promise<LetterJudgement> {
  const review = (reason: ReviewReason, answers?: AnsweredLetter): LetterJudgement => ({
    ...{ kind: "other", outcome: "review", reason, answers },
  });
  const answers = await letterAnswered(db, mail);
  if (answers) return review("reply", answers);
  const [agency, ...others] = agencies;
  const [from, ...alsoFrom] = mail.from;
  if (!agency || !from || alsoFrom.length > 0) return review("no-question");
  if ([agency.mailbox, senderAddress().toLowerCase()].includes(from)) return review("no-question");
  if (others.length > 0) return review("several-agencies");
  const text = seenText(mail.text).trim();
  if (!text) return review(mail.hasWinmail ? "winmail" : "no-question");
  if (text.length > LONGEST_TEXT) return review("too-long");
  const trust = trustIn(mail, from, authservId) === "verified" ? "verified" : null;
  if (await isTooMuch(db, agency, from, at)) return review("too-many");
  return { kind: "query", outcome: "ask", agency, trust };
}

/** The letter of ours that a mail says it answers. */
function letterAnswered(db: Db, mail: Incoming): Promise<AnsweredLetter | undefined> {
  const named = ["in-reply-to", "references"]
    .flatMap((name) => mail.headers(name))
    .flatMap((value) => value.match(/<[^<>\s]{1,300}>/g) ?? [])
    .slice(0, 50);
  return db
    .selectFrom("mail")
    .select(["id", "invitationId", "queryId"])
    .where("messageId", "in", named)
    .orderBy("postedAt", "desc")
    .executeTakeFirst();
}

/** So many questions become queries by themselves within a day; what is more waits for a person, and is not lost. */
const MOST_A_DAY = { ofOneSender: 5, ofStrangers: 30 };

async function isTooMuch(db: Db, agency: { id: string }, from: string, at: Moment) {
  const { ofSender, ofStrangers } = await db
    .selectFrom("query")
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere("askerEmail", "=", from).as("ofSender"),
      fn.countAll<number>().filterWhere("journalistId", "is", null).as("ofStrangers"),
    ])
    .where("agencyId", "=", agency.id)
    .where("channel", "=", "mail")
    .where("receivedAt", ">", later(at, { days: -1 }))
    .executeTakeFirstOrThrow();
  if (Number(ofSender) >= MOST_A_DAY.ofOneSender) return true;
  if (Number(ofStrangers) < MOST_A_DAY.ofStrangers) return false;
  return (await journalistAt(db, agency, from)) === undefined;
}

/** Whether letters to an address are for an agency. */
export async function isAgencyMailbox(db: Db, address: string): Promise<boolean> {
  const found = await db
    .selectFrom("agency")
    .select("id")
    .where((eb) => eb.fn<string>("lower", ["pressEmail"]), "=", address.trim().toLowerCase())
    .executeTakeFirst();
  return found !== undefined;
}
