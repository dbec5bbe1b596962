import type { Messages } from "../messages.ts";

export const areas: Messages["areas"] = {
  extents: {
    whole: "all of it",
    unchanged: "unchanged",
    renamed: "unchanged but for the name",
    retyped: "unchanged but for the kind of unit",
    part: "a part",
    part_area: "a part of the land, without inhabitants",
    part_area_all_people: "a part of the land, all the inhabitants",
    part_people: "a part of the inhabitants",
    all_area: "all the land",
  },
  matched: {
    name: () => "",
    former: () => "",
    alias: (text) => `Also called “${text}”`,
    code: (text) => `Unit code ${text}`,
    agency: (text) => `Found by the name “${text}”`,
    person: () => "",
    phone: (text) => `Telephone number ${text}`,
  },
  code: (code) => `Code ${code}`,
  formerMark: "Former unit",
  nowIs: "now",

  nobody: "No spokesperson on record",
  nobodyShort: "None on record",
  notYet: (day) => `Not there yet on ${day}`,
  byLaw: (committee) =>
    `Under the rules the head of the agency speaks: the Chair of the ${committee}.`,
  instead: (committee) => `If it cannot wait, ask the spokesperson of the ${committee}:`,
  neverBefore: (day, since) =>
    `This unit did not exist on ${day}: today's administrative map is in force since ${since}. Please ask about the unit of that time.`,
  thereBefore: "There was then:",

  speaks: {
    title: "Who speaks",
    asOf: (when) => `As of ${when}`,
    asOfNow: (when) => `As of now, ${when}`,
    call: (phone) => `Call ${phone}`,
    term: "Term",
    oneMatter: "One matter only",
    others: "Others who may speak",
    only: "Nobody but the people named here speaks officially for the agency.",
    permalink: "Permanent link to this answer",
  },
  otherDay: {
    title: "Ask about another day",
    submit: "Show",
    today: "Back to today",
  },
  page: {
    title: (fullName, province) => `Who speaks for ${fullName}${province ? `, ${province}` : ""}?`,
    json: "JSON data",
    meetings: "Press meetings to come",
    allMeetings: "All press meetings in the province",
    formedFrom: "Formed from",
    formedNote: "The units of before 1 July 2025 that lie within it now.",
    formerNames: "Earlier names",
    formerName: ({ name, until, basis }) =>
      `${name}, until the end of ${until}${basis ? ` (Resolution ${basis})` : ""}`,
  },
  communes: {
    title: "Wards, communes and special zones of the province",
    count: (all, designated) =>
      `${all} units; ${designated} have a spokesperson on record, ${all - designated} have none.`,
    unit: "Unit",
    speaker: "Ask first",
    position: "Position",
    phone: "Telephone",
  },
  former: {
    mark: "Former unit, gone since 1 July 2025",
    lay: (where) => `It was part of ${where}.`,
    one: "All of it belongs to this unit now. Please ask its spokesperson.",
    many: "Please ask the one in charge of where it happened.",
    successors: "Became",
    several: (n) => `Now within ${n} units`,
    aliases: "Other names",
    alias: (name, district) => (district ? `${name} (${district})` : name),
  },
};
