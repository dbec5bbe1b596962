import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findReceivedFor } from "#app/domain/invitations/correspondence.server.ts";
import { requireTrialMailbox } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";

/** The message as received, octet for octet. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireTrialMailbox(request);
  const mail = (await findReceivedFor(db, officer, params.mail ?? "")) ?? notFound();
  return file(Buffer.from(mail.raw, "latin1"), "message/rfc822", "message.eml");
}
