import type { portalActs as vi } from "../vi/portal-acts.ts";

const FIELDS: Record<string, string> = {
  name: "name",
  email: "address",
  phone: "telephone",
  language: "language",
  outletName: "press agency",
  beats: "beats",
  areas: "areas",
  pressCardNo: "press card number",
  pressCardUntilDay: "end of the card",
  introLetterNo: "number of the letter of introduction",
  introLetterUntilDay: "end of the letter",
  introLetterFor: "purpose of the letter",
};
const DECISIONS: Record<string, string> = {
  approved: "approved",
  limited: "approved with limits",
  waiting: "waiting list",
  refused: "refused",
};
const OUTCOMES: Record<string, string> = {
  accepted: "agreed to",
  partly: "agreed to in part",
  refused: "not agreed to",
};

/** What happens in the journalists' room and around it, for the log. */
export const portalActs: typeof vi = {
  "journalist.changed-self": ({ name, changed }) =>
    `Journalist ${name} changed their own record (${changed.map((one) => FIELDS[one] ?? one).join(", ")}).`,
  "journalist.foreign-paper-told": ({ name }) =>
    `Journalist ${name} entered a paper of the foreign press.`,
  "accreditation.requested": ({ name }) => `Took a request for accreditation by ${name}.`,
  "accreditation.decided": ({ name, decision }) =>
    `Decided on the accreditation of ${name}: ${DECISIONS[decision] ?? decision}.`,
  "accreditation.approval-recorded": ({ name, approval, number }) =>
    approval === "given"
      ? `The province agreed to ${name} working there, document no. ${number ?? ""}.`
      : `The province did not agree to ${name} working there.`,
  "accreditation.objected": ({ name }) => `${name} objected to a decision on accreditation.`,
  "accreditation.reviewed": ({ name, review }) =>
    `Answered the objection of ${name}: ${review === "changed" ? "decided anew" : "upheld"}.`,
  "data.requested": ({ kind }) =>
    `A journalist asked for their data to be ${kind === "erasure" ? "erased" : "corrected"}.`,
  "data.answered": ({ kind, outcome }) =>
    `Answered a request for ${kind === "erasure" ? "erasure" : "correction"} of data: ${OUTCOMES[outcome] ?? outcome}.`,
  "data.carried-out": ({ kind }) =>
    kind === "erasure" ? "Erased a journalist's data as asked." : "Corrected data as asked.",
};
