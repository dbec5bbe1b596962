import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { calendarFileOf, findInvitation } from "#app/domain/invitations/replies.server.ts";
import { file, notFound } from "#app/http/responses.ts";

/** The calendar file of an invitation as things stand, the same as in the last letter. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = (await findInvitation(db, params.token ?? "")) ?? notFound();
  const response = file(calendarFileOf(found), "text/calendar; charset=utf-8", "giay-moi.ics");
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Referrer-Policy", "no-referrer");
  return response;
}
