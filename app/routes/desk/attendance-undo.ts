import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAttendanceFor } from "#app/domain/attendance/attendance.server.ts";
import { undoCheckIn } from "#app/domain/attendance/check-in.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The buttons stand at the door and in the list of who came. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findAttendanceFor(db, officer, params.attendance ?? "")) ?? notFound();
  return goTo(request, paths.desk.attendance(found.meeting));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findAttendanceFor(db, officer, params.attendance ?? "")) ?? notFound();
  const atDoor = (await request.formData()).has("door");
  const undone = await undoCheckIn(db, found.meeting, found.id, { by: officer, at: now() });
  const { door, reasons } = messagesFor(request).attendance;
  const page = atDoor ? paths.desk.checkIn : paths.desk.attendance;
  const sentence = undone.ok ? door.undone(undone.name) : reasons[undone.reason];
  return goToSaying(request, page(found.meeting), sentence);
}
