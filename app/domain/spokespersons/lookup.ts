import type { Messages } from "#app/i18n/messages.ts";
import type { Department } from "../agencies/directory.ts";
import type { Closing } from "../agencies/successions.server.ts";
import type { AreaEntry } from "../areas/atlas.ts";
import type { Committee } from "../areas/committee.ts";
import type { Via } from "../areas/place-index.ts";
import { type Speaker, whyOf } from "./speaker.ts";

/** By what an answer was found: the text as it stands in the map or on the list. */
export interface Matched {
  text: string;
  via: Via | "agency" | "person" | "phone";
}

/** The agency that speaks: a unit's committee, or a department with its kind. */
export type Speaking = Committee & { kind?: Department["kind"] };

/** A unit as it was at the moment asked about, with who may speak for it then. */
export interface Answer {
  area: AreaEntry;
  existed: boolean;
  matched: Matched;
  successors: Successor[]; // what a former unit went into
  before: AreaEntry[]; // what was there, on a day before a unit of today
  agency: Speaking | null; // a former unit has none after its last day
  speakers: Speaker[];
  closed: Closed | null; // that the agency is no more, and who goes on with its work
  instead: { agency: Committee; speaker: Speaker } | null; // the province's, where nobody is on record
}

/** Since when an agency is no more, with each that took over, by which paper, and the one to ask there first. */
export interface Closed extends Closing {
  successors: (Closing["successors"][number] & { speaker: Speaker | null })[];
}

/** A current unit that a former one went into, with the one to ask there first. */
export interface Successor {
  area: AreaEntry;
  extent: string;
  existed: boolean;
  agency: Committee;
  speaker: Speaker | null;
}

/** An answer as other programs get it. Fields may be added; those here keep their meaning. */
export function answerJson(answer: Answer, words: Messages) {
  const { area, existed, matched, successors, agency, closed, speakers, instead } = answer;
  return {
    area: { ...areaJson(area), existed },
    matched,
    successors: successors.map(successorJson),
    agency,
    closed: closed && closedJson(closed),
    speakers: speakers.map((speaker) => speakerJson(speaker, words)),
    instead: instead && { agency: instead.agency, speaker: contactJson(instead.speaker) },
    status: speakers.length > 0 ? ("designated" as const) : ("none" as const),
  };
}

/** A unit as the open data names it. */
export function areaJson(area: AreaEntry) {
  const { code, era, level, name, type, fullName, fullNameEn, current, from, until } = area;
  const { district, districtEn, province } = area;
  return {
    code,
    era,
    level,
    name,
    type,
    fullName,
    fullNameEn,
    current,
    from,
    until,
    ...(district && { district, districtEn }),
    province: provinceJson(province),
  };
}

/** A province as the open data names it beside a unit. */
export function provinceJson({ code, name, nameEn }: AreaEntry["province"]) {
  return { code, name, nameEn };
}

function successorJson({ area, extent, existed, agency, speaker }: Successor) {
  const { code, fullName, fullNameEn, province } = area;
  return {
    code,
    fullName,
    fullNameEn,
    extent,
    province: provinceJson(province),
    existed,
    agency,
    speaker: speaker && contactJson(speaker),
  };
}

function closedJson({ since, basis, successors }: Closed) {
  return {
    since,
    basis,
    successors: successors.map(({ id, name, nameEn, day, basis, speaker }) => ({
      ...{ id, name, nameEn, day, basis },
      speaker: speaker && contactJson(speaker),
    })),
  };
}

function contactJson({ name, position, phone, email, capacity }: Speaker) {
  return { name, position, phone, email, capacity };
}

/** Somebody who may speak, as the open data shows it: with the reason and the legal basis. */
export function speakerJson(speaker: Speaker, words: Messages) {
  const { id, matter, from, until, basis, recommended, confirmed } = speaker;
  return {
    id,
    ...contactJson(speaker),
    matter,
    from,
    until,
    basis,
    published: speaker.publishedAt,
    recommended,
    why: whyOf(words, speaker),
    confirmed: confirmed
      ? {
          on: confirmed.on,
          by: confirmed.by,
          quarter: confirmed.quarter,
          state: confirmed.state,
        }
      : null,
  };
}
