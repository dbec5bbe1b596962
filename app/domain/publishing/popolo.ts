import { shortDay } from "#app/i18n/dates.ts";
import type { Language, Messages } from "#app/i18n/messages.ts";
import { localised } from "#app/i18n/messages.ts";
import type { AreaEntry } from "../areas/atlas.ts";
import type { Speaker } from "../spokespersons/speaker.ts";
import { agencyPage } from "./agency-page.ts";
import type { ListEntry, ListedAgency } from "./list-entry.ts";
import { sortName } from "./list-query.ts";
import { dayIn, lastDayIn } from "./list-sheet.ts";

interface Listed {
  province: AreaEntry;
  areas: AreaEntry[]; // the communes that are spoken of
  entries: ListEntry[];
}

interface Told {
  origin: string;
  language: Language;
  words: Messages;
}

/**
 * The list in the words of Popolo, the international form for people, organizations and the posts
 * they hold. The post of an agency's spokesperson exists whether or not anybody holds it. Popolo
 * knows days only: a delegation's hours are in its label, and exactly in the JSON of the list.
 */
export function popolo({ province, areas, entries }: Listed, told: Told) {
  const speakers = entries.flatMap(({ speakers }) => speakers);
  const people = new Map(speakers.map((speaker) => [speaker.personId, speaker]));
  return {
    persons: [...people.values()].map(({ personId, name }) => ({
      id: personId,
      name,
      sort_name: sortName(name),
    })),
    organizations: entries.map(({ agency }) => organization(agency, province, told)),
    posts: entries.flatMap((entry) => postsOf(entry, told)),
    memberships: entries.flatMap(({ agency, speakers }) =>
      speakers.map((speaker) => membership(speaker, agency, told)),
    ),
    areas: [province, ...areas].map(areaOf),
  };
}

function organization(
  agency: ListedAgency,
  province: AreaEntry,
  { origin, language, words }: Told,
) {
  return {
    id: agency.id,
    name: agency.name,
    other_names: [{ name: agency.nameEn, note: "English" }],
    classification: words.publishing.kinds[agency.kind],
    ...(agency.areaCode !== province.code && { parent_id: `pc-${province.code}` }),
    area_id: areaId(agency.areaCode),
    links: [{ url: origin + localised(language, agencyPage(agency)) }],
  };
}

/** A post for each capacity that somebody holds, and the head's where nobody is on record. */
function postsOf({ agency, speakers }: ListEntry, { words }: Told) {
  const held = new Set(speakers.map(({ capacity }) => capacity));
  const capacities = held.size > 0 ? [...held] : (["head"] as const);
  return capacities.map((capacity) => ({
    id: postId(agency, capacity),
    label: `${words.spokespersons.capacity[capacity]}, ${agency.name}`,
    role: words.publishing.card.spokesperson,
    organization_id: agency.id,
    area_id: areaId(agency.areaCode),
  }));
}

function membership(speaker: Speaker, agency: ListedAgency, { origin, language, words }: Told) {
  const { id, personId, position, phone, email, capacity, matter, from, until, basis } = speaker;
  const { facts } = words.spokespersons;
  const document = capacity === "authorised" ? facts.document : facts.decision;
  const page = agencyPage(agency);
  return {
    id,
    label: matter ? words.publishing.list.only(matter) : words.spokespersons.capacity[capacity],
    role: position,
    person_id: personId,
    organization_id: agency.id,
    post_id: postId(agency, capacity),
    area_id: areaId(agency.areaCode),
    start_date: dayIn(from),
    ...(until && { end_date: lastDayIn(until) }),
    contact_details: [
      { type: "phone", label: facts.phone, value: phone },
      { type: "email", label: facts.email, value: email },
    ],
    updated_at: speaker.publishedAt,
    sources: [
      {
        url: origin + localised(language, page),
        note: document(basis.number, shortDay(basis.date)),
      },
    ],
  };
}

function areaOf({ code, level, type, fullName, province }: AreaEntry) {
  return {
    id: areaId(code),
    name: fullName,
    identifier: code,
    classification: type,
    ...(level === "commune" && { parent_id: areaId(province.code) }),
  };
}

const areaId = (code: string) => `2025-${code}`;
const postId = (agency: { id: string }, capacity: string) => `${agency.id}-${capacity}`;
