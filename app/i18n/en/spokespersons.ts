import type { Messages } from "../messages.ts";

export const spokespersons: Messages["spokespersons"] = {
  capacity: {
    head: "Head of agency",
    regular: "Regular spokesperson",
    authorised: "Authorised spokesperson",
  },
  why: {
    regular: ({ number, date }) =>
      `Assigned as regular spokesperson by Decision ${number} of ${date}: ask this person first.`,
    "head-alone": () =>
      "Head of the agency. Nobody is assigned as regular spokesperson, so the head speaks.",
    "head-beside": () =>
      "Head of the agency, who may always speak; please ask the regular spokesperson first.",
    authorised: ({ number, date, matter, until }) =>
      `Authorised in writing by the head, document ${number} of ${date}, only on “${matter}”, until ${until}.`,
    "authorised-alone": ({ number, date, matter, until }) =>
      `Authorised in writing by the head, document ${number} of ${date}, only on “${matter}”, until ${until}. Nobody else is on record.`,
  },
};
