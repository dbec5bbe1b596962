import type { LoaderFunctionArgs } from "@remix-run/node";
import { localTime } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { attendanceSheet } from "#app/domain/attendance/export.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { messagesFor } from "#app/i18n/messages.ts";

/** The office's own list of a meeting: it names people, so it is for officers alone. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const words = messagesFor(request);
  const rows = await attendanceSheet(db, meeting, words);
  const { files } = words.attendance.sheet;
  const day = localTime(meeting.startsAt, meeting.zone).slice(0, 10);
  return tableFile(rows, {
    name: `${files.people}-${day}`,
    sheet: files.sheet,
    format: params.format,
  });
}
