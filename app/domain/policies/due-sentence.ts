import { daysAfter } from "#app/clock.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Day } from "#db/tables.ts";
import type { Due } from "./due.ts";

/** 15 ngày làm việc từ 23/11/2026, trừ 24/11 → 15/12/2026: how a due moment was found, in one sentence. */
export function dueSentence(words: Messages, due: Due): string {
  const { due: sentence, measure } = words.policies;
  const inHours = due.rule.clock === "clock_hours";
  const holidays = due.skipped.filter(({ why }) => why === "holiday").map(({ day }) => day);
  return sentence.sentence({
    measure: measure(due.rule),
    before: due.before,
    start: inHours ? shortTime(due.start) : shortDay(due.startDay),
    without: due.movedFrom ? "" : listed(holidays, due.startDay),
    worked: listed(
      due.worked.map(({ day }) => day),
      due.startDay,
    ),
    movedFrom: due.movedFrom && briefDay(due.movedFrom, due.startDay),
    end: inHours ? shortTime(due.at) : shortDay(due.day),
  });
}

/** Until when something is in time, as people say it: a day to its end, hours to the minute. */
export function dueUntil(words: Messages, due: Due): string {
  return due.rule.clock === "clock_hours"
    ? shortTime(due.at)
    : words.policies.due.endOfDay(shortDay(due.day));
}

/** 16/02–20/02, 27/04: days in a row as one span; their year only where it is another. */
function listed(days: Day[], from: Day): string {
  const spans: { first: Day; last: Day }[] = [];
  for (const day of days.toSorted()) {
    const span = spans.at(-1);
    if (span && daysAfter(span.last, 1) === day) span.last = day;
    else spans.push({ first: day, last: day });
  }
  return spans
    .map(({ first, last }) =>
      first === last ? briefDay(first, from) : `${briefDay(first, from)}–${briefDay(last, from)}`,
    )
    .join(", ");
}

function briefDay(day: Day, from: Day): string {
  return day.slice(0, 4) === from.slice(0, 4) ? shortDay(day).slice(0, 5) : shortDay(day);
}
