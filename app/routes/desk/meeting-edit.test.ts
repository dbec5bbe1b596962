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

  it("is over once the meeting has begun", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const meeting = await briefing(db, ward, { startsAt: "2026-09-01T00:00:00.000Z" });
    const page = await textOf(await visit(paths.desk.meetingEdit(meeting), { as: lan }));

    expect(page).toContain("Cuộc họp đã bắt đầu, không thay đổi được nữa.");
    expect(page).not.toContain("Địa điểm");
  });
});
