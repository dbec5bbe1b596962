import type { ActionFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { endSession } from "#app/domain/accounts/sessions.server.ts";
import { goTo } from "#app/http/responses.ts";
import { noSessionCookie, sessionToken } from "#app/http/session.server.ts";
import { paths } from "#app/paths.ts";

export async function action({ request }: ActionFunctionArgs) {
  const token = await sessionToken(request);
  if (token) await endSession(db, token);
  return goTo(request, paths.home(), {
    headers: {
      "Set-Cookie": await noSessionCookie(),
      // What a phone kept for the door without a network goes with the session.
      "Clear-Site-Data": '"storage"',
    },
  });
}

export function loader({ request }: ActionFunctionArgs) {
  return goTo(request, paths.home());
}
