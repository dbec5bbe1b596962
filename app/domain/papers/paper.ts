import { dayOf } from "#app/clock.ts";
import {
  administrativeDay,
  administrativeSpan,
  administrativeTime,
  longDay,
  longTime,
  timeSpan,
} from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Day, Language, Moment, Row } from "#db/tables.ts";
import { manyLines, oneLine, webAddress } from "../meetings/calendar-values.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";

/** What is said of the paper of a meeting, as it is kept or as the books suggest it. */
export type PaperWords = Omit<Row<"meetingPaper">, "meetingId" | "writtenAt" | "writtenBy">;

/** What else the paper of a meeting needs to know. */
export interface PaperFacts {
  meeting: MeetingOfAgency;
  words: PaperWords;
  place: string; // where it is signed: the unit's name without its type
  symbol: string | null;
  superior: string | null; // the name of the body above
  headOffice: string | null; // as the agency's head is called
  speakers: { name: string; position: string }[];
}

export type PaperPart =
  | "content"
  | "chair"
  | "speakers"
  | "composition"
  | "time"
  | "venue"
  | "online"
  | "register";

/** One numbered point of the paper; `lines` stand below it. */
export interface PaperItem {
  name: PaperPart;
  label: string;
  text: string;
  url?: string;
  lines: string[];
}

/** An invitation as it is printed, in one language: what goes into the Word file and into the PDF alike. */
export interface Paper {
  language: Language;
  title: string;
  author: string;
  madeAt: Moment;
  superior: string | null; // the body above, over the agency's own name
  agency: string;
  nation: string[]; // the state's name and motto
  translatedNation: string[];
  number: string; // with the word before it
  numberAlone: string;
  placeAndDay: string;
  heading: string;
  about: string;
  to: string;
  addressees: string[];
  reason: string;
  kind: string;
  lead: string;
  items: PaperItem[];
  closing: string;
  recipientsLabel: string;
  recipients: string[];
  signature: string[];
  signatureHint: string;
  signer: string;
  note: string | null;
}

const DOTS = "……";

/**
 * The paper that invites to a meeting (giấy mời; Decree 30/2020/NĐ-CP, annex I): the same for everybody invited in a
 * language. The English one is a courtesy translation and says so.
 */
export function paperOf(facts: PaperFacts, language: Language): Paper {
  const { meeting, words, place } = facts;
  const all = messagesIn(language);
  const its = all.papers.paper;
  const kind = all.meetings.kinds[meeting.kind];
  const agency = agencyName(meeting, language);
  const madeOn = words.day ?? dayWritten(meeting);
  const inWords = (text: string) => its.translations[text] ?? text;
  const number = words.number ?? `${DOTS}/GM-${facts.symbol ?? DOTS}`;
  const [reason, kindInText] = [oneLine(words.reason), kind.toLocaleLowerCase(language)];
  return {
    language,
    title: oneLine(`${its.heading} - ${meeting.subject}`),
    author: oneLine(agency),
    madeAt: meeting.revisedAt,
    superior: language === "vi" ? facts.superior : null,
    agency: oneLine(agency),
    nation: its.nation,
    translatedNation: its.translated?.nation ?? [],
    number: its.number(number),
    numberAlone: number,
    placeAndDay: its.placeAndDay(
      oneLine(place),
      language === "vi" ? administrativeDay(madeOn) : longDay(madeOn, "en").replace(/^\w+, /, ""),
    ),
    heading: its.heading,
    about: aboutOf(kind, oneLine(meeting.subject)),
    to: its.to,
    addressees: linesOf(words.addressees).map(inWords),
    reason,
    kind: kindInText,
    lead: its.lead(reason, oneLine(agency), kindInText),
    items: itemsOf(facts, language),
    closing: its.closing,
    recipientsLabel: its.recipients,
    recipients: linesOf(words.recipients).map(inWords),
    signature: signatureOf(facts, language),
    signatureHint: its.hint,
    signer: oneLine(words.signer) || DOTS.repeat(3),
    note: its.translated?.note ?? null,
  };
}

/** On which day an invitation is taken to be written that bears no other: when it was announced, or told anew. */
function dayWritten({ announcedAt, createdAt, revision, revisedAt }: MeetingOfAgency): Day {
  return dayOf(revision > 0 ? revisedAt : (announcedAt ?? createdAt));
}

function itemsOf({ meeting, words, speakers }: PaperFacts, language: Language): PaperItem[] {
  const its = messagesIn(language).papers.paper;
  const { description, subject, chair, venue, onlineUrl } = meeting;
  const who = speakers.map(({ name, position }) => [name, position].filter(Boolean).join(", "));
  const url = webAddress(onlineUrl);
  const contact = oneLine(words.contact);
  const by = words.registerBy && momentIn(words.registerBy, meeting.zone, language);
  const [firstOfContent = "", ...moreOfContent] = linesOf(description || subject);
  const items: Record<PaperPart, Omit<PaperItem, "name"> | undefined> = {
    content: { label: its.content, text: firstOfContent, lines: moreOfContent },
    chair: chair ? { label: its.chair, text: oneLine(chair), lines: [] } : undefined,
    speakers: speakersItem(its.speakers, who.map(oneLine)),
    composition: {
      label: its.composition,
      text: oneLine(words.composition) || its.everybody(oneLine(agencyName(meeting, language))),
      lines: [],
    },
    time: {
      label: its.time,
      text: language === "vi" ? administrativeSpan(meeting) : timeSpan(meeting, "en"),
      lines: [],
    },
    venue: venue ? { label: its.venue, text: oneLine(venue), lines: [] } : undefined,
    online: onlineUrl
      ? { label: its.online, text: url ?? oneLine(onlineUrl), url, lines: [] }
      : undefined,
    register: {
      label: its.register,
      text: `${its.registerBy(by)}${its.registerAt}${contact && its.contact(contact)}`,
      lines: venue ? [its.bring] : [],
    },
  };
  return Object.entries(items).flatMap(([name, item]) =>
    item ? [{ name: name as PaperPart, ...item }] : [],
  );
}

function speakersItem(label: string, who: string[]): Omit<PaperItem, "name"> | undefined {
  const [only = ""] = who;
  if (who.length === 0) return undefined;
  return who.length === 1
    ? { label, text: only, lines: [] }
    : { label, text: "", lines: who.map((one) => `- ${one}`) };
}

/** "Họp báo về kết quả quý III"; a subject that names the kind itself is left as it is. */
function aboutOf(kind: string, subject: string): string {
  return subject.toLocaleLowerCase("vi").startsWith(kind.toLocaleLowerCase("vi"))
    ? subject
    : `${kind}: ${subject}`;
}

function momentIn(moment: Moment, zone: string, language: Language): string {
  return language === "vi" ? administrativeTime(moment, zone) : longTime(moment, "en", zone);
}

function agencyName(meeting: MeetingOfAgency, language: Language): string {
  return language === "en" ? meeting.agencyNameEn : meeting.agencyName;
}

/** Who signs, with the word that says by what right: TM., KT., TL., TUQ., Q. (annex I, II.7). */
function signatureOf({ meeting, words, headOffice }: PaperFacts, language: Language): string[] {
  const its = messagesIn(language).papers.paper;
  const inWords = (text: string) => its.translations[text] ?? text;
  const isCollective = meeting.agencyKind === "peoples_committee";
  const office = inWords(oneLine(words.office));
  const head = inWords(headOffice ?? (isCollective ? its.head : its.headElsewhere));
  const inItsName = isCollective ? [its.onBehalf] : [];
  switch (words.signing) {
    case "head":
      return [...inItsName, office];
    case "acting":
      return [...inItsName, its.signing.acting(office)];
    case "deputy":
      return [...inItsName, its.signing.deputy(head), office];
    default:
      return [its.signing[words.signing](head), office];
  }
}

function linesOf(text: string): string[] {
  return manyLines(text)
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);
}
