import type { Db } from "#db/tables.ts";
import { byGivenName } from "../press/folding.ts";

/** Everybody who said that they come, by given name, with what they bring and need: the office's own list. */
export async function guestList(db: Db, meeting: { id: string }) {
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .select(["invitation.id", "invitation.reply", "invitation.substituteName"])
    .select(["invitation.substitutePaper", "invitation.substitutePaperNo", "invitation.partySize"])
    .select(["invitation.online", "invitation.cameras", "invitation.tripod", "invitation.live"])
    .select(["invitation.interpreter", "invitation.note", "invitation.repliedAt"])
    .select(["invitation.repliedVia", "invitation.replyTrust", "invitation.waitingSince"])
    .select(["journalist.name as invitedName", "journalist.phone", "outlet.name as outletName"])
    .where("invitation.meetingId", "=", meeting.id)
    .where("invitation.reply", "in", ["coming", "substitute"])
    .execute();
  return rows
    .map(({ invitedName, ...row }) => {
      const substitute = row.reply === "substitute" ? row.substituteName : null;
      return { ...row, name: substitute ?? invitedName, insteadOf: substitute && invitedName };
    })
    .sort(byGivenName);
}

export type GuestListed = Awaited<ReturnType<typeof guestList>>[number];

/** What has to be prepared for those who come in person, and into which languages for all. */
export interface Needs {
  cameras: number;
  tripods: number;
  plugs: number;
  languages: Record<string, number>; // how many people each is for
}

/** The needs of those who come, added up; whoever still waits for a seat is not among them. */
export function needsOf(guests: GuestListed[]): Needs {
  const needs: Needs = { cameras: 0, tripods: 0, plugs: 0, languages: {} };
  for (const { online, cameras, tripod, live, interpreter, partySize, waitingSince } of guests) {
    if (waitingSince) continue;
    if (interpreter) needs.languages[interpreter] = (needs.languages[interpreter] ?? 0) + partySize;
    if (online) continue;
    needs.cameras += cameras;
    needs.tripods += tripod;
    needs.plugs += live;
  }
  return needs;
}
