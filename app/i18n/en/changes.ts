import type { ChangeFacts, changes as vietnamese } from "../vi/changes.ts";
import { corrections } from "./corrections.ts";

const term = ({ from, until }: ChangeFacts) =>
  [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(" ");

const decision = ({ number, date }: ChangeFacts) =>
  `Decision No. ${number}${date ? ` of ${date}` : ""}`;

const document = ({ number, date }: ChangeFacts) =>
  `document No. ${number}${date ? ` of ${date}` : ""}`;

const about = ({ matter, capacity }: ChangeFacts) => (matter ? `on “${matter}”` : capacity);

const lastDay = ({ until }: ChangeFacts) => (until ? `, last day ${until}` : "");

export const changes: typeof vietnamese = {
  title: "What has changed on this page",
  lead: "Every change of the public list, the newest first.",
  none: "No change is on record yet.",
  older: "Earlier changes",
  changed: (differences) => `Changed: ${corrections.changed(differences)}.`,
  sentences: {
    published: (facts) =>
      `Published ${facts.person}, ${facts.capacity}, ${term(facts)}, by ${decision(facts)}.`,
    ended: (facts) => `${facts.person} is no longer ${facts.capacity}${lastDay(facts)}.`,
    revoked: (facts) =>
      facts.matter
        ? `Took back the delegation of ${facts.person} ${about(facts)}, from ${facts.until}.`
        : `Took the task back from ${facts.person}, ${facts.capacity}${lastDay(facts)}.`,
    superseded: (facts) =>
      `${facts.person} was succeeded and is no longer ${facts.capacity}${lastDay(facts)}.`,
    annulled: (facts) =>
      `Took off an entry made by mistake: ${facts.person}, ${about(facts)}, ${term(facts)}.`,
    corrected: (facts) =>
      `Corrected the entry of ${facts.person}, ${about(facts)}, ${term(facts)}, by ${facts.matter ? document(facts) : decision(facts)}.`,
    delegated: (facts) =>
      `Published the delegation of ${facts.person} ${about(facts)}, ${term(facts)}, by ${document(facts)}.`,
    "delegation-ended": (facts) =>
      `The delegation of ${facts.person} ${about(facts)} ran out at ${facts.until}.`,
    renamed: (facts) =>
      `The agency was renamed; it was called ${facts.other?.nameEn} until ${facts.until}. Basis: ${facts.number}.`,
    closed: (facts) =>
      [
        `The agency was closed${facts.until ? `, last day ${facts.until}` : ""}`,
        facts.other && `; ${facts.other.nameEn} goes on with its work`,
        facts.number && ` (${facts.number})`,
      ]
        .filter(Boolean)
        .join("")
        .concat("."),
  },
};
