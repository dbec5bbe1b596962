import type { LoaderFunctionArgs } from "@remix-run/node";
import { annualPdf } from "#app/domain/reports/annual-pdf.server.ts";
import { annualPaperAsked } from "#app/http/annual-paper.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file } from "#app/http/responses.ts";

/** The annual report as a PDF: the draft as it stands, or a version as it was sent. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { paper, name } = await annualPaperAsked(request, officer, params.year);
  return file(await annualPdf(paper), "application/pdf", `${name}.pdf`);
}
