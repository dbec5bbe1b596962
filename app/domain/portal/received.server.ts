import type { Db } from "#db/tables.ts";

/** By what mail that came in is somebody's: their record, an invitation of theirs, or the address that it came from. */
interface Sender {
  ids: string[];
  invitationIds: string[];
  email: string | null; // null: another province's record has the same address, and its mail
}

/** Mail that may be somebody's; `isFrom` says of each whether it is. */
export function receivedFrom(db: Db, { ids, invitationIds, email }: Sender) {
  return db
    .selectFrom("inboundMail")
    .select(["id", "from", "journalistId", "invitationId"])
    .where((eb) =>
      eb.or([
        eb("journalistId", "in", ids),
        eb("invitationId", "in", invitationIds),
        ...(email ? [eb(eb.fn<string>("lower", ["from"]), "like", `%${email}%`)] : []),
      ]),
    );
}

/** An address that only ends alike is somebody else's: kha@bao.vn wrote nothing of ha@bao.vn's. */
export function isFrom(
  mail: { from: string; journalistId: string | null; invitationId: string | null },
  { ids, invitationIds, email }: Sender,
): boolean {
  const { from, journalistId, invitationId } = mail;
  if (journalistId && ids.includes(journalistId)) return true;
  if (invitationId && invitationIds.includes(invitationId)) return true;
  const addresses = from.toLowerCase().split(/[\s<>()",;:]+/);
  return email !== null && addresses.includes(email);
}
