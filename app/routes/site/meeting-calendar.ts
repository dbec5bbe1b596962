import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { meetingCalendar } from "#app/domain/feeds/meeting-feed.server.ts";
import { findMeetingTold } from "#app/domain/feeds/meeting-rows.server.ts";
import { conditional } from "#app/http/conditional.ts";
import { tellerFor } from "#app/http/meeting-feed.server.ts";
import { notFound } from "#app/http/responses.ts";

/** One meeting as a calendar file, to be kept; the way in to it online is not in it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const meeting = (await findMeetingTold(db, params.meeting ?? "")) ?? notFound();
  const headers = {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'attachment; filename="hop-bao.ics"',
    "Access-Control-Allow-Origin": "*",
  };
  const body = meetingCalendar(meeting, tellerFor(request));
  return conditional(request, body, headers, { changedAt: meeting.changedAt });
}
