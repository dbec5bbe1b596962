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

/** Everybody invited to a meeting, or the one of an invitation, with what decides who is written to. */
export async function inviteesOf(db: Db, meetingId: string, invitationId?: string) {
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .leftJoin("suppression", (join) =>
      join
        .onRef("suppression.provinceId", "=", "journalist.provinceId")
        .onRef("suppression.email", "=", "journalist.email")
        .on("suppression.liftedAt", "is", null),
    )
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
      "suppression.ground",
    ])
    .where("invitation.meetingId", "=", meetingId)
    .$if(invitationId !== undefined, (query) =>
      query.where("invitation.id", "=", invitationId as string),
    )
    .orderBy("invitation.invitedAt")
    .orderBy("invitation.id")
    .execute();
  return rows.map(({ ground, ...invitee }) => ({ ...invitee, isDead: ground === "dead_address" }));
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

/** Those of the invited who are told that it is called off: everybody whose address still works. */
export async function toldOfCallingOff(db: Db, meetingId: string) {
  return (await inviteesOf(db, meetingId)).filter(({ isDead }) => !isDead);
}

type Told = Pick<
  Awaited<ReturnType<typeof inviteesOf>>[number],
  "unsubscribedAt" | "reply" | "repliedAt" | "isDead"
>;

/** Whoever unsubscribed stays invited only if they answered, unless with a no; a dead address gets nothing. */
export function isStillInvited({ unsubscribedAt, reply, repliedAt, isDead }: Told) {
  return !isDead && (unsubscribedAt === null || (repliedAt !== null && reply !== "declined"));
}
