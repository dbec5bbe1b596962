import type { Db, Moment } from "#db/tables.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import type { Slot } from "../meetings/clashes.server.ts";
import { freeSlotsFor } from "../meetings/free-slots.server.ts";
import type { Times } from "../meetings/free-slots.ts";
import { noticeDue } from "./notices.server.ts";

/** Hours to suggest, and whether others were left out because no notice could be in time for them any more. */
export interface FreeHours {
  slots: Times[];
  isTooSoonForNotice: boolean;
}

/** The free hours of a meeting; of a press conference that owes a notice only those for which it can still be in time. */
export async function freeHoursFor(
  db: Db,
  agency: Pick<AgencyOfArea, "id" | "kind" | "areaCode" | "provinceId">,
  wanted: Slot,
  { after, now }: { after: Moment; now: Moment },
): Promise<FreeHours> {
  let isTooSoonForNotice = false;
  const barred = async (startsAt: Moment) => {
    if ((wanted.kind ?? "press_conference") !== "press_conference") return false;
    const due = await noticeDue(db, agency, startsAt);
    if (!due || due.at >= now) return false;
    isTooSoonForNotice = true;
    return true;
  };
  const slots = await freeSlotsFor(db, agency, wanted, { after, now, barred });
  return { slots, isTooSoonForNotice };
}
