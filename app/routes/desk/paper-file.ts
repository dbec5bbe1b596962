import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { paperFile } from "#app/domain/papers/papers.server.ts";
import type { Format } from "#app/domain/papers/scribe.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";
import type { Language } from "#db/tables.ts";

const FILES = new Map<string, [Language, Format]>([
  ["vi.pdf", ["vi", "pdf"]],
  ["vi.docx", ["vi", "docx"]],
  ["en.pdf", ["en", "pdf"]],
  ["en.docx", ["en", "docx"]],
]);

/** The paper of a meeting as a file: the very one that letters bring. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const [language, format] = FILES.get(params.file ?? "") ?? notFound();
  const { bytes, type, name } = (await paperFile(db, meeting, language, format)) ?? notFound();
  return file(bytes, type, name);
}
