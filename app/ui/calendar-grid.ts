import { Calendar, type EventApi, type EventContentArg } from "@fullcalendar/core";
import english from "@fullcalendar/core/locales/en-gb";
import vietnamese from "@fullcalendar/core/locales/vi";
import dayGrid from "@fullcalendar/daygrid";
import interaction from "@fullcalendar/interaction";
import list from "@fullcalendar/list";
import timeGrid from "@fullcalendar/timegrid";
import { HOME_ZONE, localTime, readLocalTime } from "#app/clock.ts";
import { type CalendarSpan, daysIn, type View } from "#app/domain/meetings/calendar-span.ts";
import type { Phase } from "#app/domain/meetings/meeting.ts";
import type { NamedDay } from "#app/domain/meetings/press-calendar.server.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Day, Language } from "#db/tables.ts";
import { hoursShown, sideBySide } from "./calendar-hours.ts";

/** A meeting as it is drawn: times as the clocks of Viet Nam show them. */
export interface DrawnEvent {
  id: string;
  subject: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  phase: Phase;
  state: string; // the phase in a word
  whose: string;
  isOurs: boolean;
  mayMove: boolean;
  address: string;
}

export interface GridOptions {
  view: View;
  on: Day;
  span: CalendarSpan;
  days: { off: Day[]; named: NamedDay[] };
  events: DrawnEvent[];
  language: Language;
  says: Messages["pressCalendar"];
  open: (address: string) => void;
  /** Somebody dragged a meeting to other times, local in its own zone. Nothing is changed by that yet. */
  move: (id: string, times: { startsAt: string; endsAt: string }) => void;
}

export interface Grid {
  destroy(): void;
}

const CROWDED = 2;
const TYPES = { month: "dayGridMonth", week: "timeGridWeek", agenda: "agenda" };

/**
 * Draws the calendar into a place of the page. The library knows the zones of nobody's browser: it is told
 * that all is UTC and given Viet Nam's wall clock. A meeting dropped elsewhere goes back at once and waits there
 * until the page it leads to has moved it.
 */
export function drawGrid(place: HTMLElement, options: GridOptions): Grid {
  const { view, on, span, days, events, language, says, open, move } = options;
  const byId = new Map(events.map((event) => [event.id, event]));
  const dropped = ({ event, revert }: { event: EventApi; revert: () => void }) => {
    const meeting = byId.get(event.id);
    const times = meeting && timesOf(event, meeting);
    revert();
    if (meeting && times) move(meeting.id, times);
  };
  const hours = hoursShown(events, span.from);
  const widen = widthsOf(options);
  const calendar = new Calendar(place, {
    plugins: [dayGrid, timeGrid, list, interaction],
    locale: language === "vi" ? vietnamese : english,
    timeZone: "UTC",
    firstDay: 1,
    initialView: TYPES[view],
    initialDate: on,
    now: localTime(new Date().toISOString()),
    headerToolbar: false,
    height: "auto",
    fixedWeekCount: false,
    dayMaxEvents: 4,
    eventMaxStack: 3,
    slotMinTime: hours.first,
    slotMaxTime: hours.last,
    nextDayThreshold: hours.first, // what ends after midnight is no meeting of two days
    scrollTime: "07:00:00",
    allDaySlot: days.named.length > 0,
    nowIndicator: true,
    eventTimeFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
    slotLabelFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
    slotEventOverlap: false,
    views: {
      timeGridWeek: { displayEventEnd: false },
      agenda: {
        type: "list",
        visibleRange: { start: span.from, end: span.until },
        listDayFormat: { weekday: "long", day: "2-digit", month: "2-digit", year: "numeric" },
        listDaySideFormat: false,
      },
    },
    noEventsContent: says.empty,
    moreLinkHint: (n) => says.more(n),
    moreLinkDidMount: ({ el }) => el.setAttribute("role", "button"), // it opens a window and leads nowhere
    dayCellClassNames: ({ date }) =>
      days.off.includes(date.toISOString().slice(0, 10)) ? "is-off" : "is-worked",
    // A cell is named by all that is in it, not by its number alone.
    dayCellDidMount: ({ el, date }) => {
      el.removeAttribute("aria-labelledby");
      widen(el, date);
    },
    dayHeaderDidMount: ({ el, date }) => widen(el, date),
    events: [...events.map(drawn), ...days.named.map((day) => namedDay(day, says))],
    eventContent: (arg) => ({ domNodes: contentOf(arg, byId.get(arg.event.id)) }),
    eventDidMount: ({ el, event }) => {
      const meeting = byId.get(event.id);
      if (!meeting) return;
      el.title = [meeting.subject, meeting.state, meeting.whose].join(" · ");
      // The library ends what goes on after midnight with its day.
      const hours = el.querySelector(".fc-list-event-time");
      if (hours) hours.textContent = `${meeting.startsAt.slice(11)}–${meeting.endsAt.slice(11)}`;
    },
    eventClick: ({ event, jsEvent }) => {
      const meeting = byId.get(event.id);
      if (!meeting?.isOurs || jsEvent.ctrlKey || jsEvent.metaKey || jsEvent.shiftKey) return;
      jsEvent.preventDefault();
      open(meeting.address);
    },
    eventDrop: dropped,
    eventResize: dropped,
  });
  calendar.render();
  return { destroy: () => calendar.destroy() };
}

/** In a week with a crowded day the quiet days leave it room: meetings side by side can be read then. */
function widthsOf({ view, events, span }: GridOptions) {
  const isCrowded = (day: Day) => sideBySide(events, day) >= CROWDED;
  const crowded = view === "week" ? daysIn(span).filter(isCrowded) : [];
  return (cell: HTMLElement, date: Date) => {
    const isQuiet = crowded.length > 0 && !crowded.includes(date.toISOString().slice(0, 10));
    if (isQuiet) cell.classList.add("is-quiet");
  };
}

function drawn({ id, subject, startsAt, endsAt, phase, isOurs, mayMove, address }: DrawnEvent) {
  return {
    ...{ id, title: subject, start: startsAt, end: endsAt, url: address },
    classNames: [`phase-${phase}`, ...(isOurs ? [] : ["of-others"])],
    startEditable: mayMove,
    durationEditable: mayMove,
  };
}

function namedDay({ day, name, works }: NamedDay, says: GridOptions["says"]) {
  return {
    ...{ start: day, allDay: true, display: "background" },
    title: works ? says.works(name) : says.off(name),
    classNames: [works ? "day-worked" : "day-off"],
  };
}

/** The hour and the state in a line, the subject, whose it is where it is another's. */
function contentOf({ event, timeText, view }: EventContentArg, meeting: DrawnEvent | undefined) {
  if (!meeting) return [piece("fc-event-title", event.title)];
  const isList = view.type === "agenda";
  const state = piece("event-state", meeting.state);
  const subject = piece("event-subject", meeting.subject);
  const whose = isList || !meeting.isOurs ? [piece("event-whose", meeting.whose)] : [];
  if (isList) return [subjectLink(meeting), ...whose, state];
  const head = piece("event-head", "");
  head.append(piece("event-time", timeText), state);
  return [head, subject, ...whose];
}

/** In the list the library makes a whole row clickable; the link in it is for the keyboard. */
function subjectLink({ subject, address }: DrawnEvent): HTMLElement {
  const link = document.createElement("a");
  link.href = address;
  link.className = "event-subject";
  link.textContent = subject;
  return link;
}

function piece(className: string, text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

/** What the library calls UTC is Viet Nam's clock; the page that moves a meeting speaks of the meeting's own zone. */
function timesOf({ start, end, allDay }: EventApi, meeting: DrawnEvent) {
  if (!start || allDay) return undefined;
  const length = Date.parse(`${meeting.endsAt}:00Z`) - Date.parse(`${meeting.startsAt}:00Z`);
  const finish = end ?? new Date(start.getTime() + length);
  const inZone = (date: Date) => {
    const moment = readLocalTime(date.toISOString().slice(0, 16), HOME_ZONE);
    return moment ? localTime(moment, meeting.zone) : "";
  };
  return { startsAt: inZone(start), endsAt: inZone(finish) };
}
