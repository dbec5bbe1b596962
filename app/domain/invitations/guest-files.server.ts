import type { Db, Moment } from "#db/tables.ts";
import type { Document } from "../documents/document.ts";
import { findReadable, kitOf } from "../press-kit/reading.server.ts";
import { isStillInvited } from "./invitees.server.ts";
import { findInvitation, type InvitationFound } from "./replies.server.ts";

/** The press kit as the holder of an invitation sees it at a moment: whoever is no longer invited reads as everybody. */
export function kitForGuest(db: Db, invitation: InvitationFound, at: Moment) {
  return kitOf(db, invitation.meeting, readerOf(invitation), at);
}

/** A file of the meeting that a letter's link is the key of, if it is open to its holder at this moment. */
export async function findGuestFile(
  db: Db,
  token: string,
  fileId: string,
  at: Moment,
): Promise<Document | undefined> {
  const invitation = await findInvitation(db, token);
  return invitation && findReadable(db, invitation.meeting, fileId, readerOf(invitation), at);
}

function readerOf(invitation: InvitationFound) {
  return isStillInvited({ ...invitation, isDead: false }) ? "invited" : "everybody";
}
