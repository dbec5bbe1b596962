import type { Messages } from "../messages.ts";

export const site: Messages["site"] = {
  nav: {
    label: "Main",
    lookup: "Look up",
    meetings: "Press meetings",
    statements: "Statements",
    portal: "Press room",
    desk: "Press desk",
  },
  footer: { openData: "Open data", errata: "Corrections", receipts: "Keys of receipts" },

  search: {
    label: "Place, department, spokesperson or telephone number",
    hint: "Old or new name, with or without marks, shortened if you like. Where names repeat, add the district or province.",
    submit: "Look up",
    suggestions: "Suggestions",
    count: (n) => `${n} suggestions, use the arrow keys to choose`,
    none: "No suggestions",
  },

  home: {
    title: "Who speaks for the authority you need to ask?",
    lead: "Type the name of a place or department: you get whoever may speak for it, a telephone number, and the decision behind it.",
    examples: "For example",
    example: {
      former: "my binh long xuyen",
      short: "P. Vỹ Dạ, Huế",
      province: "An Giang",
    },
    results: (n) => (n === 1 ? "1 result" : `${n} results`),
    asOf: (when) => `As of ${when}.`,
    dropOn: "Drop the date, ask about now",
    others: "Other results",
    more: "Page of this unit",
    nothing: (query) => `Nothing was found for “${query}”`,
    tryThis: [
      "Use fewer words: the name alone, such as “long xuyen”, rather than a whole address.",
      "Try the name of before 1 July 2025, or that of the former district or city.",
      "For a department or a spokesperson: the name as on the public list, with the province if need be, such as “so y te an giang”.",
      "If it is not found without marks, try with them; or type the five-digit code of the unit.",
    ],
  },

  api: {
    problems: {
      "missing-query": "Please say which name to look for (parameter q).",
      "query-too-long":
        "The question is too long: at most 200 characters. The unit, the district and the province will do.",
      "bad-query": "The question holds control characters. Please type it again.",
      "bad-encoding":
        "The question is not encoded properly (UTF-8, per cent signs). Please type it again.",
      "bad-known":
        "The moment of the list (known) cannot be read: write 2026-03-01 or 2026-03-01T08:30:00+07:00.",
      "bad-matter": "The matter is longer than 200 characters, or holds characters of no use.",
      "bad-on":
        "There is no such day. Write it as 2026-03-01, 01/03/2026 or 2026-03-01T08:30:00+07:00.",
      "bad-limit": "The number of results (limit) must be a whole number from 1 to 50.",
      "bad-era": "The list (era) is 2025 (today's) or 2004 (before 1 July 2025).",
      "not-found": "No unit, agency or entry has this code.",
      "not-taken": "This address can only be read (GET).",
      "too-many": "Too many requests. Please wait a minute and try again.",
    },
  },

  about: {
    title: "About this site",
    lead: "Find the spokespersons of local government, see the press meetings, and take the data with you.",
    what: {
      title: "What this site does",
      text: [
        "Journalists and citizens need to know who may speak officially for a ward, a commune, a special zone or a province, today or on a past day, and by which decision. This site answers that.",
        "There are three kinds of spokesperson: the head of the agency; the person assigned by decision to speak regularly; and a person whom the head authorises in writing, for one matter and a limited time.",
        "The agencies keep their own books. Nothing in them is written over: a term that is over is recorded as ended, so that the answer for a past day does not change.",
      ],
    },
    api: {
      title: "Open data",
      text: "Every answer is there as JSON, without registration, readable from any web page (CORS). Please ask no more than 300 times a second from one address.",
      lookup: "Find a unit and its spokespersons:",
      area: "One unit by its code:",
      more: "Every address and parameter, with examples",
      embed: "Show a spokesperson on your own site",
    },
    sources: {
      title: "Where the map comes from",
      text: (provinces, communes) =>
        `Today's ${provinces} provinces and ${communes.toLocaleString("en")} wards, communes and special zones; the units of before 1 July 2025 and what they went into; the changes of type in 2026. As of 25 September 2026. Taken from the resolutions of the National Assembly's Standing Committee and the lists of the statistics office, through these collections, all under the MIT licence:`,
      uses: {
        dvhcvn: "the 34 resolutions of 2025, codes and names of today's units",
        zindont: "the old-to-new conversion table, other names, the changes of type in 2026",
        tranngocminhhieu:
          "the list from before the rearrangement: codes, names, districts, provinces",
        thanglequoc: "cross-check of today's units; English names of provinces",
      },
      gaps: "Missing: about 290 names of communes retired in 2024–2025, and earlier rounds. The English names of wards and communes are their names without marks, not official ones.",
    },
    privacy: {
      title: "Privacy",
      text: [
        "This site does not track its readers: no advertising cookies, no third-party counters. One cookie remembers the text size and contrast that you chose.",
        "Of spokespersons it publishes only what the rules ask for: name, position, official telephone and e-mail, and the basis.",
        "There is no blacklist of journalists, no scoring and no ranking of anybody.",
      ],
    },
  },
};
