import type { Moment, Row } from "#db/tables.ts";
import type { Speaker } from "../spokespersons/speaker.ts";

/** What kind of agency a line of the list is about; committees of the province and of its communes are told apart. */
export const LIST_KINDS = [
  "province_committee",
  "department",
  "inspectorate",
  "vertical",
  "sub_department",
  "commune_committee",
] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export interface ListedAgency {
  id: string;
  kind: ListKind;
  name: string;
  nameEn: string;
  areaCode: string;
  areaName: string;
}

/** An agency of a province with everybody who may speak for it; nobody is an empty list. */
export interface ListEntry {
  agency: ListedAgency;
  speakers: Speaker[];
}

/** A province's public list as it stood at a moment. */
export interface ProvinceList {
  entries: ListEntry[];
  updatedAt: Moment | null; // when anything on it was last published, ended or withdrawn
}

/** Under which heading of a province's published list an agency stands. */
export function listKindOf(kind: Row<"agency">["kind"], level: Row<"area">["level"]): ListKind {
  if (kind !== "peoples_committee") return kind;
  return level === "province" ? "province_committee" : "commune_committee";
}
