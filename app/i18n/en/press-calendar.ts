import type { Messages } from "../messages.ts";
import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("en", n);
const people = (n: number) => `${number(n)} ${n === 1 ? "journalist" : "journalists"}`;
const letters = (n: number) => `${number(n)} ${n === 1 ? "letter" : "letters"}`;

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

export const pressCalendar: Messages["pressCalendar"] = {
  title: "Calendar of meetings",
  views: { month: "Month", week: "Week", agenda: "Agenda" },
  viewsLabel: "View by",
  month: (month, year) => `${MONTHS[Number(month) - 1]} ${year}`,
  span: (from, until) => `${from} – ${until}`,
  previous: "Previous",
  next: "Next",
  today: "Today",
  whose: {
    label: "Calendar of",
    agency: "My agency",
    province: "The whole province",
    country: "The whole country",
    show: "Show",
  },
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  sheet: (span) => `Meetings of each day, ${span}`,
  ofDay: (n) => `${number(n)} ${n === 1 ? "meeting" : "meetings"}`,
  asTable: "Show as a table",
  table: {
    caption: (span) => `Meetings, ${span}`,
    time: "Time",
    subject: "Subject",
    phase: "State",
    place: "Place",
    move: "Move",
    moveThis: (subject) => `Move: ${subject}`,
  },
  others: "Another agency",
  works: (name) => `Working day (${name})`,
  off: (name) => `Day off: ${name}`,
  empty: "There are no meetings in these days.",
  waiting: "Put off, waiting for a new time",
  dragHint:
    "Drag one of your meetings to another day or hour to move it; the next page asks for the reason and shows who will be told. By keyboard: open the meeting and choose “Move”.",
  loading: "Opening the calendar…",
  more: (n) => `${number(n)} more ${n === 1 ? "meeting" : "meetings"}`,
  legend: "Key",
  clashKinds: {
    spokesperson: "Same spokesperson",
    chair: "Same chair",
    venue: "Same venue",
    agency: "Another meeting of the agency",
    press_conference: "Another press conference in the province",
  },
  clash: {
    title: "At the same hour",
    lead: "A warning only; it can be saved all the same.",
    none: "It meets with no other meeting that is known.",
  },
  free: {
    title: "Free hours",
    lead: "Within office hours of working days, with the people and the venue free, no other press conference in the province, and a spokesperson who may speak:",
    none: "No hour is free in the two weeks from this day on.",
    tooSoonForNotice:
      "Earlier hours are left out: the notice of the press conference could no longer be in time for them.",
  },
  move: {
    title: "Move the meeting",
    now: "Now",
    startsAt: "New start",
    endsAt: "New end",
    inZone: (zone) => `In the meeting's own time zone (${zone}).`,
    check: "Check this time",
    reason: "Reason for moving",
    reasonHint: "Shown on the public page and in the letters to those invited.",
    told: (n) =>
      `${people(n)} invited will get a letter with the new time, and be asked again whether they come.`,
    nobodyTold:
      "Nobody has been invited, so no letter is sent. The public page gives the new time and the reason.",
    onlyOffice:
      "The meeting is not public yet: it changes within the office only, without a reason and without letters.",
    who: "Who will be told",
    silent: (name) => `${name} may not speak for the agency at the new hour.`,
    silentLead: "Choose somebody else, or another hour.",
    submit: (n) => (n > 0 ? `Move and send ${letters(n)}` : "Move the meeting"),
    keep: "Keep the old time",
    same: "This is the time the meeting has now.",
    meanwhile: (was) =>
      `Somebody else has just changed this meeting; it is now ${was}. The time and reason you entered are still below: check them and press again.`,
    done: (n) =>
      n > 0
        ? `The meeting was moved. ${letters(n)} ${n === 1 ? "is" : "are"} on the way.`
        : "The meeting was moved.",
  },
};
