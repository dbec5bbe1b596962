import { describe, expect, it } from "vitest";
import { formOf } from "#app/domain/meetings/meeting-form.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { guests } from "#app/test/post-office.ts";
import { lettersOf } from "#app/test/press-room.ts";
import type { Row } from "#db/tables.ts";

const meetingOf = (id: string) =>
  db.selectFrom("meeting").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const typed = (meeting: Row<"meeting">, changes: Record<string, string>) => ({
  ...(formOf(meeting) as Record<string, string>),
  ...changes,
});

async function invitedMeeting() {
  const [guest] = await guests(db, 2);
  const lan = await officerOf(db, await committee(db));
  return { lan, meeting: await meetingOf(guest?.meetingId ?? "") };
}

describe("changing a meeting", () => {
  it("says whom it will write to before it does, and then writes", async () => {
    const { lan, meeting } = await invitedMeeting();
    const path = paths.desk.meetingEdit(meeting);
    const form = typed(meeting, { venue: "Hội trường B" });

    const asked = await visit(path, { as: lan, form });
    const page = await asked.text();
    expect(page).toContain("Lưu lại sẽ gửi thư báo thay đổi cho 2 nhà báo đã mời.");
    expect(page).toContain("Thư báo thay đổi về: địa điểm.");
    expect(page).toContain('value="Hội trường B"');
    expect(await meetingOf(meeting.id)).toEqual(meeting);

    const saved = await visit(path, { as: lan, form: { ...form, said: "venue" } });
    expect(saved.status).toBe(302);
    expect(await meetingOf(meeting.id)).toMatchObject({ venue: "Hội trường B", revision: 1 });
    expect(await lettersOf(db, meeting.id)).toHaveLength(2);
  });

  it("asks again when more was changed than it had said", async () => {
    const { lan, meeting } = await invitedMeeting();
    const form = typed(meeting, { venue: "Hội trường B", subject: "Khác", said: "venue" });
    const response = await visit(paths.desk.meetingEdit(meeting), { as: lan, form });

    expect(response.status).toBe(200);
    expect(await meetingOf(meeting.id)).toEqual(meeting);
  });

  it("saves what concerns nobody invited without asking", async () => {
    const { lan, meeting } = await invitedMeeting();
    const form = typed(meeting, { description: "Có chỗ để xe." });
    const response = await visit(paths.desk.meetingEdit(meeting), { as: lan, form });

    expect(response.status).toBe(302);
    expect(await lettersOf(db, meeting.id)).toEqual([]);
  });

  it("keeps what was typed when it does not fit together", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const meeting = await briefing(db, ward);
    const form = typed(meeting, { subject: "Tên mới", endsAt: "2026-09-10T08:00" });
    const response = await visit(paths.desk.meetingEdit(meeting), { as: lan, form });
    const page = await response.text();

    expect(response.status).toBe(400);
    expect(page).toContain("Giờ kết thúc phải sau giờ bắt đầu.");
    expect(page).toContain('value="Tên mới"');
  });

  it("asks why a public meeting is moved before it moves it", async () => {
    const { lan, meeting } = await invitedMeeting();
    const path = paths.desk.meetingEdit(meeting);
    const later = { startsAt: "2026-09-11T09:00", endsAt: "2026-09-11T10:30" };

    const asked = await visit(path, { as: lan, form: typed(meeting, later) });
    expect(asked.status).toBe(400);
    expect(await textOf(asked)).toContain("Xin ghi lý do.");
    const form = typed(meeting, { ...later, reason: "Tránh bão", said: "startsAt,endsAt" });
    expect((await visit(path, { as: lan, form })).status).toBe(302);
    const moved = await meetingOf(meeting.id);
    expect(moved).toMatchObject({ rescheduledFrom: meeting.startsAt });
    const page = await textOf(await visit(paths.meeting(meeting)));
    expect(page).toContain("Cuộc họp này đã dời từ 09:00 10/09/2026");
    expect(page).toContain("Lý do: Tránh bão");
  });

  it("shows the second of two officers both versions and loses neither", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const minh = await officerOf(db, ward, "Minh");
    const meeting = await briefing(db, ward);
    const path = paths.desk.meetingEdit(meeting);
    const opened = { edition: "0", base: JSON.stringify(formOf(meeting)) };
    const mine = { ...opened, chair: "Bà Cúc", venue: "Phòng họp 2" };
    const theirs = { ...opened, venue: "Hội trường B", description: "Có chỗ để xe." };
    await visit(path, { as: minh, form: typed(meeting, theirs) });

    const told = await visit(path, { as: lan, form: typed(meeting, mine) });
    const html = await told.clone().text();
    const page = await textOf(told);
    expect(told.status).toBe(409);
    expect(page).toContain("Minh vừa lưu cuộc họp này");
    expect(page).toContain("Bản đã lưu: Hội trường B");
    expect(page).toContain("Bản của bạn, đang nằm trong biểu mẫu: Phòng họp 2");
    expect(page).toContain("những mục bạn không sửa: thông tin thêm");
    expect(html).toContain('value="Bà Cúc"');
    expect(html).toContain("Có chỗ để xe.");
    expect(await meetingOf(meeting.id)).toMatchObject({ venue: "Hội trường B", edition: 1 });

    const again = { ...mine, description: "Có chỗ để xe.", edition: "1" };
    expect((await visit(path, { as: lan, form: typed(meeting, again) })).status).toBe(302);
    expect(await meetingOf(meeting.id)).toMatchObject({
      ...{ venue: "Phòng họp 2", chair: "Bà Cúc", description: "Có chỗ để xe.", edition: 2 },
    });
  });

  it("takes a broken copy of what was opened for what is saved", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const meeting = await briefing(db, ward, { edition: 3 });
    const form = typed(meeting, { edition: "2", base: "{", chair: "Bà Cúc" });
    const told = await visit(paths.desk.meetingEdit(meeting), { as: lan, form });

    expect(told.status).toBe(409);
    expect(await told.text()).toContain('value="Bà Cúc"');
  });

  it("is over once the meeting has begun", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const meeting = await briefing(db, ward, { startsAt: "2026-09-01T00:00:00.000Z" });
    const page = await textOf(await visit(paths.desk.meetingEdit(meeting), { as: lan }));

    expect(page).toContain("Cuộc họp đã bắt đầu, không thay đổi được nữa.");
    expect(page).not.toContain("Địa điểm");
  });
});
