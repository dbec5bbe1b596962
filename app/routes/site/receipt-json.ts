import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findReceipt } from "#app/domain/receipts/receipts.server.ts";
import { conditional } from "#app/http/conditional.ts";
import { notFound } from "#app/http/responses.ts";

/** The very bytes that were signed. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const receipt = (await findReceipt(db, params.statement ?? "")) ?? notFound();
  return conditional(request, receipt.content, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": 'attachment; filename="receipt.json"',
    "Access-Control-Allow-Origin": "*",
  });
}
