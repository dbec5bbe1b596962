import { shortDay } from "../dates.ts";
import type { Messages } from "../messages.ts";
import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("en", n);
const meetingsOf = (n: number) => `${number(n)} ${n === 1 ? "meeting" : "meetings"}`;
const lettersOf = (n: number) => `${number(n)} ${n === 1 ? "letter" : "letters"}`;

const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;
const WEEKS: Record<number, string> = {
  1: "first",
  2: "second",
  3: "third",
  4: "fourth",
  [-1]: "last",
};
const MONTHS = ["first", "middle", "last"];

type Rule = Parameters<Messages["series"]["rule"]>[0];
type DayOfMonth = Extract<Rule["rhythm"], { every: "month" }>["on"];

const dayIn = (on: DayOfMonth) => {
  if ("date" in on) return on.date === -1 ? "the last day" : `day ${on.date}`;
  return `the ${WEEKS[on.week]} ${WEEKDAYS[on.weekday - 1]}`;
};

const rhythm = (of: Rule["rhythm"]) => {
  if (of.every === "days") return `every ${of.days} days`;
  if (of.every === "month") return `on ${dayIn(of.on)} of every month`;
  return `on ${dayIn(of.on)} of the ${MONTHS[of.month - 1]} month of every quarter`;
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const OFFS = { weekend: "weekend", holiday: "day off" };

export const series: Messages["series"] = {
  rule: (rule) =>
    `At ${rule.at} ${rhythm(rule.rhythm)}, from ${shortDay(rule.from)} to ${shortDay(rule.until)}`,
  dayOffRule: {
    before: "A day off gives way to the working day before it",
    after: "A day off gives way to the working day after it",
    skip: "A date on a day off is left out",
    keep: "A date on a day off is kept",
  },
  problems: {
    "ends-before-it-begins": "It must end after it begins.",
    "too-long": "A series lasts two years at most. Please choose an earlier last day.",
    "too-many": "Too many dates: a series has 122 at most. Please choose a slower rhythm.",
  },
  reasons: {
    "no-dates": "Please choose at least one date.",
    "dates-changed":
      "The table of days off has just changed, and the dates with it. Please look again.",
    "in-the-past": "One of the dates is past. Please look at the table again.",
  },
  off: (why, name) => (name ? `${OFFS[why]}: ${name}` : OFFS[why]),
  table: {
    caption: "The dates",
    take: "Take",
    takeDay: (day) => `Meet on ${day}`,
    date: "Date",
    why: "Why this date",
    speakers: "Who may speak",
    nobody: "Nobody yet",
    clashes: "At the same hour",
    phase: "State",
    answers: "Answers",
    byRule: "By the rule",
    movedFrom: (day, why) => `In place of ${day} (${why})`,
    kept: (why) => `Kept on a day off (${why})`,
    leftOut: (why) => `Left out (${why})`,
    merged: "Left out (same day as above)",
    past: "Past",
    own: (details) => `Changed for this one alone: ${details.join(", ")}`,
    movedBy: (day) => `Moved from ${day}`,
  },
  form: {
    title: "Plan a series",
    lead: "Choose the rhythm, see the year's dates, drop those not needed, and save them all at once. Each date is a meeting of its own, with its own invitations and answers.",
    ruleTitle: "1. When",
    every: "How often",
    rhythms: { month: "Every month", quarter: "Every quarter", days: "Every so many days" },
    by: "Which day of the month",
    ways: { date: "By date", weekday: "By weekday" },
    date: "Date",
    dates: (date) => (date === -1 ? "Last day of the month" : `Day ${date}`),
    dateHint: "A month without a 29th, 30th or 31st gives its last day.",
    week: "Week",
    weeks: (week) => capital(WEEKS[week] ?? ""),
    weekday: "Weekday",
    weekdays: (weekday) => WEEKDAYS[weekday - 1] ?? "",
    month: "Which month of the quarter",
    months: (month) => ["First month", "Middle month", "Last month"][month - 1] ?? "",
    days: "How many days",
    dayOff: "On a day off",
    dayOffWays: {
      before: "Take the working day before",
      after: "Take the working day after",
      skip: "Leave that date out",
      keep: "Meet all the same",
    },
    from: "From",
    until: "Until",
    at: "Begins at",
    minutes: "Lasts",
    duration: (minutes) => `${minutes} minutes`,
    show: "Show the dates",
    datesTitle: "2. The dates",
    count: (dates) => `${number(dates)} ${dates === 1 ? "date" : "dates"}`,
    noHolidays: (years) =>
      `The table of days off does not know ${years.join(", ")} yet: only Saturdays and Sundays count as days off.`,
    holidays: "See the table of days off",
    none: "No date falls into this time.",
    detailsTitle: "3. What they have in common",
    subjectHint: "For all of them; each can be changed later.",
    spokespersonHint: "On dates on which this person may not speak, nobody is chosen yet.",
    as: "Save as",
    beginnings: {
      draft: "Drafts",
      scheduled: "Scheduled within the office",
      announced: "Announced at once",
    },
    asHint:
      "What is announced the public sees; nobody is invited until you send the invitations of a meeting.",
    saveChosen: "Save the chosen meetings",
    saved: (meetings) => `${meetingsOf(meetings)} planned.`,
    withoutSpeaker: (days) =>
      `No spokesperson is chosen yet on ${days.length === 1 ? "a date" : `${days.length} dates`} on which this person may not speak: ${days.join(", ")}.`,
  },
  list: {
    title: "Series",
    lead: "Each series is a row of meetings that follow one rhythm.",
    plan: "Plan a series",
    empty: "There is no series yet.",
    subject: "Subject",
    rule: "Rhythm",
    next: "Next",
    toCome: "To come",
    of: (toCome, meetings) => `${number(toCome)} of ${number(meetings)}`,
    over: "Over",
  },
  page: {
    announce: (meetings) => `Announce ${meetingsOf(meetings)}`,
    announced: (meetings) => `${meetingsOf(meetings)} announced.`,
    cancelRest: "Cancel the rest",
    nextYear: "Plan what follows",
    summary: (toCome, meetings) => `${meetingsOf(meetings)}, ${number(toCome)} still to come.`,
    change:
      "To change several at once, open one of them, press “Change”, and choose “This one and those after it” or “All”.",
    of: "Belongs to a series",
  },
  announcement: {
    title: "Announce the meetings of the series",
    lead: (meetings) =>
      `${meetingsOf(meetings)} will stand on the public pages and in the public calendars. Nobody is invited yet.`,
    none: "There is no meeting left to be announced.",
    submit: (meetings) => `Announce ${meetingsOf(meetings)}`,
  },
  cancellation: {
    title: "Cancel the rest",
    from: "Cancel from the one on",
    show: "Show",
    untouched: "Meetings that have begun, were held or were cancelled before stay as they are.",
    finally: "What is cancelled cannot be brought back",
    which: (meetings) => `${meetingsOf(meetings)} will be cancelled:`,
    letters: (letters) =>
      letters > 0
        ? `${lettersOf(letters)} of cancellation will go to those invited, one for each meeting.`
        : "Nobody is written to.",
    none: "There is no meeting left to be cancelled.",
    reason: "Reason",
    submit: (meetings, letters) =>
      letters > 0
        ? `Cancel ${meetingsOf(meetings)} and send ${lettersOf(letters)}`
        : `Cancel ${meetingsOf(meetings)}`,
    done: (meetings, letters) =>
      `${meetingsOf(meetings)} cancelled.${letters > 0 ? ` ${lettersOf(letters)} are on their way.` : ""}`,
  },
  scope: {
    label: "Applies to",
    scopes: {
      one: "This one only",
      following: "This one and those after it",
      all: "All that are still to come",
    },
    hint: "What was changed for one meeting alone stays as it is there. With a new time the others take the same hour and move by as many days. Meetings that have begun, were held, are put off or cancelled do not change.",
    title: (meetings) => `${meetingsOf(meetings)} will change`,
    letters: (letters) =>
      letters > 0 ? `${lettersOf(letters)} will go to those invited.` : "Nobody is written to.",
    asksAgain: "Whoever gets a new time or place is asked again whether they come.",
    becomes: "Becomes",
    changes: "Changes",
    sent: "Letters",
    keeps: (details) => `Keeps its own: ${details.join(", ")}`,
    movedOff: (why) => `moved further, ${why}`,
    speaker: {
      same: "",
      kept: "Keeps its spokesperson: the new one may not speak on that day.",
      none: "Nobody is chosen to speak: that person may not on that day.",
    },
    submit: (meetings, letters) =>
      letters > 0
        ? `Save ${meetingsOf(meetings)} and send ${lettersOf(letters)}`
        : `Save ${meetingsOf(meetings)}`,
    saved: (meetings, letters) =>
      `${meetingsOf(meetings)} saved.${letters > 0 ? ` ${lettersOf(letters)} are on their way.` : ""}`,
    refused: (day, reason) => `The one on ${day}: ${reason} Nothing was saved.`,
    nothing: "Nothing changes.",
  },
};
