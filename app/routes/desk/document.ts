import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findDocumentFor } from "#app/domain/documents/documents.server.ts";
import { documentResponse } from "#app/http/document.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A paper of an agency within reach, published or not. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const document = (await findDocumentFor(db, officer, params.document ?? "")) ?? notFound();
  return documentResponse(request, document, "private, no-cache");
}
