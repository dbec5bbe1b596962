import type { Db } from "#db/tables.ts";
import { enclosureOf } from "../mail/enclosures.server.ts";
import type { Letter } from "../mail/letter.ts";
import { answersAddress } from "../mail/sender.server.ts";
import { subaddress } from "../mail/subaddress.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";
import { paperFiles } from "../papers/papers.server.ts";
import { chooseJournalists } from "../press/journalists.server.ts";
import { inviteeOf } from "./invitations.server.ts";
import { invitationLetter } from "./letters.server.ts";
import { occasionOf } from "./occasion.server.ts";

/** In place of the secret parts, which only the recipient ever sees. */
const UNSIGNED = {
  id: null,
  token: "preview",
  calendarUid: "00000000-0000-4000-8000-000000000000",
};

/**
 * The very letter that a journalist would get if they were invited now; nothing is posted, and its links
 * lead nowhere. Undefined for somebody who cannot be invited.
 */
export async function previewLetter(
  db: Db,
  meeting: MeetingOfAgency,
  journalist: { id: string },
): Promise<Letter | undefined> {
  const [chosen] = await chooseJournalists(db, meeting.provinceId, {
    journalistIds: [journalist.id],
  });
  if (!chosen) return undefined;
  const occasion = await occasionOf(db, meeting);
  const base = answersAddress();
  const organizer = base ? subaddress(base, "answer", UNSIGNED.token) : null;
  const unsigned = { ...chosen, token: UNSIGNED.token };
  const invitee = inviteeOf(unsigned, { ...UNSIGNED, organizer });
  const letter = invitationLetter(occasion, invitee);
  const files = await paperFiles(db, meeting, invitee.language);
  return { ...letter, enclosures: files.map((file) => enclosureOf(file).id).join("\n") || null };
}
