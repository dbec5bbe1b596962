import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { endPortalSession } from "#app/domain/portal/sessions.server.ts";
import { noPortalCookie, portalToken } from "#app/http/portal.server.ts";
import { goTo } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

export async function action({ request }: ActionFunctionArgs) {
  const token = await portalToken(request);
  if (token) await endPortalSession(db, token);
  return goTo(request, paths.home(), { headers: { "Set-Cookie": await noPortalCookie() } });
}

export function loader({ request }: LoaderFunctionArgs) {
  return goTo(request, paths.portal.home());
}
