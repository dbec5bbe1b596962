import type { Messages } from "../messages.ts";

export const compliance: Messages["compliance"] = {
  title: "Compliance board",
  lead: "What each agency has done of what the rules ask. It is about agencies and ranks nobody.",
  questions: {
    designated: "Spokesperson",
    published: "Published in time",
    confirmed: "Confirmed this quarter",
    regulation: "Regulation",
    trained: "Trained",
  },
  asks: {
    designated: "At least one person may speak at this moment.",
    published:
      "The regular spokesperson was published within the time from the decision (from the end of the day of signing where its hour is not known).",
    confirmed: "Every public entry was confirmed, or newly published, this quarter.",
    regulation: "The agency's own regulation on speaking is issued.",
    trained: "Every spokesperson has attended at least one course.",
  },
  marks: { yes: "Yes", waiting: "In time", no: "No", none: "Not asked" },
  standings: {
    "in-order": "All in order",
    lacking: "Something lacking",
    nobody: "No spokesperson",
  },
  share: (yes, asked) => `${yes} of ${asked} agencies`,
  map: "Tile map",
  mapLead: "One tile for each agency; press it to see the evidence.",
  countryLead: "One tile for each agency; press a province to see its agencies.",
  countryTable: "Province by province",
  province: "Province",
  agencies: "Agencies",
  table: "Agency by agency",
  agency: "Agency",
  sort: (question) => `Sort by: ${question}`,
  byName: "Sort by name",
  only: "Only agencies that lack something",
  all: "All agencies",
  none: "No agency lacks anything",
};
