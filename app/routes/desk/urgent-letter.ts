import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { readChoice } from "#app/domain/invitations/choice.server.ts";
import { asMeeting, UrgentForm } from "#app/domain/invitations/urgent-form.ts";
import { previewUrgent } from "#app/domain/invitations/urgent-preview.server.ts";
import { agencyChoiceFor } from "#app/domain/meetings/agency-choice.server.ts";
import { readMeeting, sentencesOf } from "#app/domain/meetings/meeting-form.ts";
import { chooseJournalists } from "#app/domain/press/journalists.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { letterSheet, sentenceSheet } from "#app/http/letter-sheet.ts";
import { letterPage, notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";

const languageFor = (request: Request) => languageOf(new URL(request.url).pathname);

/** What stands in the frame before a letter does. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireOfficer(request);
  const { preview } = messagesFor(request).meetings.pages.urgent;
  return letterPage(sentenceSheet(languageFor(request), [preview.before]));
}

/** The letter of the meeting that is being typed, for the frame beside the form. Nothing is kept or sent. */
export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const wanted = Object.fromEntries(new URL(request.url).searchParams);
  const agency = (await agencyChoiceFor(db, officer, wanted, today()))?.agency ?? notFound();
  const words = messagesFor(request);
  const { preview } = words.meetings.pages.urgent;
  const say = (...sentences: string[]) =>
    letterPage(sentenceSheet(languageFor(request), [preview.notYet, ...sentences]));

  const sent = await request.formData();
  const submission = parseWithZod(sent, { schema: UrgentForm });
  if (submission.status !== "success")
    return say(...problemsIn(submission.error ?? {}).map((it) => problemSentence(words, it)));
  const read = readMeeting(asMeeting(submission.value), now());
  if (!read.ok) return say(...Object.values(sentencesOf(words, read.problems)).flat());
  const guests = await chooseJournalists(db, agency.provinceId, readChoice(sent));
  const shown = await previewUrgent(db, agency, read.details, guests[0], now());
  if (!shown.ok) return say({ ...words.meetings.reasons, nobody: preview.nobody }[shown.reason]);
  return letterPage(letterSheet(languageFor(request), { letter: shown.letter, guests }));
}

function problemsIn(errors: Record<string, string[] | null>): string[] {
  return [...new Set(Object.values(errors).flatMap((keys) => keys ?? []))];
}
