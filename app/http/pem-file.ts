import { conditional } from "./conditional.ts";

/** A public key as programs take it. */
export function pemFile(request: Request, pem: string): Response {
  return conditional(request, pem, {
    "Content-Type": "application/x-pem-file",
    "Content-Disposition": 'attachment; filename="key.pem"',
    "Access-Control-Allow-Origin": "*",
  });
}
