import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { seatsOf } from "#app/domain/attendance/attendance.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { changesOf } from "#app/http/live.server.ts";
import { notFound } from "#app/http/responses.ts";

/** How many are in, told as it changes, whoever takes them in. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  return changesOf(() => seatsOf(db, meeting), request.signal, officer);
}
