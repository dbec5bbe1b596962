import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { pageOf } from "../paging/page.ts";
import { type FreshnessState, isAmber } from "./confirmation.ts";
import { PROVINCE, publicOn } from "./confirmations.server.ts";
import { freshnessOn } from "./freshness.server.ts";

export const UPKEEP_SHELVES = ["amber", "asked", "confirmed", "all"] as const;
export type UpkeepShelf = (typeof UPKEEP_SHELVES)[number];

const PAGE = 50;
const VIETNAMESE = new Intl.Collator("vi", { numeric: true });
const URGENCY: FreshnessState[] = ["bounced", "unconfirmed", "asked", "confirmed"];

/** The public entries within reach with how fresh they are, a page of one shelf; the most pressing first. */
export async function upkeepFor(
  db: Db,
  reach: Reach,
  { shelf, page: asked = 1 }: { shelf: UpkeepShelf; page?: number },
  at: Moment,
) {
  const entries = await entriesWithin(db, reach, at);
  const on = (one: UpkeepShelf) => entries.filter(({ freshness }) => isOn(one, freshness.state));
  const { shown, page, pages } = pageOf(on(shelf), asked, PAGE);
  return {
    entries: shown,
    page,
    pages,
    counts: {
      amber: on("amber").length,
      asked: on("asked").length,
      confirmed: on("confirmed").length,
      all: entries.length,
    },
  };
}

function isOn(shelf: UpkeepShelf, state: FreshnessState): boolean {
  if (shelf === "amber") return isAmber({ state });
  return shelf === "all" || shelf === state;
}

async function entriesWithin(db: Db, reach: Reach, at: Moment) {
  const rows = await db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .innerJoin("agency", "agency.id", "assignment.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("area as province", "province.id", "area.partOf")
    .select(PROVINCE)
    .select([
      "assignment.id",
      "assignment.agencyId",
      "agency.name as agencyName",
      "agency.nameEn as agencyNameEn",
      "person.name",
      "assignment.capacity",
      "assignment.phone",
      "assignment.email",
    ])
    .where(publicOn(dayOf(at)))
    .where(withinReach(reach))
    .execute();
  const ids = rows.map(({ id }) => id);
  const freshness = await freshnessOn(db, ids, at);
  return rows
    .flatMap((row) => {
      const its = freshness.get(row.id);
      return its ? [{ ...row, freshness: its }] : [];
    })
    .sort(
      (a, b) =>
        URGENCY.indexOf(a.freshness.state) - URGENCY.indexOf(b.freshness.state) ||
        VIETNAMESE.compare(a.agencyName, b.agencyName) ||
        VIETNAMESE.compare(a.name, b.name),
    );
}
