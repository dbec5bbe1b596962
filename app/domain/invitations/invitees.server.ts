import type { Db, Language } from "#db/tables.ts";

/** Somebody a letter of a meeting is written to. */
export interface Invitee {
  invitationId: string | null; // null in a preview
  token: string;
  calendarUid: string;
  organizer: string | null; // where their calendar's answer goes; null: to the sender
  name: string;
  email: string;
  language: Language;
  outletName: string | null;
  journalistToken: string; // for the unsubscribe link
}

/** Everybody invited to a meeting, with what decides who is written to. */
export async function inviteesOf(db: Db, meetingId: string) {
  return db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .select([
      "invitation.id as invitationId",
      "invitation.token",
      "invitation.calendarUid",
      "invitation.organizer",
      "invitation.reply",
      "invitation.repliedAt",
      "journalist.name",
      "journalist.email",
      "journalist.language",
      "journalist.token as journalistToken",
      "journalist.unsubscribedAt",
      "outlet.name as outletName",
    ])
    .where("invitation.meetingId", "=", meetingId)
    .orderBy("invitation.invitedAt")
    .orderBy("invitation.id")
    .execute();
}

/** The invited as an officer reads them: name and outlet. */
export function namesOf(invitees: Pick<Invitee, "invitationId" | "name" | "outletName">[]) {
  return invitees.map(({ invitationId, name, outletName }) => ({
    id: invitationId as string,
    name: [name, outletName].filter(Boolean).join(", "),
  }));
}

/** Those of the invited who are written to when a meeting changes. */
export async function toldOfChanges(db: Db, meetingId: string) {
  return (await inviteesOf(db, meetingId)).filter(isStillInvited);
}

/** Whoever unsubscribed stays invited only if they answered, unless with a no. */
export function isStillInvited({
  unsubscribedAt,
  reply,
  repliedAt,
}: Pick<Awaited<ReturnType<typeof inviteesOf>>[number], "unsubscribedAt" | "reply" | "repliedAt">) {
  return unsubscribedAt === null || (repliedAt !== null && reply !== "declined");
}
