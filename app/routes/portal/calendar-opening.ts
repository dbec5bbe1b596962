import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { openCalendar } from "#app/domain/feeds/journalist-calendar.server.ts";
import { requireRecord } from "#app/http/portal.server.ts";
import { goTo } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

/** Whoever comes back to this address by the browser is led to the room. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireRecord(request, params.journalist);
  return goTo(request, paths.portal.home());
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { own } = await requireRecord(request, params.journalist);
  await openCalendar(db, { journalistId: own.id, name: own.name }, now());
  return goTo(request, paths.portal.home({ done: "calendar" }));
}
