import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { summaryOf } from "#app/domain/mail/letter-counts.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { tallyOf } from "#app/domain/meetings/tally.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { changesOf } from "#app/http/live.server.ts";
import { notFound } from "#app/http/responses.ts";

/** How far the letters and answers of a meeting have come, told as they do. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { id } = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const stand = async () => {
    const [counts, tally] = await Promise.all([summaryOf(db, id), tallyOf(db, id)]);
    return { counts, tally };
  };
  return changesOf(stand, request.signal, officer);
}
