import type { vi } from "../vi.ts";

export const formerUnits: (typeof vi)["formerUnits"] = {
  page: {
    title: "Who spoke then",
    nobody: "Nobody is on record for this day",
    byLaw: (committee) =>
      `By the rules of the time the head of an agency speaks for it: the chairperson of the ${committee}. Who that was, and by which decision, is not on record.`,
    instead: (committee) => `On the same day the spokesperson of the ${committee} was:`,
    history: "Who spoke for this unit",
    historyLead: (until) => `As recorded, until the unit's last day, ${until}.`,
    noHistory: "No decision on who spoke for this unit is on record.",
    decided: (basis, span) => `${basis}; ${span}`,
    span: (from, until) => `from ${from} to ${until}`,
    lastDay: (day) => `Who spoke on its last day, ${day}`,
    phone: "Telephone then",
    email: "E-mail then",
    changes: "Log of changes",
  },
  desk: {
    title: "Units before 01/07/2025",
    lead: "Who spoke for the former wards, communes, townships, districts and provinces, and by which decision. The province keeps the books of a former unit; where the whole of it went into one ward or commune, its officers may write in them too.",
    link: "Former units",
    search: "Find a former unit",
    found: (n) => `${n} former units found within your reach`,
    none: "No former unit within your reach is called so",
    begun: "In the books",
    whole: "Went whole into your unit",
    begunNone:
      "Nothing is entered for any former unit yet. Search by the old name, for example “Mỹ Bình”.",
    clear: "Clear the search",
    unit: "Unit",
    lay: "Lay in",
    became: "Now",
    several: (n) => `${n} units`,
    entries: "Entries",
    over: (day) => `This unit is no more since ${day}`,
    overLead:
      "Enter only what held while the unit was there: nobody spoke for it after its last day.",
    law: (legalRef) => `The rules of the time apply: ${legalRef}.`,
    grantees: {
      deputy: "The head speaks, or authorises a deputy.",
      responsible_person: "The head speaks, or authorises a responsible person.",
    },
    grantors: (names) =>
      `Authorised by: the head on the day the document was signed. In the books: ${names}.`,
    untilHint: (day) => `Left empty, it is entered until the unit's last day, ${day}.`,
    capped: ({ name, until }) =>
      `Entered: ${name}. No end was given, so it is entered until the unit's last day, ${until}.`,
  },
  import: {
    how: "For spokespersons of units before 01/07/2025: add a column “list” and write “former” beside the former unit's code, or write its full name with district and province of the time (“phường Mỹ Bình, thành phố Long Xuyên, tỉnh An Giang”) with an end before 01/07/2025.",
    problems: {
      "not-an-era": "The list is “former” (before 01/07/2025) or “current”.",
      "unknown-former": "No unit before 01/07/2025 has this code or name.",
    },
  },
};
