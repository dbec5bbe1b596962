import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { previewReminder } from "#app/domain/reminders/plan.server.ts";
import { isRule } from "#app/domain/reminders/rule.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { letterPage, notFound } from "#app/http/responses.ts";

/** The HTML of a reminder before it is sent, for the frame that shows it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const search = new URL(request.url).searchParams;
  const rule = search.get("rule") ?? "";
  if (!isRule(rule)) return notFound();
  const whose = { rule, invitationId: search.get("for") ?? "" };
  const letter = (await previewReminder(db, meeting, whose)) ?? notFound();
  return letterPage(letter.html);
}
