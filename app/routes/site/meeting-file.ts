import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findPublicMeeting } from "#app/domain/meetings/meeting-lists.server.ts";
import { findReadable } from "#app/domain/press-kit/reading.server.ts";
import { documentResponse } from "#app/http/document.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A file of a meeting that is open to everybody; before that nobody learns that it is there. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const meeting = (await findPublicMeeting(db, params.meeting ?? "")) ?? notFound();
  const file =
    (await findReadable(db, meeting, params.file ?? "", "everybody", now())) ?? notFound();
  return documentResponse(request, file, "no-cache");
}
