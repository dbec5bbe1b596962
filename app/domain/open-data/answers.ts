import type { z } from "zod";
import type { Messages } from "#app/i18n/messages.ts";
import type { Day, Moment } from "#db/tables.ts";
import type { findListedAgency, ListedAgency } from "../agencies/directory.server.ts";
import type { AreaEntry } from "../areas/atlas.ts";
import { type Change, changeCursor, changeSentence } from "../spokespersons/changes.ts";
import type { PublicEntry } from "../spokespersons/entries.server.ts";
import {
  type Answer,
  answerJson,
  areaJson,
  provinceJson,
  speakerJson,
} from "../spokespersons/lookup.ts";
import type { Speaker } from "../spokespersons/speaker.ts";
import type { SpeakerWithAgency } from "../spokespersons/speaker-list.server.ts";
import type { schemas } from "./schemas.ts";

/** What is told under the name of a schema. */
type Told<Name extends keyof typeof schemas> = z.input<(typeof schemas)[Name]>;

type On = Day | Moment;

/** What `/lookup` tells: the question as it was understood, and its answers, the best first. */
export function lookupAnswer(
  { query, on }: { query: string; on: On },
  answers: Answer[],
  words: Messages,
): Told<"LookupAnswer"> {
  return { query, on, results: answers.map((answer) => answerJson(answer, words)) };
}

/** What an area's address tells of it on a day: its agency, who speaks, and what became of it. */
export function areaAnswer(on: On, answer: Answer, words: Messages): Told<"AreaAnswer"> {
  return { on, ...answerJson(answer, words) };
}

/** A page of areas, and where the next begins; `next` is null on the last. */
export function areaList(areas: AreaEntry[], next: string | null): Told<"AreaList"> {
  return { areas: areas.map(areaJson), next };
}

/** A page of agencies, and where the next begins; `next` is null on the last. */
export function agencyList(agencies: ListedAgency[], next: string | null): Told<"AgencyList"> {
  return { agencies: agencies.map(agencyJson), next };
}

type AgencyFound = NonNullable<Awaited<ReturnType<typeof findListedAgency>>>;

/** What an agency's address tells of it on a day: names it had, who took over, its channels, and who speaks. */
export function agencyAnswer(
  on: On,
  agency: AgencyFound,
  speakers: Speaker[],
  words: Messages,
): Told<"AgencyAnswer"> {
  const { formerNames, successors, channels } = agency;
  return {
    on,
    agency: {
      ...agencyJson(agency),
      formerNames: formerNames.map(({ name, nameEn, untilDay: until, basis }) => ({
        name,
        nameEn,
        until,
        basis,
      })),
      successors: successors.map(({ id, name, nameEn, day, basis }) => ({
        id,
        name,
        nameEn,
        day,
        basis,
      })),
      channels: channels.map(({ kind, url, name }) => ({ kind, url, name })),
    },
    speakers: speakers.map((speaker) => speakerJson(speaker, words)),
    status: speakers.length > 0 ? "designated" : "none",
  };
}

function agencyJson(agency: ListedAgency): Told<"Agency"> {
  const { id, kind, name, nameEn, symbol, underId, fromDay: from, untilDay: until } = agency;
  const { code, level, fullName, fullNameEn, province } = agency.area;
  const area = { code, level, fullName, fullNameEn, province: provinceJson(province) };
  return { id, kind, name, nameEn, symbol, underId, from, until, area };
}

/** A page of those who may speak, each with the agency, and where the next begins; `next` is null on the last. */
export function speakerList(
  on: On,
  speakers: SpeakerWithAgency[],
  next: string | null,
  words: Messages,
): Told<"SpeakerList"> {
  const told = speakers.map((one) => ({ ...speakerJson(one, words), agency: one.agency }));
  return { on, speakers: told, next };
}

/** What an entry's address tells of it, whether it holds today or not. */
export function speakerEntry(entry: PublicEntry): Told<"SpeakerEntry"> {
  return entry;
}

/**
 * A page of changes. `cursor` is where to read on from another day: the last change told, or, of none, what was asked
 * with.
 */
export function changeList(
  changes: Change[],
  { since, next }: { since: string | null; next: string | null },
  words: Messages,
): Told<"ChangeList"> {
  const last = changes.at(-1);
  return {
    changes: changes.map((change) => changeJson(change, words)),
    cursor: last ? changeCursor(last) : since,
    next,
  };
}

function changeJson(change: Change, words: Messages): Told<"Change"> {
  const { areaCode, provinceId, ...told } = change;
  const [, province = ""] = provinceId.split("-");
  return {
    ...told,
    area: { code: areaCode },
    province: { code: province },
    sentence: changeSentence(words, change),
  };
}
