import { z } from "zod";
import { localTime, readLocalTime } from "#app/clock.ts";
import type { Moment, Row } from "#db/tables.ts";
import { documentFile } from "../documents/document-form.ts";
import { choice, line, localMoment, optional } from "../fields.ts";
import type { Meeting } from "../meetings/meeting.ts";

export type PressFile = Row<"meetingFile">;

export const FILE_KINDS = [
  "press_release",
  "document",
  "data",
  "photo",
  "audio",
  "video",
  "transcript",
  "minutes",
  "other",
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** In which languages the press is handed something: the country's, those of its peoples and of its neighbours, of its guests. */
export const FILE_LANGUAGES = [
  ...(["vi", "en", "km", "hmn", "tai", "cjm", "zh", "lo"] as const),
  ...(["fr", "ru", "ja", "ko", "es"] as const),
] as const;

export const AUDIENCES = ["invited", "everybody"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What is said about a file, whatever it holds. */
export interface FileDetails {
  title: string;
  kind: FileKind;
  language: (typeof FILE_LANGUAGES)[number];
  audience: Audience;
  opensAt: Moment | null;
}

const saidOfFile = {
  title: line(200),
  kind: choice(FILE_KINDS),
  language: choice(FILE_LANGUAGES),
  audience: choice(AUDIENCES),
  embargo: optional(localMoment),
};

/** What is typed about a file; the embargo is a time by the clock where the meeting is. */
export const FileDetailsForm = z.object(saidOfFile);

/** The same with the file itself. */
export const FileForm = z.object({ ...saidOfFile, file: documentFile.unwrap() });

/** A new version of a file that is there already. */
export const VersionForm = z.object({ file: documentFile.unwrap() });

/** Makes of what was typed what is kept. */
export function fileDetailsOf(
  { title, kind, language, audience, embargo }: z.output<typeof FileDetailsForm>,
  { zone }: Pick<Meeting, "zone">,
): FileDetails {
  const opensAt = (embargo && readLocalTime(embargo, zone)) || null;
  return { title, kind, language, audience, opensAt };
}

/** A file's details as the form's default values. */
export function filledOf(file: PressFile, { zone }: Pick<Meeting, "zone">) {
  const { title, kind, language, audience, opensAt } = file;
  return { title, kind, language, audience, embargo: opensAt ? localTime(opensAt, zone) : "" };
}

type Standing = Pick<Meeting, "announcedAt" | "postponedAt" | "cancelledAt">;
type Opening = Pick<PressFile, "opensAt" | "withdrawnAt">;

/**
 * Whether a file of a meeting is open at a moment to those it is for. Its embargo's end is the first moment at which
 * it is. Nothing is handed out of a meeting that is not announced or was called off; one that was put off opens
 * nothing until it has a time again.
 */
export function isOpen(file: Opening, meeting: Standing, at: Moment): boolean {
  if (file.withdrawnAt || !meeting.announcedAt || meeting.cancelledAt) return false;
  if (file.opensAt === null) return true;
  if (meeting.postponedAt && file.opensAt > meeting.postponedAt) return false;
  return file.opensAt <= at;
}

/** Whether a file will open by itself one day, and is to be waited for. */
export function isAwaited(file: Opening, meeting: Standing, at: Moment): boolean {
  const isAlive = !file.withdrawnAt && meeting.announcedAt !== null && !meeting.cancelledAt;
  return isAlive && !isOpen(file, meeting, at);
}
