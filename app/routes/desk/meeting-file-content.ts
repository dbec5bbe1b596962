import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findDocument } from "#app/domain/documents/documents.server.ts";
import { findFileFor } from "#app/domain/press-kit/files.server.ts";
import { documentResponse } from "#app/http/document.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";

/** Any version of a file, open or not, withdrawn or not: the office reads what is its own. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const file = (await findFileFor(db, officer, params.file ?? "")) ?? notFound();
  const version = file.versions.find((one) => String(one.version) === params.version);
  const document = (version && (await findDocument(db, version.documentId))) ?? notFound();
  return documentResponse(request, document, "private, no-cache");
}
