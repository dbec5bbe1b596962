import type { openData as vietnamese } from "../vi/open-data.ts";

export const openData: typeof vietnamese = {
  problems: {
    "bad-level": "The level is province, district or commune.",
    "bad-province": "No province or city has this code (province).",
    "bad-kind":
      "The kind of agency is peoples_committee, department, inspectorate, sub_department or vertical.",
    "bad-agency": "No agency has this id (agency).",
    "bad-capacity": "The capacity is head, regular or authorised.",
    "bad-page-limit": "The number of items a page (limit) must be a whole number from 1 to 500.",
    "bad-after":
      "The place to begin after cannot be read. Please follow the previous page's address next.",
    "bad-since":
      "The place to begin at (since) cannot be read: a day, a moment, or the last answer's cursor.",
    "no-such-address": "There is no such address. All of them are listed in /api/v1/openapi.json.",
  },

  endpoints: {
    lookup: {
      title: "Look up a name",
      text: "The units that a name may mean (old or new, with or without its marks), best first, each with everybody who may speak for it. A name that nobody knows gives an empty list and is no error.",
    },
    areas: {
      title: "The list of units",
      text: "Administrative units by code: today's, or with era=2004 those before 1 July 2025.",
    },
    area: {
      title: "One unit by its code",
      text: "A unit with everybody who may speak for it. Without an era, a unit of today comes first.",
    },
    agencies: {
      title: "The directory of agencies",
      text: "People's Committees, departments and other agencies by id, closed ones included.",
    },
    agency: {
      title: "One agency",
      text: "An agency with its former names, its successors, its official channels, and everybody who may speak for it.",
    },
    speakers: {
      title: "Everybody who may speak",
      text: "Everybody who may speak at a moment: of the country, a province or an agency.",
    },
    speaker: {
      title: "One entry of the register",
      text: "An assignment or a delegation with everything that is published of it: its term, its basis, where it stands. One that is not published, or was annulled as a mistake, is not there (404).",
    },
    changes: {
      title: "What changed",
      text: "Every change of the public list since some moment, the oldest first, each told once. Keep the cursor of one answer as the since of the next question, and you read only what is new.",
    },
    document: {
      title: "The description for programs",
      text: "All of these addresses, by OpenAPI 3.1.",
    },
  },

  parameters: {
    q: "The name or code to look for, at most 200 characters.",
    on: "A day (2026-03-01) or a moment (2026-03-01T08:30:00+07:00); without it, now.",
    known:
      "By the public list of another moment: what it said then, before anything was put right later.",
    since: "After a day, a moment, or the last answer's cursor; without it, from the beginning.",
    matter:
      "What you want to ask about, in your own words: somebody authorised for that very matter comes first.",
    limit: "How many results, from 1 to 50; usually 10.",
    pageLimit: "How many items a page, from 1 to 500; usually 100.",
    after: "Where the page begins: taken from the previous page's address next.",
    era: "The list of codes: 2025 (today's) or 2004 (before 1 July 2025); both share numbers.",
    level: "One level only: province, district (there were some before 1 July 2025) or commune.",
    province: "One province or city only: its code.",
    kind: "One kind of agency only.",
    agency: "One agency only: its id.",
    capacity: "One capacity only: head, regular or authorised.",
    lang: "vi or en: the language of sentences; without it, by Accept-Language.",
    code: "The unit's code.",
    id: "The id of the agency, or of the entry.",
  },

  page: {
    title: "Open data",
    lead: "Every answer of this site is there as JSON too: no registration, no key, readable from any web page.",
    start: "Begin here",
    startText: "Ask who speaks for a ward, from the command line:",
    script: "Or from a web page:",
    endpoints: "Addresses",
    parameters: "Parameters",
    tryIt: "Try it",
    document: "The OpenAPI 3.1 document",
    documentText:
      "Every field and parameter, with examples taken from real answers. For generating code, or for a tool to try things with:",
    pages: "Long lists",
    pagesText:
      "Lists come in pages. Follow the address in the field next (also in the header Link) until it is null:",
    fresh: "Always fresh, and cheap",
    freshText: [
      "Each answer carries an ETag. Send it back in If-None-Match: if nothing has changed you get 304 and nothing is sent again. No answer is to be taken for fresh without asking, for the spokesperson may have changed a moment ago.",
      "Please ask no more than 300 times a second from one address; beyond that you get 429 with Retry-After.",
    ],
    errors: "When a question is wrong",
    errorsText:
      "The status is 400, 404, 405 or 429, with a code for programs and a sentence for people in the language asked for:",
    promise: "What we promise about versions",
    promiseText: [
      "Within /api/v1 the fields that are there keep their names and meanings; only fields, addresses and codes of errors may be added. Your program should pass over fields that it does not know.",
      "Whatever breaks this comes as /api/v2; /api/v1 will then go on for at least 12 months.",
    ],
    licence: "Licence",
    licenceText:
      "Free to reuse, commercially too, when you name the source “Phát Ngôn” and the day you took it (Creative Commons Attribution 4.0, CC BY 4.0). The telephone numbers and e-mail addresses are those of public offices: they are for asking questions only.",
    never:
      "Never in here: anything about journalists, drafts, entries that are not published, the names of the officers who keep the books.",
    widget: "On your own portal",
    widgetText:
      "No programming needed: one line of code puts the spokesperson of a ward or commune on your page and keeps it up to date.",
    widgetLink: "Make the code",
  },

  embed: {
    title: "Show a spokesperson on your site",
    lead: "Put on your agency's portal a card that is always right: who speaks, their telephone, their e-mail. When the spokesperson changes, so does the card.",
    find: "1. Find the unit or agency",
    findLabel: "Name of a ward, commune, special zone, province or department",
    nothing: (query) => `No unit or agency is known as “${query}”.`,
    found: "Choose one",
    formerly: (name) => `formerly ${name}`,
    chosen: (name) => `Chosen: ${name}`,
    other: "Choose another unit or agency",
    options: "2. Choose how it looks",
    language: "Language",
    languages: { vi: "Tiếng Việt", en: "English" },
    theme: "Colours",
    themes: { auto: "As the reader's device", light: "Light", dark: "Dark" },
    as: "Way",
    ways: { script: "A script (recommended)", iframe: "An iframe" },
    update: "Update",
    preview: "Preview",
    previewTitle: (name) => `Preview of the card of ${name}`,
    code: "3. Copy this into your page",
    codeWhat: "the code",
    scriptNote:
      "Put this line where the card is to stand. It weighs less than 10 kB, sets no cookie, follows nobody, and leaves the styles of your page alone.",
    iframeNote:
      "For systems that take no scripts. A frame does not grow with what is in it: change height where needed.",
    policy: "If your page has a Content-Security-Policy",
    policyText: "Allow one source, by the way chosen:",
    policyStyle:
      "The card brings its styles by adoptedStyleSheets, so style-src need not be widened; an old browser without these shows the card without colours.",
    frameTitle: (name) => `Spokesperson of ${name}`,
  },

  card: {
    heading: (name) => `Spokesperson of ${name}`,
    phone: "Telephone",
    email: "E-mail",
    about: "About",
    instead: (agency) => `Meanwhile, please ask ${agency}:`,
    others: "May also speak",
    last: {
      confirmation: (day) => `Confirmed on ${day}`,
      publication: (day) => `Published on ${day}`,
    },
    since: (day) => `Since ${day}`,
    remarks: {
      unconfirmed: "not confirmed this quarter",
      bounced: "the letter to confirm bounced",
    },
    nobody: "Nobody is on record as spokesperson yet.",
    now: (names) => `This unit is now ${names}.`,
    unknown: (code) => `No unit has the code ${code}.`,
    more: "See the full page",
    loading: "Loading the spokesperson…",
    failed: "The spokesperson could not be loaded.",
    offline: "This device is offline.",
    again: "Try again",
  },
};
