import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findLinkFor, removeLink } from "#app/domain/afterwards/links.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

const listOf = { video: paths.desk.videos, article: paths.desk.articles };

/** The button stands in the list that the link is of. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const link = (await findLinkFor(db, officer, params.link ?? "")) ?? notFound();
  return goTo(request, listOf[link.kind](link.meeting));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const link = (await findLinkFor(db, officer, params.link ?? "")) ?? notFound();
  await removeLink(db, link, { by: officer, at: now() });
  const sentence = messagesFor(request).meetingRooms.links.removed(link.title || link.url);
  return goToSaying(request, listOf[link.kind](link.meeting), sentence);
}
