import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findReceipt } from "#app/domain/receipts/receipts.server.ts";
import { conditional } from "#app/http/conditional.ts";
import { notFound } from "#app/http/responses.ts";

/** The 64 bytes of the signature, as OpenSSL takes them. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const receipt = (await findReceipt(db, params.statement ?? "")) ?? notFound();
  return conditional(request, new Uint8Array(Buffer.from(receipt.signature, "base64")), {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": 'attachment; filename="receipt.sig"',
    "Access-Control-Allow-Origin": "*",
  });
}
