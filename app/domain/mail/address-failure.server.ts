import type { Db, Moment } from "#db/tables.ts";
import { type Fault, faultOf } from "./failure.ts";
import { problemOf, serverWords } from "./problem.ts";

/** A final no to one letter, said to our server or come back later as a report (RFC 3464, action "failed"). */
export interface AddressFailure {
  mailId: string;
  words: string; // what the server said
  status?: string | undefined; // its enhanced status, "5.1.1", where a report gives it by itself
  at: Moment;
  atRecipient?: boolean; // said to RCPT TO
}

/**
 * Writes down what a final no to a letter means: a letter that counted as sent has not arrived; an address that
 * does not exist is wrong for everybody who is listed with it, and for the published entry whose confirmation
 * was asked there; a no to our way of sending is kept for the operator and held against nobody. Answers which.
 */
export async function markAddressFailed(
  db: Db,
  { mailId, words, status, at, atRecipient }: AddressFailure,
): Promise<Fault | undefined> {
  const said = serverWords(words);
  const fault = faultOf({ status, words: said, atRecipient });
  const mail = await db
    .updateTable("mail")
    .set({ fault: fault ?? null, refusedAt: at })
    .where("id", "=", mailId)
    .returning(["to", "confirmationId"])
    .executeTakeFirst();
  if (!mail) return undefined;
  // Also one that waits to be sent once more: it had arrived, after all, and came back.
  await db
    .updateTable("mail")
    .set({ stage: "refused", problem: problemOf("returned", said), raw: null })
    .where("id", "=", mailId)
    .where("stage", "in", ["sent", "queued"])
    .execute();
  if (fault !== "address") return fault;

  const bounced = { bouncedAt: at, bounce: said };
  await db
    .updateTable("journalist")
    .set(bounced)
    .where("email", "=", mail.to)
    .where("bouncedAt", "is", null)
    .execute();
  if (mail.confirmationId)
    await db
      .updateTable("confirmation")
      .set(bounced)
      .where("id", "=", mail.confirmationId)
      .where("bouncedAt", "is", null)
      .execute();
  return fault;
}

/** Forgets that an address failed: somebody knows that it is right. */
export async function trustAddress(db: Db, journalistId: string): Promise<void> {
  await db
    .updateTable("journalist")
    .set({ bouncedAt: null, bounce: null })
    .where("id", "=", journalistId)
    .execute();
}
