import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { journalistCalendar } from "#app/domain/feeds/journalist-calendar.server.ts";
import { conditional } from "#app/http/conditional.ts";
import { tellerFor } from "#app/http/meeting-feed.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A journalist's own invitations, under an address that nobody else knows. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const teller = tellerFor(request);
  const found = (await journalistCalendar(db, params.token ?? "", teller, now())) ?? notFound();
  const headers = {
    "Content-Type": "text/calendar; charset=utf-8",
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
  };
  return conditional(request, found.body, headers, { changedAt: found.changedAt });
}
