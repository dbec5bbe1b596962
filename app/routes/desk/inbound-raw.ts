import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findInboundFor } from "#app/domain/inbound/tray.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";

/** The mail as it came in, octet for octet, as far as it was kept. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const mail = (await findInboundFor(db, officer, params.mail ?? "")) ?? notFound();
  if (!mail.raw) notFound();
  return file(new Uint8Array(mail.raw), "message/rfc822", "message.eml");
}
