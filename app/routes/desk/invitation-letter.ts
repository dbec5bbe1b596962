import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { previewLetter } from "#app/domain/invitations/preview.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { letterPage, notFound } from "#app/http/responses.ts";

/** The HTML of a letter before it is sent, for the frame that shows it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const id = new URL(request.url).searchParams.get("for") ?? "";
  const letter = (await previewLetter(db, meeting, { id })) ?? notFound();
  return letterPage(letter.html);
}
