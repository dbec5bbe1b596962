import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findEvidenceFor } from "#app/domain/corrections/evidence.server.ts";
import { documentResponse } from "#app/http/document.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A paper of a case, for those who work on the case, whoever's books it was put in. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { document } = (await findEvidenceFor(db, officer, params.evidence ?? "")) ?? notFound();
  return documentResponse(request, document, "private, no-cache");
}
