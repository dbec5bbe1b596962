import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { revokePortalSession } from "#app/domain/portal/sessions.server.ts";
import { requireProof } from "#app/http/portal.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

export async function action({ params, request }: ActionFunctionArgs) {
  const visitor = await requireProof(request);
  if (!(await revokePortalSession(db, visitor, params.session ?? ""))) return notFound();
  return goTo(request, paths.portal.data({ done: "session" }));
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireProof(request);
  return goTo(request, paths.portal.data());
}
