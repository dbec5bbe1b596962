import { DateTime } from "luxon";
import { dayOf, HOME_ZONE, later, readLocalTime } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { datesOf } from "../meetings/recurrence.ts";
import { hourOn, type SeriesRule } from "../meetings/series-rule.ts";
import { workCalendar } from "../policies/due.server.ts";
import { HOLDERS, MARK } from "./office.ts";

const CODE = "91";

/**
 * The province's press conferences of the year to come, one a quarter by rule: those of the first half announced,
 * the others fixed within the office. Invented, as all of the demo.
 */
export async function furnishSeries(db: Db, at: Moment): Promise<void> {
  const from = DateTime.fromISO(at, { zone: HOME_ZONE }).plus({ months: 1 }).startOf("month");
  const rule: SeriesRule = {
    rhythm: { every: "quarter", month: 1, on: { week: 2, weekday: 4 } },
    dayOff: "before",
    from: from.toFormat("yyyy-MM-dd"),
    until: from.plus({ months: 12 }).toFormat("yyyy-MM-dd"),
    at: "14:00",
    minutes: 90,
  };
  const id = `${MARK}series`;
  const books = { createdAt: at, createdBy: `${MARK}account-0` };
  await db
    .insertInto("meetingSeries")
    .values({ id, agencyId: `pc-${CODE}`, rule: JSON.stringify(rule), ...books })
    .execute();
  const speaker = HOLDERS[CODE]?.findIndex(({ capacity }) => capacity === "regular") ?? 0;
  const { name, position } = HOLDERS[CODE]?.[speaker] ?? {};
  const chair = HOLDERS[CODE]?.find(({ capacity }) => capacity === "head")?.name ?? "";
  const days = datesOf(rule, await workCalendar(db)).flatMap(({ day }) => day ?? []);
  for (const [i, day] of days.filter((one) => one > dayOf(at)).entries()) {
    const startsAt = readLocalTime(hourOn(day, rule)) as Moment;
    await db
      .insertInto("meeting")
      .values({
        ...{ id: `${MARK}series-${i}`, seriesId: id, seriesDay: day, agencyId: `pc-${CODE}` },
        ...{ kind: "press_conference", cadence: "periodic", zone: HOME_ZONE, chair },
        subject: "Tình hình kinh tế - xã hội của tỉnh trong quý (mẫu)",
        description: "Cuộc họp báo định kỳ mỗi quý một lần.",
        ...{ startsAt, endsAt: later(startsAt, { minutes: rule.minutes }) },
        venue: "Hội trường UBND tỉnh (mẫu)",
        spokespersonId: `${MARK}${CODE}-${speaker}`,
        spokespersonName: name ?? null,
        spokespersonPosition: position ?? null,
        spokespersonCapacity: "regular",
        ...{ revisedAt: at, ...books, scheduledAt: at, announcedAt: i < 2 ? at : null },
      })
      .execute();
  }
}

/** Removes the invented series, once its meetings are gone. */
export async function removeSeries(trx: Db): Promise<void> {
  const unused = trx.selectFrom("meeting").select("seriesId").where("seriesId", "is not", null);
  await trx
    .deleteFrom("meetingSeries")
    .where(({ eb, or }) => or([eb("id", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]))
    .where("id", "not in", unused as never)
    .execute();
}
