import { z } from "zod";

/**
 * Everything that other programs are told, one schema for each thing. The OpenAPI document is written from
 * these, the answers are checked against them by the compiler (`answers.ts`) and, as they really are, by the
 * tests. Fields may be added; those here keep their names and meanings.
 */
const day = (description: string) =>
  z.string().meta({ format: "date", description: `${description} A day in Viet Nam.` });
const moment = (description: string) =>
  z.string().meta({ format: "date-time", description: `${description} In UTC.` });
const dayOrMoment = (description: string) =>
  z
    .union([z.string().meta({ format: "date" }), z.string().meta({ format: "date-time" })])
    .describe(`${description} A day in Viet Nam, or a moment in UTC.`);
const name = z.string().describe("In Vietnamese, which is the original.");
const nameEn = z
  .string()
  .describe(
    "In English. Names of communes are only stripped of their marks: they are not official.",
  );

const Capacity = z
  .enum(["head", "regular", "authorised"])
  .describe(
    "The head of the agency; somebody assigned by decision to speak regularly; somebody authorised in writing, for one matter and a limited time (Decree 244/2026/NĐ-CP, art. 3.2).",
  );

const Status = z
  .enum(["designated", "none"])
  .describe("Whether anybody is on record as speaking for the agency at that moment.");

const on = dayOrMoment(
  "What the answer is about: the day or the moment that was asked for, or now.",
);

export const Province = z
  .object({ code: z.string().describe("The official code, unique within its era."), name, nameEn })
  .describe("The province or city that a unit lies in.");

const areaFields = {
  code: z
    .string()
    .describe("The official code; a former district or province has a name in its place."),
  era: z
    .enum(["2004", "2025"])
    .describe(
      "The list of codes: 2025 for units since 1 July 2025, 2004 for those before. Both lists share numbers.",
    ),
  level: z.enum(["province", "district", "commune"]),
  name,
  type: z.string().describe("What kind of unit it is: phường, xã, đặc khu, tỉnh, thành phố …"),
  fullName: z.string().describe("The type and the name, as of the day asked about."),
  fullNameEn: z.string(),
  current: z.boolean().describe("Whether the unit is one of today's."),
  from: day("The unit's first day, where it is known.").nullable(),
  until: day("The unit's last day; null while it lasts.").nullable(),
  district: z.string().optional().describe("The district that a former commune belonged to."),
  districtEn: z.string().optional(),
  province: Province,
};

export const Area = z.object(areaFields).describe("An administrative unit.");

export const AreaOfAnswer = z
  .object({
    ...areaFields,
    existed: z.boolean().describe("Whether the unit was there on the day asked about."),
  })
  .describe("The unit that a question was understood to be about.");

export const AgencyNamed = z
  .object({ id: z.string().describe("Stands for good."), name, nameEn })
  .describe("An agency, by name.");

const contactFields = {
  name: z.string(),
  position: z.string(),
  phone: z.string().describe("The official telephone, as people write it."),
  email: z.string().describe("The official e-mail address."),
  capacity: Capacity,
};

export const Contact = z.object(contactFields).describe("Whom to ask, and how.");

export const Basis = z
  .object({ number: z.string(), date: day("When it was signed.") })
  .describe("The decision, or the document of delegation.");

const speakerFields = {
  id: z.string().describe("The entry's own, for GET /api/v1/speakers/{id}."),
  ...contactFields,
  matter: z.string().nullable().describe("What somebody authorised may speak about; else null."),
  from: dayOrMoment("When it begins: the first day of an assignment, the moment of a delegation."),
  until: dayOrMoment(
    "An assignment's last day, or the first moment at which a delegation no longer holds; null when no end is set.",
  ).nullable(),
  basis: Basis,
  published: moment("When the entry went on the public list.").nullable(),
  confirmed: z
    .object({
      on: day("When somebody last stood by the entry."),
      by: z
        .enum(["confirmation", "publication"])
        .describe("How: it was confirmed on that day, or only published and not confirmed since."),
      quarter: z.string().describe("The quarter that it was measured by: 2026-Q4."),
      state: z
        .enum(["confirmed", "asked", "unconfirmed", "bounced"])
        .describe("The last two mean: call, but check."),
    })
    .nullable()
    .describe("How far the entry can be relied upon; null for a delegation."),
  recommended: z.boolean().describe("Whether to ask this person first: true for exactly one."),
  why: z.string().describe("Why the person is listed, and why first or not: a sentence."),
};

export const Speaker = z
  .object(speakerFields)
  .describe("Somebody who may speak for an agency at the moment asked about.");

export const SpeakerOfAgency = z
  .object({ ...speakerFields, agency: AgencyNamed })
  .describe("Somebody who may speak, with the agency spoken for.");

export const Successor = z
  .object({
    code: z.string(),
    fullName: z.string(),
    fullNameEn: z.string(),
    extent: z
      .string()
      .describe(
        "How much of the former unit it took: whole, part, part_area, part_area_all_people.",
      ),
    province: Province,
    existed: z.boolean(),
    agency: AgencyNamed,
    speaker: Contact.nullable(),
  })
  .describe("A unit of today that a former one went into, and whom to ask there first.");

const answerFields = {
  area: AreaOfAnswer,
  matched: z
    .object({
      text: z.string(),
      via: z.enum(["name", "former", "alias", "code", "agency", "person", "phone"]),
    })
    .describe(
      "By what it was found: a unit's name or code, a department, a person, a telephone number.",
    ),
  successors: z.array(Successor).describe("Where a former unit went; empty for a unit of today."),
  agency: AgencyNamed.extend({
    kind: z
      .enum(["peoples_committee", "department", "inspectorate", "sub_department", "vertical"])
      .optional()
      .describe("Where a department was found; absent for a unit's own committee."),
  })
    .nullable()
    .describe(
      "Its People's Committee, or the department that was found; null for a former unit after its last day.",
    ),
  closed: z
    .object({
      since: day("The first day without it."),
      basis: z.string().nullable().describe("The paper by which it was closed."),
      successors: z.array(
        z.object({
          ...AgencyNamed.shape,
          day: day("From when on it goes on with the work."),
          basis: z.string().describe("The paper by which it does."),
          speaker: Contact.nullable(),
        }),
      ),
    })
    .nullable()
    .describe(
      "That the agency is no more, who goes on with its work, and whom to ask there; null while it is there.",
    ),
  speakers: z.array(Speaker).describe("Everybody who may speak, in the order in which to ask."),
  instead: z
    .object({ agency: AgencyNamed, speaker: Contact })
    .nullable()
    .describe("The province's spokesperson, where nobody is on record."),
  status: Status,
};

export const LookupResult = z
  .object(answerFields)
  .describe("A unit that the text may mean, with who may speak for it.");

export const LookupAnswer = z
  .object({ query: z.string(), on, results: z.array(LookupResult) })
  .describe("The units that the text may mean, best first; empty when nothing is known by it.");

export const AreaAnswer = z
  .object({ on, ...answerFields })
  .describe("One unit, with who may speak for it.");

const next = z
  .url()
  .nullable()
  .describe("The address of the next page, also in the header Link; null on the last one.");

export const AreaList = z.object({ areas: z.array(Area), next }).describe("Units, by code.");

const agencyFields = {
  id: z.string().describe("Stands for good."),
  kind: z.enum(["peoples_committee", "department", "inspectorate", "sub_department", "vertical"]),
  name,
  nameEn,
  symbol: z.string().nullable().describe("As in the numbers of its papers: 15/GM-SYT."),
  underId: z.string().nullable().describe("The department that a sub-department belongs to."),
  from: day("Its first day; null: as long as its area.").nullable(),
  until: day("Its last day, once it was closed.").nullable(),
  area: z
    .object({
      code: z.string(),
      level: z.enum(["province", "district", "commune"]),
      fullName: z.string(),
      fullNameEn: z.string(),
      province: Province,
    })
    .describe("The unit that it speaks for; a department's is its province."),
};

export const Agency = z.object(agencyFields).describe("An agency that speaks for a unit.");

export const AgencyList = z
  .object({ agencies: z.array(Agency), next })
  .describe("Agencies, by id.");

export const AgencyAnswer = z
  .object({
    on,
    agency: z.object({
      ...agencyFields,
      formerNames: z.array(
        z.object({ name, nameEn, until: day("Its last day under this name."), basis: z.string() }),
      ),
      successors: z
        .array(
          z.object({
            ...AgencyNamed.shape,
            day: day("From when on it goes on with the work."),
            basis: z.string(),
          }),
        )
        .describe("Who goes on with what a closed agency had in hand."),
      channels: z
        .array(
          z.object({
            kind: z.enum(["website", "facebook", "zalo", "youtube", "tiktok", "other"]),
            url: z.string(),
            name: z.string(),
          }),
        )
        .describe("Its official channels."),
    }),
    speakers: z.array(Speaker).describe("Everybody who may speak, in the order in which to ask."),
    status: Status,
  })
  .describe("One agency, with who may speak for it.");

export const SpeakerList = z
  .object({ on, speakers: z.array(SpeakerOfAgency), next })
  .describe("Everybody who may speak, agency by agency, in the order in which to ask.");

export const SpeakerEntry = z
  .object({
    id: z.string(),
    kind: z.enum(["assignment", "delegation"]),
    agency: AgencyNamed,
    ...contactFields,
    matter: z.string().nullable(),
    from: speakerFields.from,
    until: speakerFields.until,
    planned: dayOrMoment(
      "The end that the decision or the document set, if it set one.",
    ).nullable(),
    basis: z
      .object({ ...Basis.shape, signer: z.string().nullable() })
      .describe("The decision, or the document of delegation."),
    grantor: z
      .object({ id: z.string().describe("The head's own entry."), name: z.string() })
      .nullable()
      .describe("The head who delegated; null for an assignment."),
    published: moment("When the entry went on the public list."),
    end: z
      .object({
        kind: z.enum(["superseded", "revoked", "ended"]).nullable(),
        on: dayOrMoment("Its last day, or the first moment it no longer held."),
        number: z.string().nullable().describe("The decision that ended it."),
      })
      .nullable()
      .describe("How it ended before its time; null when it did not."),
    state: z.enum(["coming", "current", "past"]).describe("Where it stands now."),
  })
  .describe("An assignment or a delegation, with everything that is published of it.");

export const Change = z
  .object({
    id: z.string().describe("The change's own, for good: telling it twice changes nothing."),
    at: moment("Since when it reads differently in public."),
    kind: z.enum([
      "published",
      "ended",
      "revoked",
      "superseded",
      "annulled",
      "corrected",
      "delegated",
      "delegation-ended",
      "renamed",
      "closed",
    ]),
    agency: AgencyNamed,
    area: z.object({ code: z.string() }).describe("The unit that the agency speaks for."),
    province: z.object({ code: z.string() }),
    person: z.string().nullable(),
    capacity: Capacity.nullable(),
    matter: z.string().nullable(),
    basis: z.object({ number: z.string(), date: Basis.shape.date.nullable() }).nullable(),
    from: speakerFields.from.nullable(),
    until: speakerFields.until,
    other: z
      .object({ name, nameEn })
      .nullable()
      .describe("The former name of a renamed agency, or the successor of a closed one."),
    changed: z
      .array(
        z.object({
          field: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      )
      .describe("What a correction put right, field by field; empty for all other changes."),
    sentence: z.string().describe("The change in words."),
  })
  .describe("Something that reads differently in public since a moment.");

export const ChangeList = z
  .object({
    changes: z.array(Change),
    cursor: z
      .string()
      .nullable()
      .describe("To be sent as since the next time; null when there never was a change."),
    next,
  })
  .describe("What changed on the public list, the oldest first.");

export const Problem = z
  .object({
    error: z.object({
      code: z.string().describe("For programs; see each address for those it knows."),
      message: z.string().describe("For people, in the language asked for."),
    }),
  })
  .describe("What was wrong with the question.");

/** The schemas that have a name in the OpenAPI document. */
export const schemas = {
  Agency,
  AgencyAnswer,
  AgencyList,
  AgencyNamed,
  Area,
  AreaAnswer,
  AreaList,
  AreaOfAnswer,
  Basis,
  Change,
  ChangeList,
  Contact,
  LookupAnswer,
  LookupResult,
  Problem,
  Province,
  Speaker,
  SpeakerEntry,
  SpeakerList,
  SpeakerOfAgency,
  Successor,
};
