import type { LoaderFunctionArgs } from "@remix-run/node";
import { absolute } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { receiptPdf } from "#app/domain/receipts/receipt-pdf.server.ts";
import { findReceipt } from "#app/domain/receipts/receipts.server.ts";
import { conditional } from "#app/http/conditional.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, localised } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The receipt to be printed, with a code that leads back to it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const receipt = (await findReceipt(db, params.statement ?? "")) ?? notFound();
  const language = languageOf(new URL(request.url).pathname);
  const address = absolute(localised(language, paths.receipt({ id: receipt.statementId })));
  return conditional(request, await receiptPdf(receipt, { address, language }), {
    "Content-Type": "application/pdf",
    "Content-Disposition": 'inline; filename="receipt.pdf"',
  });
}
