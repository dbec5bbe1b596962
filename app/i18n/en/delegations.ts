import type { delegations as vietnamese } from "../vi/delegations.ts";

export const delegations: typeof vietnamese = {
  rules: "Rules on the term and on publication",
  longest: ({ days, legalRef }, isBinding) =>
    isBinding
      ? `No longer than ${days} days; binding (${legalRef}).`
      : `Should be no longer than ${days} days (${legalRef}); a longer one is taken all the same.`,
  publication: (hours, legalRef, isBinding) =>
    isBinding
      ? `To be published within ${hours} hours of signing; binding (${legalRef}).`
      : `Should be published within ${hours} hours of signing (${legalRef}).`,
  dueSoon: "Signed, not published yet. By the rules of the house:",
  suggested: "suggested",
  tooLong: ({ days, legalRef }) =>
    `Longer than the longest term of ${days} days that applies to this agency (${legalRef}). Please shorten it.`,
  longerThanSuggested: ({ days, legalRef }) =>
    `Note: this delegation is longer than the suggested ${days} days (${legalRef}).`,
  matterTaken: ({ name, from, until }) =>
    `This matter is delegated to ${name} from ${from} until ${until}. Revoke that delegation, correct the times, or say why two people are intended.`,
  beside: "Reason for two delegates on one matter",
  besideHint:
    "Only where it is intended. Without it, two delegations for the same matter at the same time are not taken.",
};
