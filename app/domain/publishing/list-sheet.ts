import { dayBefore, dayOf, localTime, startOf } from "#app/clock.ts";
import type { Language, Messages } from "#app/i18n/messages.ts";
import type { Day } from "#db/tables.ts";
import { isAmber } from "../spokespersons/confirmation.ts";
import type { Speaker } from "../spokespersons/speaker.ts";
import { plainly } from "../spreadsheets/sheet.ts";
import type { ListEntry } from "./list-entry.ts";

export type SheetColumn = keyof Messages["publishing"]["files"]["columns"];

/** The columns of the list as a spreadsheet, in order; which hold days, and how wide they are in characters. */
export const SHEET_COLUMNS: { name: SheetColumn; width: number; isDay?: boolean }[] = [
  { name: "number", width: 6 },
  { name: "agency", width: 44 },
  { name: "kind", width: 30 },
  { name: "code", width: 14 },
  { name: "name", width: 28 },
  { name: "position", width: 36 },
  { name: "phone", width: 18 },
  { name: "email", width: 32 },
  { name: "capacity", width: 30 },
  { name: "matter", width: 36 },
  { name: "from", width: 12, isDay: true },
  { name: "until", width: 12, isDay: true },
  { name: "basisNumber", width: 18 },
  { name: "basisDay", width: 14, isDay: true },
  { name: "confirmed", width: 16, isDay: true },
  { name: "state", width: 24 },
];

export type SheetLine = Record<SheetColumn, string | number | null>;

/** The list line by line, one for each speaker and one for an agency that has none; days as 2026-03-01. */
export function sheetLines(entries: ListEntry[], words: Messages, language: Language): SheetLine[] {
  return entries.flatMap(({ agency, speakers }, place): SheetLine[] => {
    const shared = {
      number: place + 1,
      agency: language === "en" ? agency.nameEn : agency.name,
      kind: words.publishing.kinds[agency.kind],
      code: agency.areaCode,
    };
    if (speakers.length === 0) return [{ ...shared, ...NOBODY, state: missing(words) }];
    return speakers.map((speaker) => ({ ...shared, ...speakerCells(speaker, words) }));
  });
}

const NOBODY = {
  name: null,
  position: null,
  phone: null,
  email: null,
  capacity: null,
  matter: null,
  from: null,
  until: null,
  basisNumber: null,
  basisDay: null,
  confirmed: null,
};

function missing(words: Messages): string {
  return words.publishing.files.states.missing;
}

function speakerCells(speaker: Speaker, words: Messages) {
  const { name, position, phone, email, capacity, matter, from, until, basis, confirmed } = speaker;
  const { states } = words.publishing.files;
  return {
    ...{ name, position, phone, email, matter },
    capacity: words.spokespersons.capacity[capacity],
    from: firstIn(from),
    until: until && lastIn(until),
    basisNumber: basis.number,
    basisDay: basis.date,
    confirmed: confirmed?.by === "confirmation" ? confirmed.on : null,
    state: confirmed && isAmber(confirmed) ? states.unconfirmed : states.listed,
  };
}

/** When a term begins: a day, or a time of one where it does not begin with the day itself. */
function firstIn(from: string): string {
  return from.length === 10 || startOf(dayOf(from)) === from ? dayIn(from) : timeIn(from);
}

/** Until when it runs: its last day, or a time of one where it does not run to the end of a day. */
function lastIn(until: string): string {
  return until.length === 10 || startOf(dayOf(until)) === until ? lastDayIn(until) : timeIn(until);
}

/** The last day of a term: a moment is the first without it, and may be the beginning of the day after. */
export function lastDayIn(until: string): Day {
  if (until.length === 10) return until;
  return startOf(dayOf(until)) === until ? dayBefore(dayOf(until)) : dayOf(until);
}

/** As the clock says in Viet Nam, 2026-09-01 08:00. */
function timeIn(moment: string): string {
  return localTime(moment).replace("T", " ");
}

/** The day of a day or a moment, in Viet Nam. */
export function dayIn(when: string): Day {
  return when.length === 10 ? when : dayOf(when);
}

/** nguoi-phat-ngon-an-giang-2026-11-28.csv: whose list and of which day, in letters every system takes. */
export function listFileName(
  { province, at, extension }: { province: { name: string }; at: string; extension: string },
  words: Messages,
): string {
  const place = plainly(province.name).replaceAll(" ", "-");
  return `${words.publishing.files.name}-${place}-${dayOf(at)}.${extension}`;
}
