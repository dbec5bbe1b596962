import type { Db } from "#db/tables.ts";
import { passPicture } from "../invitations/entry-pass.server.ts";
import { brings, type Reply } from "../invitations/reply-form.ts";
import { guestsAtDoor } from "./attendance.server.ts";

/** Of whom badges are printed. */
export const BADGED = ["coming", "all"] as const;
export type Badged = (typeof BADGED)[number];

/** The badges of a meeting by given name: name, outlet and pass of those who said that they come, or of all invited. */
export async function listBadges(db: Db, meeting: { id: string }, who: Badged) {
  const guests = await guestsAtDoor(db, meeting);
  return guests.flatMap(({ id, name, outlet, pass, reply, waits }) => {
    const isMeant = who === "all" || (!waits && brings(reply as Reply | null));
    return pass && isMeant ? [{ id, name, outlet, pass, picture: passPicture(pass) }] : [];
  });
}
