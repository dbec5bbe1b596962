import type { JoinBuilder } from "kysely";
import { provinceBeside } from "./agencies.server.ts";
import type { AgencyKind } from "./agency.ts";

/** The agency whose a thing is, as pages and lists name it beside the thing. */
export interface OfAgency {
  agencyName: string;
  agencyNameEn: string;
  agencyKind: AgencyKind;
  areaCode: string;
  provinceId: string;
  provinceType: string | null; // null when the agency is the province's own
  provinceName: string | null;
  provinceNameEn: string | null;
}

/** The columns of it, on a query that has `agency`, `area` and `province` in it; `provinceOf` is the one beside. */
export const OF_AGENCY = [
  "agency.name as agencyName",
  "agency.nameEn as agencyNameEn",
  "agency.kind as agencyKind",
  "area.code as areaCode",
  "province.type as provinceType",
  "province.name as provinceName",
  "province.nameEn as provinceNameEn",
] as const;

/** Joins the area `province` that is named beside an agency. */
export function onProvinceBeside<Database, Table extends keyof Database>(
  join: JoinBuilder<Database, Table>,
) {
  return join.on((eb) => eb("province.id" as never, "=", provinceBeside(eb as never) as never));
}
