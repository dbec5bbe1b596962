import { dayOf, later } from "#app/clock.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { shelve } from "../documents/shelf.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { AGENDAS, COMING, FILES, HELD, LINKS, MINUTES, TRANSCRIPT } from "./meeting-rooms.ts";
import { MARK } from "./office.ts";
import { samplePaper } from "./sample-paper.ts";

type Meeting = Row<"meeting">;

/** Programmes, files under embargo and open, minutes, a transcript and an article: a little of each. */
export async function furnishMeetingRooms(db: Db, at: Moment): Promise<void> {
  const by = `${MARK}account-0`;
  const meetingOf = (name: string) =>
    db
      .selectFrom("meeting")
      .selectAll()
      .where("id", "=", MARK + name)
      .executeTakeFirstOrThrow();
  const [coming, held] = [await meetingOf(COMING), await meetingOf(HELD)];
  for (const meeting of [coming, held]) await furnishAgenda(db, meeting);
  await furnishSpeaker(db, coming, at);
  await furnishFiles(db, { coming, held }, at);

  const over = held.heldAt ?? at;
  const written = { writtenAt: over, writtenBy: by, publishedAt: over, publishedBy: by };
  await db
    .insertInto("meetingMinutes")
    .values({ meetingId: held.id, version: 1, text: MINUTES, ...written })
    .execute();
  await db
    .insertInto("meetingLink")
    .values(
      LINKS.map((link, i) => ({
        ...{ ...link, id: `${MARK}link-${i}`, meetingId: held.id },
        ...{ day: link.kind === "article" ? dayOf(over) : null, addedAt: over, addedBy: by },
        ...{ removedAt: null, removedBy: null },
      })),
    )
    .execute();
}

async function furnishAgenda(db: Db, meeting: Meeting) {
  const items = AGENDAS[meeting.id.slice(MARK.length)] ?? [];
  await db
    .insertInto("agendaItem")
    .values(
      items.map((item, i) => ({
        ...{ ...item, id: `${meeting.id}-item-${i}`, meetingId: meeting.id, place: i + 1 },
        speaker: item.speaker ?? (i === 0 ? meeting.chair || null : meeting.spokespersonName),
      })),
    )
    .execute();
}

/** Whoever else may speak for the agency then, besides the first. */
async function furnishSpeaker(db: Db, meeting: Meeting, at: Moment) {
  const speakers = await speakersOf(db, { id: meeting.agencyId }, meeting.startsAt);
  const other = speakers.find(({ personId }) => personId !== meeting.spokespersonId);
  if (!other) return;
  const { personId, name, position, capacity } = other;
  await db
    .insertInto("meetingSpeaker")
    .values({
      ...{ id: `${MARK}speaker`, meetingId: meeting.id, personId, name, position, capacity },
      ...{ addedAt: at, addedBy: `${MARK}account-0` },
    })
    .execute();
}

async function furnishFiles(
  db: Db,
  { coming, held }: { coming: Meeting; held: Meeting },
  at: Moment,
) {
  for (const [i, { meeting: name, opens, ...file }] of FILES.entries()) {
    const meeting = name === HELD ? held : coming;
    const addedAt = name === HELD ? (held.heldAt ?? at) : later(at, { minutes: i });
    const by = `${MARK}account-0`;
    const isText = file.kind === "transcript";
    const bytes = isText ? new TextEncoder().encode(TRANSCRIPT) : sample(file.title);
    const documentId = `${MARK}press-file-${i}`;
    await db
      .insertInto("document")
      .values({
        ...{ id: documentId, agencyId: meeting.agencyId, name: file.name },
        ...{ sha256: await shelve(bytes), type: isText ? "text/vtt" : "application/pdf" },
        ...{ bytes: bytes.length, uploadedAt: addedAt, uploadedBy: by },
      })
      .execute();
    const { kind, title, audience } = file;
    await db
      .insertInto("meetingFile")
      .values({
        ...{ id: `${MARK}file-${i}`, meetingId: meeting.id, kind, title, audience },
        ...{ language: "vi", opensAt: opens === "start" ? meeting.startsAt : null },
        ...{ addedAt, addedBy: by, withdrawnAt: null, withdrawnBy: null, withdrawReason: null },
      })
      .execute();
    const version = { fileId: `${MARK}file-${i}`, version: 1, documentId };
    await db
      .insertInto("meetingFileVersion")
      .values({ ...version, addedAt, addedBy: by })
      .execute();
  }
}

/** The sample's typeface knows no Vietnamese signs. */
function sample(title: string) {
  const plain = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D");
  return samplePaper(["TAI LIEU MAU / SAMPLE DOCUMENT", plain]);
}

/**
 * Empties the rooms of the demo's meetings, whoever furnished them since, and forgets its people where they speak at
 * others. Returns the papers that were handed out there.
 */
export async function removeMeetingRooms(db: Db, meetings: string[]): Promise<string[]> {
  const files = db.selectFrom("meetingFile").select("id").where("meetingId", "in", meetings);
  const papers = await db
    .deleteFrom("meetingFileVersion")
    .where("fileId", "in", files)
    .returning("documentId")
    .execute();
  for (const table of [
    ...(["meetingFile", "agendaItem", "meetingSpeaker"] as const),
    ...(["meetingMinutes", "meetingLink"] as const),
  ])
    await db.deleteFrom(table).where("meetingId", "in", meetings).execute();
  const people = db.selectFrom("person").select("id").where("id", "like", `${MARK}%`);
  await db
    .updateTable("meetingSpeaker")
    .set({ personId: null })
    .where("personId", "in", people)
    .execute();
  const documentIds = papers.map(({ documentId }) => documentId);
  await db
    .deleteFrom("audit")
    .where("act", "=", "document.stored")
    .where("about", "in", documentIds)
    .execute();
  return documentIds;
}
