import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findStatementPaperFor } from "#app/domain/statements/files.server.ts";
import { documentResponse } from "#app/http/document.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A file of a statement, for whoever works on it or is asked to put their agency's name to it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const paper = (await findStatementPaperFor(db, officer, params.file ?? "")) ?? notFound();
  return documentResponse(request, paper, "private, no-cache");
}
