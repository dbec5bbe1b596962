import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { closeCalendar } from "#app/domain/feeds/journalist-calendar.server.ts";
import { findInvitation } from "#app/domain/invitations/replies.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

/** Whoever comes back to this address by the browser is led to the invitation. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return goTo(request, paths.reply({ token: params.token ?? "" }));
}

/** Closes the journalist's calendar: its address answers no more. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  if (!(await mayTry("publicWrite", context.address))) return new Response(null, { status: 429 });
  const invitation = (await findInvitation(db, params.token ?? "")) ?? notFound();
  await closeCalendar(db, invitation, now());
  return goTo(request, `${paths.reply(invitation)}#calendar`);
}
