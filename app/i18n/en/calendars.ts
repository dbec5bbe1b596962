import type { Messages } from "../messages.ts";

export const calendars: Messages["calendars"] = {
  names: {
    country: "Press meetings of the whole country",
    of: (name) => `Press meetings: ${name}`,
    own: (name) => `Press invitations of ${name}`,
  },
  description:
    "Press conferences, briefings and gatherings that were announced. The calendar keeps itself up to date; your program may ask for it hours later.",
  ownDescription:
    "The meetings that you are invited to. The letters are quickest; this calendar is a convenience.",
  summary: {
    cancelled: (title) => `Cancelled: ${title}`,
    postponed: (title) => `Postponed: ${title}`,
  },
  online: "Online",
  more: "Details",
  agency: "Agency",
  states: {
    announced: "Announced",
    rescheduled: "Rescheduled",
    postponed: "Postponed",
    cancelled: "Cancelled",
    held: "Held",
  },
  feedSentence: (when, place) => (place ? `${when}, ${place}` : when),
  wasAt: (when) => `Before: ${when}`,
  reason: (reason) => `Reason: ${reason}`,
  subscribe: {
    title: "Follow this calendar",
    lead: "Add this address to your calendar program (Google, Outlook, Apple, Thunderbird): new, moved and cancelled meetings appear by themselves.",
    add: "Add to my calendar",
    ics: "Calendar file (.ics)",
    atom: "News feed (Atom)",
    one: "Add this meeting to my calendar",
  },
  filter: {
    label: "Narrow the list of meetings",
    agency: "Agency",
    anyAgency: "Every agency",
    on: "On the day",
    show: "Show",
    badDay: "There is no such day. Please write 2026-11-25 or 25/11/2026.",
    day: (day) => `Press meetings on ${day}`,
    wholeList: "The whole list, whatever the day",
    emptyDay: "No meeting was announced for this day.",
    before: (day) => `Before that: ${day}`,
    after: (day) => `After that: ${day}`,
  },
  own: {
    title: "Your own calendar",
    lead: "One secret address brings all your invitations into your calendar program and keeps them right when a meeting is moved or cancelled.",
    open: "Make my private calendar address",
    address: "Your private calendar address",
    secret:
      "Whoever has this address sees your invitations. Please do not pass it on; if it got out, change it.",
    renew: "Change the address",
    close: "Close this address",
    add: "Add to my calendar",
  },
};
