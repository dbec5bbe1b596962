import { z } from "zod";
import { HOME_ZONE, localTime, readLocalTime } from "#app/clock.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Moment } from "#db/tables.ts";
import {
  choice,
  count,
  line,
  localMoment,
  optional,
  paragraphs,
  webAddress,
  zone,
} from "../fields.ts";
import { CADENCES, KINDS, type MeetingDetails } from "./meeting.ts";

const MOST_SEATS = 100_000;

/** What is typed to plan or change a meeting; what its parts mean together is `readMeeting`'s affair. */
export const MeetingForm = z.object({
  kind: choice(KINDS),
  cadence: choice(CADENCES),
  subject: line(200),
  description: optional(paragraphs(5000)),
  startsAt: localMoment,
  endsAt: localMoment,
  zone: zone.default(HOME_ZONE),
  venue: optional(line(200)),
  venueCapacity: optional(count(1, MOST_SEATS)),
  mapUrl: optional(webAddress),
  accessNotes: optional(paragraphs(1000)),
  onlineUrl: optional(webAddress),
  answerBy: optional(localMoment),
  chair: line(120),
  spokespersonId: optional(line(60)),
});
export type MeetingForm = z.output<typeof MeetingForm>;

export type MeetingField = keyof MeetingForm;

/** What is wrong with a meeting as a whole; each has a sentence in `words.meetings.problems`. */
export type MeetingProblem =
  | "no-such-time" // the clock was put forward over it
  | "in-the-past"
  | "too-far" // a slip of the year
  | "ends-before-start"
  | "too-long" // more than a day
  | "no-place" // neither venue nor link
  | "answer-by-late"; // not before the start

export type MeetingProblems = Partial<Record<MeetingField, MeetingProblem[]>>;

const LONGEST_HOURS = 24;
const FARTHEST_YEARS = 10;

/** Makes of a filled form what the office plans by, with moments; or says per field what cannot be. */
export function readMeeting(
  form: Omit<MeetingForm, "chair"> & { chair?: string },
  now: Moment,
): { ok: true; details: MeetingDetails } | { ok: false; problems: MeetingProblems } {
  const startsAt = momentOf(form.startsAt, form.zone);
  const endsAt = momentOf(form.endsAt, form.zone);
  const place = {
    venue: form.venue ?? null,
    venueCapacity: form.venueCapacity ?? null,
    mapUrl: form.mapUrl ?? null,
    accessNotes: form.accessNotes || null,
    onlineUrl: form.onlineUrl ?? null,
  };
  const problems = {
    ...timeProblems(startsAt, endsAt, now),
    ...(!place.venue && !place.onlineUrl && { venue: ["no-place" as const] }),
    ...answerByProblems(form, startsAt),
  };
  if (!startsAt || !endsAt || Object.keys(problems).length > 0) return { ok: false, problems };

  const { kind, cadence, subject, zone } = form;
  const words = { description: form.description ?? "", chair: form.chair ?? "" };
  const spokespersonId = form.spokespersonId ?? null;
  const details = { kind, cadence, subject, zone, startsAt, endsAt, spokespersonId };
  const answerBy = form.answerBy ? (momentOf(form.answerBy, zone) ?? null) : null;
  return { ok: true, details: { ...details, ...words, ...place, answerBy } };
}

function answerByProblems(
  { answerBy, zone }: Pick<MeetingForm, "answerBy" | "zone">,
  startsAt: Moment | undefined,
): MeetingProblems {
  if (!answerBy) return {};
  const moment = momentOf(answerBy, zone);
  if (!moment) return { answerBy: ["no-such-time"] };
  return startsAt && moment >= startsAt ? { answerBy: ["answer-by-late"] } : {};
}

function timeProblems(
  startsAt: Moment | undefined,
  endsAt: Moment | undefined,
  now: Moment,
): MeetingProblems {
  if (!startsAt || !endsAt)
    return {
      ...(!startsAt && { startsAt: ["no-such-time"] }),
      ...(!endsAt && { endsAt: ["no-such-time"] }),
    };
  if (startsAt <= now) return { startsAt: ["in-the-past"] };
  if (startsAt > yearsAfter(now, FARTHEST_YEARS)) return { startsAt: ["too-far"] };
  if (endsAt <= startsAt) return { endsAt: ["ends-before-start"] };
  const hours = (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000;
  return hours > LONGEST_HOURS ? { endsAt: ["too-long"] } : {};
}

/** Where clocks are put forward an hour is missing, and reading it gives another time than was written. */
function momentOf(written: string, zone: string): Moment | undefined {
  const moment = readLocalTime(written, zone);
  const digits = readLocalTime(written, "UTC");
  return moment && digits && localTime(moment, zone) === localTime(digits, "UTC")
    ? moment
    : undefined;
}

function yearsAfter(moment: Moment, years: number): Moment {
  return `${Number(moment.slice(0, 4)) + years}${moment.slice(4)}`;
}

/** A planned meeting as the form's default values. */
export function formOf(meeting: MeetingDetails): z.input<typeof MeetingForm> {
  const { kind, cadence, subject, description, zone, chair } = meeting;
  return {
    ...{ kind, cadence, subject, description, zone, chair },
    startsAt: localTime(meeting.startsAt, zone),
    endsAt: localTime(meeting.endsAt, zone),
    venue: meeting.venue ?? "",
    venueCapacity: meeting.venueCapacity?.toString() ?? "",
    mapUrl: meeting.mapUrl ?? "",
    accessNotes: meeting.accessNotes ?? "",
    onlineUrl: meeting.onlineUrl ?? "",
    answerBy: meeting.answerBy ? localTime(meeting.answerBy, zone) : "",
    spokespersonId: meeting.spokespersonId ?? "",
  };
}

/** The problems as sentences of the reader's language, by field. */
export function sentencesOf(words: Messages, problems: MeetingProblems): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, keys]) => [
      field,
      keys.map((key) => words.meetings.problems[key]),
    ]),
  );
}

/** Why a meeting is called off or put off, for everybody invited to read. */
export const ReasonForm = z.object({ reason: line(500) });

/** Why it is moved, if it is. */
export const EditForm = MeetingForm.extend({ reason: optional(line(500)) });

/** Another hour for a meeting: why, who speaks then, and which edition of it the officer had in hand. */
export const MoveForm = z.object({
  startsAt: localMoment,
  endsAt: localMoment,
  spokespersonId: optional(line(60)),
  reason: optional(line(500)),
  edition: z.coerce.number().int(),
});

/** The same of a meeting that the public was told of, which needs a reason. */
export const PublicMoveForm = MoveForm.extend({ reason: line(500) });

/** The details of a meeting at another hour; or says per field what cannot be. */
export function movedTo(
  meeting: MeetingDetails,
  {
    startsAt,
    endsAt,
    spokespersonId,
  }: Pick<z.output<typeof MoveForm>, "startsAt" | "endsAt" | "spokespersonId">,
  now: Moment,
) {
  const form = {
    ...{ kind: meeting.kind, cadence: meeting.cadence, subject: meeting.subject },
    ...{ description: meeting.description, zone: meeting.zone, chair: meeting.chair },
    venue: meeting.venue ?? undefined,
    venueCapacity: meeting.venueCapacity ?? undefined,
    mapUrl: meeting.mapUrl ?? undefined,
    accessNotes: meeting.accessNotes ?? undefined,
    onlineUrl: meeting.onlineUrl ?? undefined,
  };
  const read = readMeeting({ ...form, startsAt, endsAt, spokespersonId }, now);
  // By when to answer moves along with the start.
  return read.ok ? { ok: true as const, details: { ...read.details, answerBy: undefined } } : read;
}
