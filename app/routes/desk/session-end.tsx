import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listSessions, revokeSession } from "#app/domain/accounts/sessions.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Signs one of the officer's own browsers out. */
export async function action({ params, request }: ActionFunctionArgs) {
  const session = await ownSession(request, params.session);
  await revokeSession(db, session.officer, session.tokenHash);
  return goToSaying(request, paths.desk.account(), messagesFor(request).desk.account.revoked);
}

export async function loader({ params, request }: LoaderFunctionArgs) {
  await ownSession(request, params.session);
  return goTo(request, paths.desk.account());
}

async function ownSession(request: Request, id: string | undefined) {
  const officer = await requireOfficer(request);
  const sessions = await listSessions(db, officer, now());
  const session = sessions.find(({ tokenHash }) => tokenHash === id) ?? notFound();
  return { officer, tokenHash: session.tokenHash };
}
