import type { ParameterName } from "./parameters.ts";
import type { OpenDataCode } from "./problems.ts";
import type { schemas } from "./schemas.ts";

export interface Endpoint {
  path: string;
  parameters: ParameterName[];
  answer: keyof typeof schemas | null; // null: the document that describes all of this
  example: string; // a question that the example answers
  problems: OpenDataCode[]; // beside too-many
}

/** Every address that other programs may ask: the OpenAPI document and the page that explains it are written from this. */
export const endpoints = {
  lookup: {
    path: "/api/v1/lookup",
    parameters: ["q", "on", "matter", "known", "limit", "lang"],
    answer: "LookupAnswer",
    example: "/api/v1/lookup?q=m%E1%BB%B9+b%C3%ACnh+long+xuy%C3%AAn&limit=1",
    problems: [
      "missing-query",
      "query-too-long",
      "bad-query",
      "bad-encoding",
      "bad-on",
      "bad-matter",
      "bad-known",
      "bad-limit",
    ],
  },
  areas: {
    path: "/api/v1/areas",
    parameters: ["era", "level", "province", "pageLimit", "after", "lang"],
    answer: "AreaList",
    example: "/api/v1/areas?province=91&limit=2",
    problems: ["bad-era", "bad-level", "bad-province", "bad-page-limit", "bad-after"],
  },
  area: {
    path: "/api/v1/areas/{code}",
    parameters: ["code", "era", "on", "matter", "known", "lang"],
    answer: "AreaAnswer",
    example: "/api/v1/areas/30307?on=2026-09-01",
    problems: ["bad-on", "bad-era", "bad-matter", "bad-known", "not-found"],
  },
  agencies: {
    path: "/api/v1/agencies",
    parameters: ["province", "kind", "pageLimit", "after", "lang"],
    answer: "AgencyList",
    example: "/api/v1/agencies?province=91&limit=2",
    problems: ["bad-province", "bad-kind", "bad-page-limit", "bad-after"],
  },
  agency: {
    path: "/api/v1/agencies/{id}",
    parameters: ["id", "on", "matter", "known", "lang"],
    answer: "AgencyAnswer",
    example: "/api/v1/agencies/pc-30307?on=2026-09-01",
    problems: ["bad-on", "bad-matter", "bad-known", "not-found"],
  },
  speakers: {
    path: "/api/v1/speakers",
    parameters: ["province", "agency", "on", "known", "capacity", "pageLimit", "after", "lang"],
    answer: "SpeakerList",
    example: "/api/v1/speakers?province=91&on=2026-09-01&limit=2",
    problems: [
      "bad-province",
      "bad-agency",
      "bad-on",
      "bad-known",
      "bad-capacity",
      "bad-page-limit",
      "bad-after",
    ],
  },
  speaker: {
    path: "/api/v1/speakers/{id}",
    parameters: ["id", "lang"],
    answer: "SpeakerEntry",
    example: "/api/v1/speakers/an-cuc",
    problems: ["not-found"],
  },
  changes: {
    path: "/api/v1/changes",
    parameters: ["since", "province", "pageLimit", "lang"],
    answer: "ChangeList",
    example: "/api/v1/changes?province=91&limit=2",
    problems: ["bad-since", "bad-province", "bad-page-limit"],
  },
  document: {
    path: "/api/v1/openapi.json",
    parameters: [],
    answer: null,
    example: "/api/v1/openapi.json",
    problems: [],
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
