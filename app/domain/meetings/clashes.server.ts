import type { Db, Moment } from "#db/tables.ts";
import { ofProvince } from "../agencies/agencies.server.ts";
import { isSamePerson, isSamePlace } from "./likeness.ts";
import type { Meeting } from "./meeting.ts";
import { type MeetingOfAgency, meetingsOfAgencies } from "./meetings.server.ts";

/** When something is to be, and with whom and where, as far as that is known. */
export type Slot = Pick<Meeting, "startsAt" | "endsAt"> & {
  id?: string;
  kind?: Meeting["kind"];
  chair?: string;
  spokespersonId?: string | null; // whoever else speaks is in the programme of the meeting with that id
  venue?: string | null;
};

/** In what two meetings of one hour get in each other's way; the first that holds. */
const CLASHES = ["spokesperson", "chair", "venue", "agency", "press_conference"] as const;
export type ClashKind = (typeof CLASHES)[number];

export interface Clash {
  why: ClashKind;
  meeting: Pick<Meeting, "id" | "subject" | "startsAt" | "endsAt" | "zone" | "agencyId"> & {
    agencyName: string;
    agencyNameEn: string;
  };
}

/**
 * For each slot of an agency, in their order, the meetings that it would meet with: the agency's own, whatever has
 * become of them yet, and those that other agencies of the province have announced. Two queries, however many slots.
 */
export async function clashesOf(
  db: Db,
  agency: { id: string; provinceId: string },
  slots: Slot[],
): Promise<Clash[][]> {
  if (slots.length === 0) return [];
  const first = slots.map(({ startsAt }) => startsAt).toSorted()[0] as Moment;
  const last = slots
    .map(({ endsAt }) => endsAt)
    .toSorted()
    .at(-1) as Moment;
  const rows = await meetingsOfAgencies(db)
    .where("meeting.startsAt", "<", last)
    .where("meeting.endsAt", ">", first)
    .where("meeting.cancelledAt", "is", null)
    .where("meeting.postponedAt", "is", null)
    .where(ofProvince(agency.provinceId))
    .where(({ eb, or }) =>
      or([eb("meeting.agencyId", "=", agency.id), eb("meeting.announcedAt", "is not", null)]),
    )
    .orderBy("meeting.startsAt")
    .orderBy("meeting.id")
    .execute();
  if (rows.length === 0) return slots.map(() => []);
  const others = await furtherSpeakers(db, [...rows, ...slots]);
  const speaking = ({ id, spokespersonId }: Pick<Slot, "id" | "spokespersonId">) =>
    [spokespersonId, ...(others.get(id ?? "") ?? [])].filter((person) => !!person);
  return slots.map((slot) =>
    rows.flatMap((row) => {
      if (row.id === slot.id) return [];
      const theirs = speaking(row);
      const isSpeakerShared = speaking(slot).some((person) => theirs.includes(person));
      const why = clashBetween(slot, row, { agency, isSpeakerShared });
      return why ? [{ why, meeting: named(row) }] : [];
    }),
  );
}

/** The persons who speak at meetings beside the first spokesperson, by meeting. */
async function furtherSpeakers(
  db: Db,
  meetings: { id?: string }[],
): Promise<Map<string, string[]>> {
  const ids = [...new Set(meetings.flatMap(({ id }) => id ?? []))];
  const rows = await db
    .selectFrom("meetingSpeaker")
    .select(["meetingId", "personId"])
    .where("meetingId", "in", ids)
    .execute();
  const people = new Map<string, string[]>();
  for (const { meetingId, personId } of rows)
    if (personId) people.set(meetingId, [...(people.get(meetingId) ?? []), personId]);
  return people;
}

/** As much of a meeting as another agency's desk may see of it. */
function named(row: MeetingOfAgency): Clash["meeting"] {
  const { id, subject, startsAt, endsAt, zone, agencyId, agencyName, agencyNameEn } = row;
  return { id, subject, startsAt, endsAt, zone, agencyId, agencyName, agencyNameEn };
}

function clashBetween(
  slot: Slot,
  other: Meeting,
  { agency, isSpeakerShared }: { agency: { id: string }; isSpeakerShared: boolean },
): ClashKind | undefined {
  if (other.startsAt >= slot.endsAt || other.endsAt <= slot.startsAt) return undefined;
  const isOwn = other.agencyId === agency.id;
  const within = { agency: isOwn };
  const same: Record<ClashKind, boolean> = {
    spokesperson: isSpeakerShared,
    chair: isSamePerson(slot.chair ?? "", other.chair, within),
    venue: isSamePlace(slot.venue ?? "", other.venue ?? "", within),
    agency: isOwn,
    press_conference:
      (slot.kind ?? "press_conference") === "press_conference" && other.kind === "press_conference",
  };
  return CLASHES.find((why) => same[why]);
}
