import type { Day, Language, Moment, Row } from "#db/tables.ts";

/** One province's record of a journalist, as its owner sees it. */
export type OwnRecord = Pick<
  Row<"journalist">,
  | "id"
  | "provinceId"
  | "name"
  | "email"
  | "language"
  | "pressCardNo"
  | "pressCardUntilDay"
  | "introLetterNo"
  | "introLetterUntilDay"
  | "unsubscribedAt"
> & { province: { type: string; name: string; nameEn: string } };

/**
 * Who is in the journalists' room: whoever holds an e-mail address, with the record of every province that knows it.
 * `proven` is who came by a letter to that address; an invitation may have been passed on, and opens its own
 * record to be read, but changes nothing about it.
 */
export interface Visitor {
  email: string;
  name: string;
  language: Language;
  proven: boolean;
  session: string;
  records: OwnRecord[];
}

/** The record of this id, if it is theirs. */
export function recordOf(visitor: Visitor, id: string | undefined): OwnRecord | undefined {
  return visitor.records.find((record) => record.id === id);
}

/** A journalist acts in their own room: the deed is signed with their record. */
export const byJournalist = ({ id, name }: { id: string; name: string }, at: Moment) => ({
  by: { id: `journalist:${id}`, name },
  at,
});

/** Whether a press card on record ran out before a day: a new number is asked for, and nobody is kept out. */
export function hasOldCard(
  { pressCardNo, pressCardUntilDay }: Pick<OwnRecord, "pressCardNo" | "pressCardUntilDay">,
  day: Day,
): boolean {
  return pressCardNo !== null && pressCardUntilDay !== null && pressCardUntilDay < day;
}
