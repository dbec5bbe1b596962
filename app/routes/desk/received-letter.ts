import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findReceivedFor } from "#app/domain/invitations/correspondence.server.ts";
import { readMessage } from "#app/domain/mail/receiver.server.ts";
import { requireTrialMailbox } from "#app/http/guards.server.ts";
import { letterPage, notFound } from "#app/http/responses.ts";

/** The HTML of a message as received, for the frame that shows it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireTrialMailbox(request);
  const mail = (await findReceivedFor(db, officer, params.mail ?? "")) ?? notFound();
  return letterPage((await readMessage(mail.raw)).html);
}
