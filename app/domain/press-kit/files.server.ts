import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import {
  type DocumentRefusal,
  type DocumentType,
  PRESS_FILES,
  type SentFile,
} from "../documents/document.ts";
import { typeOfDocument } from "../documents/document-type.server.ts";
import { findDocument, storeDocument } from "../documents/documents.server.ts";
import { findMeetingFor, takeInHand } from "../meetings/meetings.server.ts";
import type { FileDetails, PressFile } from "./press-file.ts";
import { readTranscript } from "./transcript.ts";

export type FileRefusal =
  | DocumentRefusal
  | "is-cancelled"
  | "embargo-past"
  | "no-cues"
  | "same-file"
  | "withdrawn";

/**
 * Puts a file into a meeting's press kit. Refused: `is-cancelled`, an embargo that is over already
 * (`embargo-past`: a slip), a transcript in WebVTT without a spoken word (`no-cues`), and as `storeDocument`.
 */
export async function addFile(
  db: Db,
  meeting: { id: string },
  details: FileDetails,
  sent: SentFile,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: FileRefusal }> {
  return allOrNothing(db, async (trx) => {
    const { agencyId, cancelledAt } = await takeInHand(trx, meeting.id);
    if (cancelledAt) return { ok: false, reason: "is-cancelled" } as const;
    const { opensAt, title, audience } = details;
    if (opensAt !== null && opensAt <= signed.at)
      return { ok: false, reason: "embargo-past" } as const;
    const stored = await store(trx, { id: agencyId }, details, sent, signed);
    if (!stored.ok) return stored;

    const id = randomUUID();
    await trx
      .insertInto("meetingFile")
      .values({
        ...{ id, meetingId: meeting.id, ...details, addedAt: signed.at, addedBy: signed.by.id },
        ...{ withdrawnAt: null, withdrawnBy: null, withdrawReason: null },
      })
      .execute();
    await addRow(trx, { fileId: id, version: 1, documentId: stored.id }, signed);
    const particulars = { title, audience, opensAt };
    await record(trx, signed, {
      ...{ act: "meeting.file-added", about: meeting, agencyId, particulars },
    });
    return { ok: true, id } as const;
  });
}

/**
 * Puts a new version in a file's place, for the same people from the same moment on; the one before stays known to
 * the office. Refused: `withdrawn`, `same-file` as the one it is to replace, and as `addFile`.
 */
export async function addVersion(
  db: Db,
  { id, meetingId }: Pick<PressFile, "id" | "meetingId">,
  sent: SentFile,
  signed: Signature,
): Promise<{ ok: true; version: number } | { ok: false; reason: FileRefusal }> {
  return allOrNothing(db, async (trx) => {
    const { agencyId, cancelledAt } = await takeInHand(trx, meetingId);
    if (cancelledAt) return { ok: false, reason: "is-cancelled" } as const;
    const file = await fileNow(trx, id);
    if (file.withdrawnAt) return { ok: false, reason: "withdrawn" } as const;
    const stored = await store(trx, { id: agencyId }, file, sent, signed);
    if (!stored.ok) return stored;
    const [latest] = await versionsOf(trx, [id]);
    const before = latest && (await findDocument(trx, latest.documentId));
    const after = await findDocument(trx, stored.id);
    if (before && before.sha256 === after?.sha256)
      return { ok: false, reason: "same-file" } as const;

    const version = (latest?.version ?? 0) + 1;
    await addRow(trx, { fileId: id, version, documentId: stored.id }, signed);
    await record(trx, signed, {
      act: "meeting.file-replaced",
      about: { id: meetingId },
      agencyId,
      particulars: { title: file.title, version },
    });
    return { ok: true, version } as const;
  });
}

/** Says otherwise what a file is, whom it is for, or from when on. Refused: `withdrawn`, `is-cancelled`, `embargo-past`. */
export async function changeFile(
  db: Db,
  { id, meetingId }: Pick<PressFile, "id" | "meetingId">,
  details: FileDetails,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: FileRefusal }> {
  return allOrNothing(db, async (trx) => {
    const { agencyId, cancelledAt } = await takeInHand(trx, meetingId);
    if (cancelledAt) return { ok: false, reason: "is-cancelled" } as const;
    const before = await fileNow(trx, id);
    if (before.withdrawnAt) return { ok: false, reason: "withdrawn" } as const;
    const { opensAt, title, audience } = details;
    if (opensAt !== null && opensAt !== before.opensAt && opensAt <= signed.at)
      return { ok: false, reason: "embargo-past" } as const;

    await trx.updateTable("meetingFile").set(details).where("id", "=", id).execute();
    await record(trx, signed, {
      act: "meeting.file-changed",
      about: { id: meetingId },
      agencyId,
      particulars: { title, audience, opensAt },
    });
    return { ok: true } as const;
  });
}

/** Takes a file back from whoever might read it; that it was there, and why it no longer is, stays in the books. */
export async function withdrawFile(
  db: Db,
  { id, meetingId, title }: Pick<PressFile, "id" | "meetingId" | "title">,
  reason: string,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "withdrawn" }> {
  return allOrNothing(db, async (trx) => {
    const { agencyId } = await takeInHand(trx, meetingId);
    const withdrawn = await trx
      .updateTable("meetingFile")
      .set({ withdrawnAt: signed.at, withdrawnBy: signed.by.id, withdrawReason: reason })
      .where("id", "=", id)
      .where("withdrawnAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!withdrawn) return { ok: false, reason: "withdrawn" } as const;
    await record(trx, signed, {
      act: "meeting.file-withdrawn",
      about: { id: meetingId },
      agencyId,
      particulars: { title, reason },
    });
    return { ok: true } as const;
  });
}

/**
 * Moves the embargoes of a meeting along with it, by as much as its start: what was to open with it still does.
 * What had opened before stays open. Part of the deed that moves the meeting.
 */
export async function moveEmbargoes(
  trx: Db,
  meeting: { id: string; agencyId: string; startsAt: Moment; postponedAt: Moment | null },
  startsAt: Moment,
  signed: Signature,
) {
  const by = Date.parse(startsAt) - Date.parse(meeting.startsAt);
  if (by === 0) return;
  const closed = await trx
    .selectFrom("meetingFile")
    .select(["id", "title", "opensAt"])
    .where("meetingId", "=", meeting.id)
    .where("withdrawnAt", "is", null)
    .where("opensAt", ">", meeting.postponedAt ?? signed.at)
    .execute();
  for (const { id, title, opensAt } of closed) {
    const from = opensAt as Moment;
    const to = new Date(Date.parse(from) + by).toISOString();
    await trx.updateTable("meetingFile").set({ opensAt: to }).where("id", "=", id).execute();
    const { agencyId } = meeting;
    await record(trx, signed, {
      act: "meeting.embargo-moved",
      about: { id: meeting.id },
      agencyId,
      particulars: { title, from, to },
    });
  }
}

function store(
  trx: Db,
  agency: { id: string },
  { kind }: Pick<PressFile, "kind">,
  sent: SentFile,
  signed: Signature,
) {
  const isSilent =
    kind === "transcript" &&
    typeOfDocument(sent.bytes) === "text/vtt" &&
    readTranscript(new TextDecoder().decode(sent.bytes), "text/vtt").length === 0;
  if (isSilent) return { ok: false, reason: "no-cues" } as const;
  return storeDocument(trx, agency, sent, signed, PRESS_FILES);
}

function fileNow(trx: Db, id: string): Promise<PressFile> {
  return trx.selectFrom("meetingFile").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

function addRow(
  trx: Db,
  row: { fileId: string; version: number; documentId: string },
  signed: Signature,
) {
  return trx
    .insertInto("meetingFileVersion")
    .values({ ...row, addedAt: signed.at, addedBy: signed.by.id })
    .execute();
}

/** What files held from when on, the latest first. */
function versionsOf(db: Db, fileIds: string[]) {
  return db
    .selectFrom("meetingFileVersion")
    .innerJoin("document", "document.id", "meetingFileVersion.documentId")
    .select(["meetingFileVersion.fileId", "meetingFileVersion.version"])
    .select(["meetingFileVersion.documentId", "meetingFileVersion.addedAt"])
    .select(["document.name", "document.bytes", "document.sha256"])
    .select((eb) => eb.ref("document.type").$castTo<DocumentType>().as("type"))
    .where("meetingFileVersion.fileId", "in", fileIds)
    .orderBy("meetingFileVersion.version", "desc")
    .execute();
}

export type FileVersion = Awaited<ReturnType<typeof versionsOf>>[number];

/** A file with all it ever held, the latest first. */
export type FileWithVersions = PressFile & { versions: [FileVersion, ...FileVersion[]] };

/** A meeting's files, as they were added; those withdrawn among them. */
export async function filesOf(db: Db, meetingId: string): Promise<FileWithVersions[]> {
  return withVersions(
    db,
    await db
      .selectFrom("meetingFile")
      .selectAll()
      .where("meetingId", "=", meetingId)
      .orderBy("addedAt")
      .orderBy("id")
      .execute(),
  );
}

async function withVersions(db: Db, files: PressFile[]): Promise<FileWithVersions[]> {
  const versions = await versionsOf(
    db,
    files.map(({ id }) => id),
  );
  return files.map((file) => ({
    ...file,
    versions: versions.filter(({ fileId }) => fileId === file.id) as [FileVersion],
  }));
}

/** A file with its meeting, if that is this officer's to work for. */
export async function findFileFor(db: Db, officer: Officer, id: string) {
  const file = await db
    .selectFrom("meetingFile")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  const meeting = file && (await findMeetingFor(db, officer, file.meetingId));
  if (!meeting) return undefined;
  const [whole] = await withVersions(db, [file]);
  return whole && { ...whole, meeting };
}
