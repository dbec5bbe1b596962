import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { askForConfirmations } from "#app/domain/spokespersons/confirmations.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Whoever asks for this address is shown the list, where the button is. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAsker(request);
  return goTo(request, paths.desk.confirmations());
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireAsker(request);
  const { asked } = await askForConfirmations(db, officer, { by: officer, at: now() });
  wake();
  const words = messagesFor(request).confirmations.desk.ask;
  const sentence = asked > 0 ? words.done(asked) : words.noneLeft;
  return goToSaying(request, paths.desk.confirmations(), sentence);
}

/** A province's office asks for all of its province; a single agency knows by telephone. */
async function requireAsker(request: Request): Promise<Officer> {
  const officer = await requireOfficer(request);
  if (officer.reach === "agency") throw new Response(null, { status: 403 });
  return officer;
}
