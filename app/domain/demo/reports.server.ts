import { DateTime } from "luxon";
import { HOME_ZONE } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { yearInHand } from "../reports/annual.ts";
import { MARK } from "./office.ts";

const APPEARANCES = [
  { agencyId: "pc-91", daysAgo: 4, told: "Kết quả thu ngân sách mười một tháng (mẫu)" },
  { agencyId: "pc-91", daysAgo: 34, told: "Tiến độ tuyến tránh mẫu (mẫu)" },
  { agencyId: "pc-91", daysAgo: 62, told: "Tình hình nước lũ đầu mùa (mẫu)" },
  { agencyId: "pc-30307", daysAgo: 11, told: "Sắp xếp chợ mẫu, chỗ bán tạm (mẫu)" },
];

const TEXTS = [
  { daysAgo: 40, difficulties: "Nhiều xã chưa có cán bộ chuyên trách về thông tin (mẫu)." },
  {
    daysAgo: 9,
    difficulties:
      "Nhiều xã chưa có cán bộ chuyên trách về thông tin (mẫu).\nMột số câu hỏi gửi qua điện thoại chưa được ghi sổ đầy đủ (mẫu).",
    proposals: "Tổ chức tập huấn kỹ năng phát ngôn cho cấp xã trong quý I (mẫu).",
  },
];

/** Press coordination meetings of this year, and what the province has written of its report so far: twice. */
export async function furnishReports(db: Db, at: Moment) {
  const today = DateTime.fromISO(at, { zone: HOME_ZONE });
  const daysAgo = (days: number) => today.minus({ days }).set({ hour: 9, minute: 0 });
  const momentOf = (days: number) => daysAgo(days).toUTC().toISO() as Moment;
  const by = `${MARK}account-0`;
  await db
    .insertInto("appearance")
    .values(
      APPEARANCES.map(({ daysAgo: days, ...appearance }, i) => ({
        ...{ ...appearance, id: `${MARK}appearance-${i}`, meetingId: null },
        host: "Ban Tuyên giáo và Dân vận Tỉnh ủy (mẫu)",
        ...{ day: daysAgo(days).toFormat("yyyy-MM-dd"), recordedAt: momentOf(days) },
        ...{ recordedBy: by, removedAt: null, removedBy: null },
      })),
    )
    .execute();
  const year = yearInHand(today.toFormat("yyyy-MM-dd"));
  const reportId = `${MARK}report`;
  await db
    .insertInto("annualReport")
    .values({
      ...{ id: reportId, agencyId: "pc-91", year, fromDay: null, fromNote: null },
      ...{ edition: TEXTS.length, openedAt: momentOf(40), openedBy: by },
    })
    .execute();
  await db
    .insertInto("annualReportText")
    .values(
      TEXTS.map(({ daysAgo: days, difficulties, proposals = "" }, i) => ({
        ...{ reportId, edition: i + 1, difficulties, proposals },
        ...{ writtenAt: momentOf(days), writtenBy: by, writtenByName: "Cán bộ mẫu" },
      })),
    )
    .execute();
}

/** Removes them, and what an office has written of invented agencies and meetings since. */
export async function removeReports(db: Db, meetings: string[]) {
  const invented = `${MARK}%`;
  await db
    .deleteFrom("appearance")
    .where(({ eb, or }) =>
      or([
        eb("id", "like", invented),
        eb("agencyId", "like", invented),
        eb("meetingId", "in", meetings),
      ]),
    )
    .execute();
  await db.deleteFrom("guestTally").where("meetingId", "in", meetings).execute();
  const reports = db
    .selectFrom("annualReport")
    .select("id")
    .where(({ eb, or }) => or([eb("id", "like", invented), eb("agencyId", "like", invented)]));
  for (const table of ["annualReportText", "annualReportSending"] as const)
    await db.deleteFrom(table).where("reportId", "in", reports).execute();
  await db
    .deleteFrom("annualReport")
    .where(({ eb, or }) => or([eb("id", "like", invented), eb("agencyId", "like", invented)]))
    .execute();
}
