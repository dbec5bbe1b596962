import { expect, it } from "vitest";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { BY_ITSELF, runRetention } from "#app/domain/retention/retention.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { signed } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";

it("tells officers what each round let go of, and never of whom", async () => {
  await loadLaw(db, { at: signed().at });
  const ward = await committee(db);
  const lan = await officerOf(db, ward);
  const past = { startsAt: "2025-08-20T02:00:00.000Z", endsAt: "2025-08-20T03:00:00.000Z" };
  const meeting = await briefing(db, ward, past);
  const ha = await reporter(db, { name: "Phan Thị Ngọc Hà" });
  await db
    .insertInto("invitation")
    .values({
      ...{ id: "i", meetingId: meeting.id, journalistId: ha.id, token: "i", calendarUid: "i" },
      ...{ invitedAt: "2025-08-01T02:00:00.000Z", invitedBy: lan.id },
    })
    .execute();
  const read = async () => textOf(await visit(paths.desk.retention(), { as: lan }));
  const before = await read();
  await runRetention(db, { by: BY_ITSELF, at: MORNING }, { day: "2026-09-01" });
  const after = await read();

  expect(before).toContain("Chưa chạy lần nào");
  expect(before, "what is next").toContain("Họp báo tháng 9");
  expect(after).toContain("1 cuộc họp, 1 giấy mời cùng câu trả lời");
  expect(after).toContain("Tự chạy");
  for (const text of [before, after]) expect(text).not.toContain("Phan Thị Ngọc Hà");
  expect(await textOf(await visit(paths.desk.meeting(meeting), { as: lan }))).toContain(
    "Danh sách khách của cuộc họp này đã hết thời hạn giữ",
  );
});
