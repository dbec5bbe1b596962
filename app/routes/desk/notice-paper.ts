import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { DOCX } from "#app/domain/documents/administrative-form.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { saidOf } from "#app/domain/notices/notice.ts";
import { noticePaper } from "#app/domain/notices/notice-paper.server.ts";
import { noticeStanding } from "#app/domain/notices/notices.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";

/** The notice as a Word file: the draft to be signed, else the one that was sent. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const standing = (await noticeStanding(db, meeting)) ?? notFound();
  const draft = standing.draft && { ...standing.draft, ...saidOf(meeting) };
  const notice = draft ?? standing.sent ?? notFound();
  const { title } = messagesFor(request).notices;
  return file(await noticePaper(db, meeting, notice), DOCX, `${title}.docx`);
}
