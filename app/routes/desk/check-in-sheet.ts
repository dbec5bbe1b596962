import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { Sheet } from "#app/domain/attendance/arrival.ts";
import { seatsOf } from "#app/domain/attendance/attendance.server.ts";
import { takeSheet } from "#app/domain/attendance/check-in.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  return goTo(request, paths.desk.checkIn(meeting));
}

/** Takes what a phone at the door took down while it was out of reach; it may hand in the same again. */
export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const sheet = Sheet.safeParse(await request.json().catch(() => undefined));
  if (!sheet.success) return Response.json({ problem: "not-a-sheet" }, { status: 400 });

  const answers = await takeSheet(db, meeting, sheet.data.entries, { by: officer, at: now() });
  const { reasons } = messagesFor(request).attendance;
  return Response.json(
    {
      answers: answers.map((answer) =>
        answer.is === "refused" ? { ...answer, why: reasons[answer.reason] } : answer,
      ),
      ...(await seatsOf(db, meeting)),
    },
    { headers: { "Cache-Control": "no-store" } },
  );
}
