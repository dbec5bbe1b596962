import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findReceivedFor } from "#app/domain/invitations/correspondence.server.ts";
import { readMessage } from "#app/domain/mail/receiver.server.ts";
import { requireTrialMailbox } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";

/** The calendar file that came with a message. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireTrialMailbox(request);
  const mail = (await findReceivedFor(db, officer, params.mail ?? "")) ?? notFound();
  const { calendar } = await readMessage(mail.raw);
  return calendar ? file(calendar.text, "text/calendar; charset=utf-8", "invite.ics") : notFound();
}
