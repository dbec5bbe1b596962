import type { Day, Moment, Row } from "#db/tables.ts";
import type { Beat } from "./beat.ts";

/**
 * What the desk keeps about a journalist who chose to be listed. There is no room here for what
 * anybody thinks of them, and there must not be.
 */
export interface JournalistDetails {
  name: string;
  email: string;
  phone: string | null; // never public
  language: "vi" | "en";
  outletId: string | null;
  beats: Beat[];
  areaIds?: string[]; // none: all of the province
  pressCardNo: string | null;
  pressCardUntilDay: Day | null;
  introLetterNo: string | null;
  introLetterUntilDay: Day | null;
  consentAt: Moment;
  consentBasis: string; // in what form consent was given
  consentSource?: string | null; // where it can be looked up
  awaitsConsentSince?: Moment | null; // listed without consent
}

/** What somebody can show at the door: a press card or a letter of introduction, either will do. */
export type Credential = "card" | "letter" | "expired" | "none";

type Papers = Pick<
  Row<"journalist">,
  "pressCardNo" | "pressCardUntilDay" | "introLetterNo" | "introLetterUntilDay"
>;

/** What is on record and still holds on a day; a paper without an end holds. Nobody is kept out by it. */
export function credentialOn(papers: Papers, day: Day): Credential {
  const { pressCardNo, pressCardUntilDay, introLetterNo, introLetterUntilDay } = papers;
  const holds = (until: Day | null) => until === null || until >= day;
  if (pressCardNo && holds(pressCardUntilDay)) return "card";
  if (introLetterNo && holds(introLetterUntilDay)) return "letter";
  return pressCardNo || introLetterNo ? "expired" : "none";
}
