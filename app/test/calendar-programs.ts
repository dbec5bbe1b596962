import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { convertIcsCalendar, extendByRecurrenceRule } from "ts-ics";

/** An occurrence as a calendar program shows it: when it begins, and what it is called. */
export type Occurrence = [startsAt: string, summary: string];

type Program = "ical.js" | "node-ical" | "ts-ics";

/**
 * What three calendar programs, written by three houses, show of a file: every occurrence of it, in order. (The golden
 * files are read by khal and recurring-ical-events too.)
 */
export function shownBy(file: string): Record<Program, Occurrence[]> {
  return {
    "ical.js": inOrder(byIcalJs(file)),
    "node-ical": inOrder(byNodeIcal(file)),
    "ts-ics": inOrder(byTsIcs(file)),
  };
}

const inOrder = (all: Occurrence[]) => all.toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Thunderbird's own reader. */
function byIcalJs(file: string): Occurrence[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  // Left to itself it takes every exception of the file for one of every series.
  const events = calendar
    .getAllSubcomponents("vevent")
    .map((part) => new ICAL.Event(part, { exceptions: [] }));
  const masters = events.filter((event) => !event.isRecurrenceException());
  for (const event of events)
    if (event.isRecurrenceException())
      masters.find(({ uid }) => uid === event.uid)?.relateException(event);
  return masters.flatMap((event): Occurrence[] => {
    if (!event.isRecurring()) return [[event.startDate.toJSDate().toISOString(), event.summary]];
    const dates = event.iterator();
    const found: Occurrence[] = [];
    for (let next = dates.next(); next; next = dates.next()) {
      const { startDate, item } = event.getOccurrenceDetails(next);
      found.push([startDate.toJSDate().toISOString(), item.summary]);
    }
    return found;
  });
}

function byNodeIcal(file: string): Occurrence[] {
  return Object.values(nodeIcal.sync.parseICS(file)).flatMap((part): Occurrence[] => {
    if (part?.type !== "VEVENT") return [];
    if (!part.rrule) return [[part.start.toISOString(), String(part.summary)]];
    const span = { from: new Date("2020-01-01"), to: new Date("2040-01-01") };
    return nodeIcal
      .expandRecurringEvent(part, span)
      .map(({ start, summary }) => [new Date(start).toISOString(), String(summary)]);
  });
}

/** Its rules give days of the machine's zone, and those after the first: the hour is the first one's. */
function byTsIcs(file: string): Occurrence[] {
  const { events = [] } = convertIcsCalendar(undefined, file);
  const moved = events.filter(({ recurrenceId }) => recurrenceId);
  return events.flatMap(({ uid, start, summary, recurrenceRule, recurrenceId, exceptionDates }) => {
    const shown: Occurrence = [start.date.toISOString(), summary];
    if (!recurrenceRule || recurrenceId) return [shown];
    const instead = moved.filter((one) => one.uid === uid);
    const gone = [
      ...(exceptionDates ?? []).map(({ date }) => date.toISOString()),
      ...instead.map((one) => one.recurrenceId?.value.date.toISOString()),
    ];
    const hour = start.date.toISOString().slice(10);
    const days = inUtc(() =>
      extendByRecurrenceRule(recurrenceRule, { start: start.date, end: new Date("2040-01-01") }),
    );
    const dates = new Set([shown[0], ...days.map((day) => day.toISOString().slice(0, 10) + hour)]);
    return [...dates]
      .filter((date) => !gone.includes(date))
      .map((date): Occurrence => [date, summary]);
  });
}

function inUtc<Result>(work: () => Result): Result {
  const zone = process.env.TZ;
  process.env.TZ = "UTC";
  try {
    return work();
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}
