import type { Day, Language, Moment } from "./values.ts";

/** A press agency (cơ quan báo chí). */
interface Outlet {
  id: string;
  provinceId: string; // the province whose desk keeps the record
  name: string;
  type: "print" | "magazine" | "online" | "radio" | "television" | "agency" | "mixed";
}

/** A journalist who chose to be listed. Either press card or letter of introduction, never both demanded. */
interface Journalist {
  id: string;
  provinceId: string; // the province whose desk keeps the record
  outletId: string | null;
  name: string;
  email: string;
  phone: string | null;
  language: Language;
  pressCardNo: string | null;
  pressCardUntilDay: Day | null;
  introLetterNo: string | null;
  introLetterUntilDay: Day | null;
  introLetterFor: string | null; // what the letter sends them for
  consentAt: Moment;
  consentBasis: string; // in what form consent was given
  consentSource: string | null; // where it can be looked up
  awaitsConsentSince: Moment | null; // listed without consent: never invited, and the three above say nothing
  token: string; // for the unsubscribe link
  unsubscribedAt: Moment | null;
  createdAt: Moment;
  erasedAt: Moment | null; // nobody is known by this row any more
  bouncedAt: Moment | null; // when a mail server said that there is no such address
  bounce: string | null; // in its words
}

/** An address that gets no letters, until that is lifted: its owner wished so, or it is dead. No other ground exists. */
interface Suppression {
  id: string;
  provinceId: string; // whose letters
  email: string;
  ground: "unsubscribed_by_link" | "unsubscribed_by_mail" | "asked_by_telephone" | "dead_address";
  since: Moment;
  by: string;
  byName: string;
  liftedAt: Moment | null;
  liftedBy: string | null;
  liftedByName: string | null;
  liftedFor: string | null; // what its owner said, or what was put right
}

interface JournalistBeat {
  journalistId: string;
  beat: string;
}

/** An area that a journalist reports from. */
interface JournalistArea {
  journalistId: string;
  areaId: string;
}

/** A named list of journalists, kept by a province's desk. */
interface PressList {
  id: string;
  provinceId: string;
  name: string;
}

interface PressListMember {
  listId: string;
  journalistId: string;
}

/** The secret address under which a journalist keeps their own invitations in a calendar; a new one ends the one before. */
interface JournalistCalendar {
  id: string;
  journalistId: string;
  token: string;
  openedAt: Moment;
  closedAt: Moment | null;
}

export interface PressTables {
  outlet: Outlet;
  journalist: Journalist;
  suppression: Suppression;
  journalistBeat: JournalistBeat;
  journalistArea: JournalistArea;
  pressList: PressList;
  pressListMember: PressListMember;
  journalistCalendar: JournalistCalendar;
}
