import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { openCalendar } from "#app/domain/feeds/journalist-calendar.server.ts";
import { findInvitation } from "#app/domain/invitations/replies.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

/** Whoever comes back to this address by the browser is led to the invitation. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return goTo(request, paths.reply({ token: params.token ?? "" }));
}

/** Opens the journalist's calendar under a new address, in place of the one before. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  if (!(await mayTry("publicWrite", context.address))) return new Response(null, { status: 429 });
  const invitation = (await findInvitation(db, params.token ?? "")) ?? notFound();
  await openCalendar(db, invitation, now());
  return goTo(request, `${paths.reply(invitation)}#calendar`);
}
