import { type Schema, Validator } from "jsonschema";

/**
 * The classes of Popolo that we speak, each property with its type, pattern and format as in Popolo's JSON schemas
 * of draft 3 (repository popolo-project/popolo-spec, folder schemas, CC BY 4.0), and compared with them one by one:
 * link, identifier, other_name, contact_detail, area, person, organization and membership at commit b622568, post at
 * c731e3b; `pronouns` is of the later person schema of 0e4bd27, whose motions, speeches and votes we never write.
 * Stricter in one thing: a property that Popolo does not know is a mistake here, not an extension.
 */
const BASE = "http://www.popoloproject.com/schemas";

const text: Schema = { type: ["string", "null"] };
const needed: Schema = { type: "string", required: true };
const date: Schema = { type: ["string", "null"], pattern: "^[0-9]{4}(-[0-9]{2}){0,2}$" };
const moment: Schema = { type: ["string", "null"], format: "date-time" };
const address: Schema = { type: ["string", "null"], format: "uri" };
const a = (name: string): Schema => ({ $ref: `${BASE}/${name}.json` });
const some = (name: string): Schema => ({ type: "array", items: a(name) });

const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text]));
const dated = { created_at: moment, updated_at: moment, sources: some("link") };
const nameParts = texts(
  "family_name",
  "given_name",
  "additional_name",
  "honorific_prefix",
  "honorific_suffix",
  "patronymic_name",
);
const reachable = { contact_details: some("contact_detail"), links: some("link") };

const CLASSES: Record<string, Record<string, Schema>> = {
  link: { url: { ...needed, format: "uri" }, note: text },
  identifier: { identifier: needed, scheme: text },
  contact_detail: {
    ...{ label: text, type: needed, value: needed, note: text },
    ...{ valid_from: date, valid_until: date, ...dated },
  },
  other_name: { name: needed, ...nameParts, start_date: date, end_date: date, note: text },
  area: {
    ...texts("id", "name", "identifier", "classification", "parent_id"),
    parent: a("area"),
    geometry: { type: ["object", "null"] },
    ...dated,
  },
  person: {
    ...texts("id", "name", "sort_name", "gender", "summary", "biography", "national_identity"),
    ...nameParts,
    pronouns: { type: ["array", "null"], items: { type: "string" } },
    other_names: some("other_name"),
    identifiers: some("identifier"),
    email: { type: ["string", "null"], format: "email" },
    birth_date: date,
    death_date: date,
    image: address,
    memberships: some("membership"),
    ...reachable,
    ...dated,
  },
  organization: {
    ...texts("id", "name", "classification", "parent_id", "area_id"),
    other_names: some("other_name"),
    identifiers: some("identifier"),
    parent: a("organization"),
    area: a("area"),
    founding_date: date,
    dissolution_date: date,
    image: address,
    memberships: some("membership"),
    posts: some("post"),
    ...reachable,
    ...dated,
  },
  post: {
    ...texts("id", "label", "role", "organization_id", "area_id"),
    other_label: { type: "array", items: { type: "string" } },
    organization: a("organization"),
    area: a("area"),
    start_date: date,
    end_date: date,
    memberships: some("membership"),
    ...reachable,
    ...dated,
  },
  membership: {
    ...texts("id", "label", "role", "person_id", "organization_id", "post_id"),
    ...texts("on_behalf_of_id", "area_id"),
    member: { type: ["object", "null"] },
    person: a("person"),
    organization: a("organization"),
    post: a("post"),
    on_behalf_of: a("organization"),
    area: a("area"),
    start_date: date,
    end_date: date,
    ...reachable,
    ...dated,
  },
};

const COLLECTIONS = {
  persons: "person",
  organizations: "organization",
  posts: "post",
  memberships: "membership",
  areas: "area",
};

/** What is wrong with a Popolo document, a line each: forms, and ids that lead nowhere. */
export function popoloProblems(document: Record<string, Record<string, unknown>[]>): string[] {
  const validator = new Validator();
  for (const [name, properties] of Object.entries(CLASSES))
    validator.addSchema({
      id: `${BASE}/${name}.json`,
      type: "object",
      properties,
      additionalProperties: false,
    });
  const properties = Object.fromEntries(
    Object.entries(COLLECTIONS).map(([many, one]) => [many, { ...some(one), required: true }]),
  ) as Record<string, Schema>;
  const { errors } = validator.validate(document, {
    type: "object",
    properties,
    additionalProperties: false,
  });
  return [...errors.map(({ stack }) => stack), ...danglingIds(document)];
}

const REFERENCES: Record<string, keyof typeof COLLECTIONS> = {
  person_id: "persons",
  organization_id: "organizations",
  post_id: "posts",
  area_id: "areas",
};

function danglingIds(document: Record<string, Record<string, unknown>[]>): string[] {
  return Object.entries(document).flatMap(([collection, things]) =>
    things.flatMap((thing) =>
      Object.entries({ ...REFERENCES, parent_id: collection }).flatMap(([property, target]) => {
        const id = thing[property];
        if (id === undefined || document[target]?.some((other) => other.id === id)) return [];
        return [`${collection} ${thing.id}: ${property} ${id} is nobody's`];
      }),
    ),
  );
}
