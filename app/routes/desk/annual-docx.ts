import type { LoaderFunctionArgs } from "@remix-run/node";
import { DOCX } from "#app/domain/documents/administrative-form.server.ts";
import { annualDocx } from "#app/domain/reports/annual-docx.server.ts";
import { annualPaperAsked } from "#app/http/annual-paper.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file } from "#app/http/responses.ts";

/** The annual report as a Word file: the draft as it stands, or a version as it was sent. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { paper, name } = await annualPaperAsked(request, officer, params.year);
  return file(await annualDocx(paper), DOCX, `${name}.docx`);
}
