import ICAL from "ical.js";
import nodeIcal from "node-ical";

/** An occurrence as a calendar program shows it: when it begins, and what it is called. */
export type Occurrence = [startsAt: string, summary: string];

/**
 * What two calendar programs, written by two houses, show of a file: every occurrence of it, in order. (Of those that
 * npm has, ts-ics expands a rule to midnights. The golden files are read by khal and recurring-ical-events too.)
 */
export function shownBy(file: string): Record<"ical.js" | "node-ical", Occurrence[]> {
  return {
    "ical.js": inOrder(byIcalJs(file)),
    "node-ical": inOrder(byNodeIcal(file)),
  };
}

const inOrder = (all: Occurrence[]) => all.toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Thunderbird's own reader. */
function byIcalJs(file: string): Occurrence[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
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
