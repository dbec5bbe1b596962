import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { guestsAtDoor, seatsOf } from "#app/domain/attendance/attendance.server.ts";
import { whyNotCheckIn } from "#app/domain/attendance/attendance.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";

/** The guest list for a phone at the door: what check-in needs, and nothing else; none once the door is closed. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const at = now();
  const open = !whyNotCheckIn(meeting, at);
  const guests = open ? await guestsAtDoor(db, meeting) : [];
  const { seats } = await seatsOf(db, meeting);
  return Response.json(
    { at, open, seats, guests: guests.map(({ reply, ...guest }) => guest) },
    { headers: { "Cache-Control": "no-store" } },
  );
}
