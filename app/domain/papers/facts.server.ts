import { messagesIn } from "#app/i18n/messages.ts";
import type { Db } from "#db/tables.ts";
import { officeOf } from "../documents/signature-lines.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";
import { otherSpeakersOf } from "../programme/speakers.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import type { PaperFacts, PaperWords } from "./paper.ts";

/** All that the paper of a meeting is written from: what an officer said of it, or else what the books suggest. */
export async function paperFacts(db: Db, meeting: MeetingOfAgency): Promise<PaperFacts> {
  const [kept, agency, heads, others] = await Promise.all([
    findPaper(db, meeting.id),
    agencyAndPlace(db, meeting.agencyId),
    speakersOf(db, { id: meeting.agencyId }, meeting.startsAt),
    otherSpeakersOf(db, meeting.id),
  ]);
  const head = heads.find(({ capacity }) => capacity === "head");
  const headOffice = head ? officeOf(head.position) : null;
  const { spokespersonName, spokespersonPosition } = meeting;
  const first = spokespersonName
    ? [{ name: spokespersonName, position: spokespersonPosition ?? "" }]
    : [];
  return {
    meeting,
    words: kept ?? suggested(meeting, { headOffice, signer: head?.name ?? "" }),
    place: agency.place,
    symbol: agency.symbol ?? (meeting.agencyKind === "peoples_committee" ? "UBND" : null),
    superior: await superiorOf(db, meeting, agency),
    headOffice,
    speakers: [...first, ...others.map(({ name, position }) => ({ name, position }))],
  };
}

/** What an officer said of the paper of a meeting; undefined where nobody did. */
export function findPaper(db: Db, meetingId: string) {
  return db
    .selectFrom("meetingPaper")
    .selectAll()
    .where("meetingId", "=", meetingId)
    .executeTakeFirst();
}

/** A paper that nobody has touched is sent as it is: an urgent meeting asks for no further step. */
function suggested(
  { agencyKind }: MeetingOfAgency,
  { headOffice, signer }: { headOffice: string | null; signer: string },
): PaperWords {
  const its = messagesIn("vi").papers.paper;
  const office = agencyKind === "peoples_committee" ? its.head : its.headElsewhere;
  return {
    ...{ files: "both", number: null, day: null, registerBy: null, contact: "", composition: "" },
    ...{ addressees: its.addressees, reason: its.reason, recipients: its.recipientLines },
    ...{ signing: "head", office: headOffice ?? office, signer },
  };
}

function agencyAndPlace(db: Db, agencyId: string) {
  return db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["area.id as areaId", "area.name as place", "agency.symbol", "agency.underId"])
    .where("agency.id", "=", agencyId)
    .executeTakeFirstOrThrow();
}

/** The committee that a department belongs to, the department of a sub-department; a committee has none above it. */
async function superiorOf(
  db: Db,
  { agencyKind }: MeetingOfAgency,
  { areaId, underId }: { areaId: string; underId: string | null },
): Promise<string | null> {
  if (agencyKind === "peoples_committee" || agencyKind === "vertical") return null;
  const above = await db
    .selectFrom("agency")
    .select("name")
    .where(({ eb, and }) =>
      underId
        ? eb("id", "=", underId)
        : and([eb("areaId", "=", areaId), eb("kind", "=", "peoples_committee")]),
    )
    .executeTakeFirst();
  return above?.name ?? null;
}
