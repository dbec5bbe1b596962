import type { Moment } from "#db/tables.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import type { Figure, Indicator } from "./annual.ts";

/** What somebody has begun in the books and nobody has finished. */
export const LACKS = ["meeting", "instant", "statement", "query", "case"] as const;
export type Lack = (typeof LACKS)[number];

export interface Open {
  lack: Lack;
  id: string;
  title: string;
  at: Moment;
}

/** An agency in a report: its own figures, what it has still to finish, and whether anything is entered at all. */
export interface AgencyLine {
  agency: Pick<AgencyOfArea, "id" | "name" | "nameEn" | "kind" | "areaCode">;
  figures: Record<Indicator, Figure>;
  lacks: Open[];
  isEmpty: boolean;
}

/** How many things are left to do before the report can be made. */
export function leftToDo(lines: Pick<AgencyLine, "lacks" | "isEmpty">[]): number {
  return lines.reduce((sum, { lacks, isEmpty }) => sum + lacks.length + Number(isEmpty), 0);
}
