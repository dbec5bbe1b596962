import type { LoaderFunctionArgs } from "@remix-run/node";
import { receiptKey } from "#app/domain/receipts/receipt-key.server.ts";
import { pemFile } from "#app/http/pem-file.ts";

/** The public half of the key in use. */
export function loader({ request }: LoaderFunctionArgs) {
  return pemFile(request, receiptKey().pem);
}
