import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findGuestFile } from "#app/domain/invitations/guest-files.server.ts";
import { documentResponse } from "#app/http/document.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A file of the meeting that somebody is invited to, by the token of their letter. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const file =
    (await findGuestFile(db, params.token ?? "", params.file ?? "", now())) ?? notFound();
  const response = await documentResponse(request, file, "private, no-cache");
  response.headers.set("X-Robots-Tag", "noindex, nofollow");
  return response;
}
