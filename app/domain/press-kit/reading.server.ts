import type { Db, Moment } from "#db/tables.ts";
import type { Document } from "../documents/document.ts";
import { findDocument } from "../documents/documents.server.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { type FileWithVersions, filesOf } from "./files.server.ts";
import { type Audience, isAwaited, isOpen } from "./press-file.ts";

type Standing = Pick<Meeting, "id" | "announcedAt" | "postponedAt" | "cancelledAt">;

/** Of whom is asked what they may read: somebody invited may read what is everybody's too. */
const READABLE: Record<Audience, Audience[]> = {
  invited: ["invited", "everybody"],
  everybody: ["everybody"],
};

/** What is shown of a file that is open. */
export interface OpenFile {
  id: string;
  kind: FileWithVersions["kind"];
  title: string;
  language: string;
  version: number;
  since: Moment; // when this version came
  name: string;
  type: FileWithVersions["versions"][0]["type"];
  bytes: number;
}

/** What is shown of a file under embargo: that there will be one. Its title may tell what it is to keep back. */
export interface AwaitedFile {
  id: string;
  kind: FileWithVersions["kind"];
  language: string;
  opensAt: Moment | null; // null while the meeting has no time
}

/** The files of a meeting for those who may read as invited or as everybody: what is open, and what will be. */
export async function kitOf(
  db: Db,
  meeting: Standing,
  reader: Audience,
  at: Moment,
): Promise<{ open: OpenFile[]; awaited: AwaitedFile[] }> {
  const files = (await filesOf(db, meeting.id)).filter(({ audience }) =>
    READABLE[reader].includes(audience),
  );
  return {
    open: files.filter((file) => isOpen(file, meeting, at)).map(shown),
    awaited: files
      .filter((file) => isAwaited(file, meeting, at))
      .map(({ id, kind, language, opensAt }) => ({
        ...{ id, kind, language },
        opensAt: meeting.postponedAt ? null : opensAt,
      })),
  };
}

function shown({ id, kind, title, language, versions: [latest] }: FileWithVersions): OpenFile {
  const { version, addedAt: since, name, type, bytes } = latest;
  return { id, kind, title, language, version, since, name, type, bytes };
}

/** The latest version of a meeting's file, if whoever may read as invited or as everybody may read it at this moment. */
export async function findReadable(
  db: Db,
  meeting: Standing,
  fileId: string,
  reader: Audience,
  at: Moment,
): Promise<Document | undefined> {
  const file = await db
    .selectFrom("meetingFile")
    .selectAll()
    .where("id", "=", fileId)
    .where("meetingId", "=", meeting.id)
    .executeTakeFirst();
  if (!file || !READABLE[reader].includes(file.audience) || !isOpen(file, meeting, at))
    return undefined;
  const latest = await db
    .selectFrom("meetingFileVersion")
    .select("documentId")
    .where("fileId", "=", fileId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return latest && findDocument(db, latest.documentId);
}
