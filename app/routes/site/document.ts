import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findPublicDocument } from "#app/domain/documents/documents.server.ts";
import { documentResponse } from "#app/http/document.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A paper that a public entry rests on. Its name stands in the address only for whoever keeps the file. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const document = (await findPublicDocument(db, params.document ?? "", now())) ?? notFound();
  return documentResponse(request, document, "no-cache");
}
