import { text } from "node:stream/consumers";
import type { Db, Moment } from "#db/tables.ts";
import { takeDown } from "../documents/shelf.server.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { phaseOf } from "../meetings/meeting.ts";
import { filesOf } from "../press-kit/files.server.ts";
import { isOpen } from "../press-kit/press-file.ts";
import { kitOf } from "../press-kit/reading.server.ts";
import { type Passage, readTranscript } from "../press-kit/transcript.ts";
import { agendaOf } from "../programme/agenda.server.ts";
import { otherSpeakersOf } from "../programme/speakers.server.ts";
import { linksOf } from "./links.server.ts";
import { publishedMinutesOf } from "./minutes.server.ts";

type Standing = Pick<
  Meeting,
  "id" | "scheduledAt" | "announcedAt" | "postponedAt" | "rescheduledAt" | "heldAt" | "cancelledAt"
>;

/** Beyond this a transcript is fetched as the file it is, so that the page stays light. */
const LONGEST_TRANSCRIPT = 400_000;

/** All that the public page of a meeting shows beside its facts: programme, people, files, and what is left of it. */
export async function publicRecordOf(db: Db, meeting: Standing, at: Moment) {
  const [programme, kit, minutes, videos, articles] = await Promise.all([
    publicProgrammeOf(db, meeting),
    kitOf(db, meeting, "everybody", at),
    publishedMinutesOf(db, meeting.id),
    linksOf(db, meeting.id, "video"),
    linksOf(db, meeting.id, "article"),
  ]);
  const transcripts = await transcriptsOf(db, meeting, at);
  return {
    ...programme,
    kit,
    minutes: minutes && { text: minutes.text, publishedAt: minutes.publishedAt as Moment },
    videos,
    articles,
    transcripts,
  };
}

export type PublicRecord = Awaited<ReturnType<typeof publicRecordOf>>;

/** What comes when at a meeting, and who speaks there beside its first spokesperson; nothing once it is called off. */
export async function publicProgrammeOf(
  db: Db,
  { id, cancelledAt }: Pick<Meeting, "id" | "cancelledAt">,
) {
  if (cancelledAt) return { agenda: [], speakers: [] };
  const [agenda, speakers] = await Promise.all([agendaOf(db, id), otherSpeakersOf(db, id)]);
  return {
    agenda: agenda.map(({ id, title, speaker, minutes }) => ({ id, title, speaker, minutes })),
    speakers: speakers.map(({ id, name, position, capacity }) => ({
      ...{ id, name, position, capacity },
    })),
  };
}

/** What was said, to be read on the page itself: transcripts that are text and open to everybody. */
async function transcriptsOf(db: Db, meeting: Standing, at: Moment) {
  const files = (await filesOf(db, meeting.id)).filter(
    (file) =>
      file.kind === "transcript" && file.audience === "everybody" && isOpen(file, meeting, at),
  );
  const read: { id: string; title: string; language: string; passages: Passage[] }[] = [];
  for (const { id, title, language, versions } of files) {
    const [{ type, bytes, sha256 }] = versions;
    if ((type !== "text/vtt" && type !== "text/plain") || bytes > LONGEST_TRANSCRIPT) continue;
    const said = await text(takeDown(sha256));
    read.push({ id, title, language, passages: readTranscript(said, type) });
  }
  return read;
}

/** What may be done when a meeting is over; nothing of it is demanded. */
export const AFTERWARDS = [
  "attendance",
  "minutes",
  "video",
  "transcript",
  "documents",
  "articles",
] as const;
export type Afterwards = (typeof AFTERWARDS)[number];

/** Which of it is there: who came, in the office's books; the rest for the public to read. Undefined while it is not over. */
export async function standingOf(
  db: Db,
  meeting: Standing,
  at: Moment,
): Promise<Record<Afterwards, boolean> | undefined> {
  if (phaseOf(meeting) !== "held") return undefined;
  const [attendance, minutes, videos, articles, { open }] = await Promise.all([
    hasAttendance(db, meeting),
    publishedMinutesOf(db, meeting.id),
    linksOf(db, meeting.id, "video"),
    linksOf(db, meeting.id, "article"),
    kitOf(db, meeting, "everybody", at),
  ]);
  const has = (...kinds: string[]) => open.some(({ kind }) => kinds.includes(kind));
  return {
    attendance,
    minutes: minutes !== undefined || has("minutes"),
    video: videos.length > 0 || has("video"),
    transcript: has("transcript"),
    documents: open.some(({ kind }) => kind !== "minutes" && kind !== "transcript"),
    articles: articles.length > 0,
  };
}

async function hasAttendance(db: Db, { id }: { id: string }): Promise<boolean> {
  const one = await db
    .selectFrom("attendance")
    .select("id")
    .where("meetingId", "=", id)
    .where("undoneAt", "is", null)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

/** How much there is in a meeting's rooms, for the desk's first look: points and their minutes, people, files. */
export async function preparationOf(db: Db, meetingId: string) {
  const [agenda, speakers, files] = await Promise.all([
    agendaOf(db, meetingId),
    otherSpeakersOf(db, meetingId),
    filesOf(db, meetingId),
  ]);
  const kept = files.filter(({ withdrawnAt }) => withdrawnAt === null);
  return {
    agenda: agenda.map(({ title, minutes }) => ({ title, minutes })),
    others: speakers.map(({ name }) => name),
    files: kept.length,
  };
}
