import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findChannelFor, removeChannel } from "#app/domain/agencies/channels.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Whoever asks for this address is shown the list, where the button is. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const channel = (await findChannelFor(db, officer, params.channel ?? "")) ?? notFound();
  return goTo(request, paths.desk.channels({ id: channel.agencyId }));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const channel = (await findChannelFor(db, officer, params.channel ?? "")) ?? notFound();
  await removeChannel(db, channel, { by: officer, at: now() });
  const sentence = messagesFor(request).agencies.channels.removed(channel.name);
  return goToSaying(request, paths.desk.channels({ id: channel.agencyId }), sentence);
}
