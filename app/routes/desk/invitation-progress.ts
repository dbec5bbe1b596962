import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { summaryOf } from "#app/domain/mail/letter-counts.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { tallyOf } from "#app/domain/meetings/tally.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";

/** How far the letters of a meeting have come, for browsers that cannot be told (invitation-progress-live.ts). */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const [counts, tally] = await Promise.all([summaryOf(db, meeting.id), tallyOf(db, meeting.id)]);
  return Response.json({ at: now(), counts, tally }, { headers: { "Cache-Control": "no-store" } });
}
