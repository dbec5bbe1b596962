import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { DOCX } from "#app/domain/documents/administrative-form.server.ts";
import { startingPaper } from "#app/domain/papers/form-values.ts";
import { paperAsDocx } from "#app/domain/papers/paper-docx.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";

/** What an agency's own form can begin with. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  return file(await paperAsDocx(startingPaper(now())), DOCX, "Mau-giay-moi.docx");
}
