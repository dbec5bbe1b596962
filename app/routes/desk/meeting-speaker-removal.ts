import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { telling } from "#app/domain/invitations/changes.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { findSpeakerFor, removeSpeaker } from "#app/domain/programme/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/tables.ts";

/** The button stands on the page of those who speak. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const speaker = (await findSpeakerFor(db, officer, params.speaker ?? "")) ?? notFound();
  return goTo(request, paths.desk.meetingSpeakers(speaker.meeting));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const speaker = (await findSpeakerFor(db, officer, params.speaker ?? "")) ?? notFound();
  const signed = { by: officer, at: now() };
  const remove = (trx: Db) => removeSpeaker(trx, speaker, signed);
  const isTold = (await request.formData()).get("tell") === "on";
  const removed = isTold
    ? await telling(db, speaker.meeting, remove, signed)
    : { letters: 0, ...(await remove(db)) };
  if (removed.ok && removed.letters > 0) wake();
  const words = messagesFor(request).meetingRooms;
  const sentence = removed.ok
    ? words.speakers.removed(speaker.name, removed.letters)
    : words.reasons[removed.reason];
  return goToSaying(request, paths.desk.meetingSpeakers(speaker.meeting), sentence);
}
