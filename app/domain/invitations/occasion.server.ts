import type { Db, Moment } from "#db/tables.ts";
import { pressMailboxOf } from "../agencies/press-mailbox.server.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";
import { filesOf } from "../press-kit/files.server.ts";
import { otherSpeakersOf } from "../programme/speakers.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";

/** A meeting with all that a letter tells of it. */
export interface Occasion extends MeetingOfAgency {
  otherSpeakers: { name: string; position: string }[];
  pressEmail: string | null; // the agency's mailbox that people read
  contact: Contact | null;
  kit: { open: number; nextAt: Moment | null }; // files without an embargo; the end of the first embargo
}

/** Somebody to ask, as the public list has them. */
export interface Contact {
  name: string;
  position: string;
  phone: string;
  email: string;
}

/** A meeting as its letters tell of it: read once, however many letters there are. */
export async function occasionOf(db: Db, meeting: MeetingOfAgency): Promise<Occasion> {
  const [otherSpeakers, pressEmail, contact, files] = await Promise.all([
    otherSpeakersOf(db, meeting.id),
    pressMailboxOf(db, meeting.agencyId),
    contactOf(db, meeting),
    filesOf(db, meeting.id),
  ]);
  const embargoes = files.flatMap(({ withdrawnAt, opensAt }) => (withdrawnAt ? [] : [opensAt]));
  const later = embargoes.filter((opensAt) => opensAt !== null).toSorted();
  return {
    ...meeting,
    otherSpeakers: otherSpeakers.map(({ name, position }) => ({ name, position })),
    pressEmail,
    contact: contact ?? null,
    kit: { open: embargoes.length - later.length, nextAt: later[0] ?? null },
  };
}

/** The meeting's spokesperson, or else whom the agency's public list says to ask. */
async function contactOf(
  db: Db,
  { agencyId, startsAt, spokespersonId }: MeetingOfAgency,
): Promise<Contact | undefined> {
  const listed = (await speakersOf(db, { id: agencyId }, startsAt)).filter(
    ({ publishedAt }) => publishedAt !== null,
  );
  const found = listed.find(({ personId }) => personId === spokespersonId) ?? listed[0];
  if (!found) return undefined;
  const { name, position, phone, email } = found;
  return { name, position, phone, email };
}
