import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findInvitation } from "#app/domain/invitations/replies.server.ts";
import { beginPortalSession } from "#app/domain/portal/sessions.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { portalCookie } from "#app/http/portal.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

/** Whoever comes back to this address by the browser is led to the invitation. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return goTo(request, paths.reply({ token: params.token ?? "" }));
}

/** Opens the room as the journalist whose invitation it is, with their record alone. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  if (!(await mayTry("publicWrite", context.address))) return new Response(null, { status: 429 });
  const { email, journalistId } = (await findInvitation(db, params.token ?? "")) ?? notFound();
  const userAgent = request.headers.get("User-Agent") ?? "";
  const whose = { email, journalistId };
  const token = await beginPortalSession(db, whose, { at: now(), userAgent });
  return goTo(request, paths.portal.home(), {
    headers: { "Set-Cookie": await portalCookie(token) },
  });
}
