import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { executeRequest, findRequestFor } from "#app/domain/portal/data-requests.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Whoever comes back to this address by the browser is led to the request. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findRequestFor(db, officer, params.request ?? "")) ?? notFound();
  return goTo(request, paths.desk.dataRequest(found));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { id } = (await findRequestFor(db, officer, params.request ?? "")) ?? notFound();
  const done = await executeRequest(db, officer, id, { by: officer, at: now() });
  const { desk, data } = messagesFor(request).portal;
  const said = done.ok ? desk.executed : data.problems[done.reason];
  return goToSaying(request, paths.desk.dataRequest({ id }), said);
}
