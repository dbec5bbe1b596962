import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { listReceiptKeys } from "#app/domain/receipts/receipt-key.server.ts";
import { pemFile } from "#app/http/pem-file.ts";
import { notFound } from "#app/http/responses.ts";

/** The public half of a key by its name, in use or replaced. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const key = (await listReceiptKeys(db)).find(({ id }) => id === params.key) ?? notFound();
  return pemFile(request, key.pem);
}
