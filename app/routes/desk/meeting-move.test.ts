import { describe, expect, it } from "vitest";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { lettersOf, speaker } from "#app/test/press-room.ts";

const moved = { startsAt: "2026-09-11T09:00", endsAt: "2026-09-11T10:30" };

async function house(details: Parameters<typeof briefing>[2] = {}) {
  const ward = await committee(db);
  const lan = await officerOf(db, ward);
  const meeting = await briefing(db, ward, details);
  return { ward, lan, meeting, at: `/desk/meetings/${meeting.id}/move` };
}

const now = async (id: string) =>
  db.selectFrom("meeting").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

async function invited(meeting: { id: string }) {
  const ha = await reporter(db);
  await db
    .insertInto("invitation")
    .values({
      ...{ id: "invitation", meetingId: meeting.id, journalistId: ha.id, token: "token" },
      ...{ calendarUid: "uid", invitedAt: "2026-09-01T00:00:00.000Z", invitedBy: "lan" },
    })
    .execute();
}

describe("moving a meeting", () => {
  it("shows who will be told and what hours are free, with the times that were asked for", async () => {
    const { lan, meeting, at } = await house();
    await invited(meeting);
    const page = await visit(`${at}?startsAt=2026-09-11T09:00&endsAt=2026-09-11T10:30`, {
      as: lan,
    });
    const html = await page.clone().text();

    expect(html).toContain('value="2026-09-11T09:00"');
    expect(html).toContain('value="2026-09-11T10:30"');
    expect(html).toContain("startsAt=2026-09-11T09%3A30");
    expect(await textOf(page)).toContain("1 nhà báo đã mời sẽ nhận thư báo giờ mới");
  });

  it("keeps the meeting's length where only a start is asked for, and its own hour where nonsense is", async () => {
    const { lan, at } = await house();
    const later = await (await visit(`${at}?startsAt=2026-09-11T14:00`, { as: lan })).text();
    const nonsense = await (await visit(`${at}?startsAt=soon&endsAt=x`, { as: lan })).text();

    expect(later).toContain('value="2026-09-11T15:30"');
    expect(nonsense).toContain('value="2026-09-10T09:00"');
  });

  it("moves it with a reason, and writes to those invited", async () => {
    const { lan, meeting, at } = await house();
    await invited(meeting);
    const form = { ...moved, reason: "Trùng kỳ họp HĐND", edition: "0" };
    const answer = await visit(at, { as: lan, form });

    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`/desk/meetings/${meeting.id}`);
    expect(await now(meeting.id)).toMatchObject({
      startsAt: "2026-09-11T02:00:00.000Z",
      endsAt: "2026-09-11T03:30:00.000Z",
      rescheduleReason: "Trùng kỳ họp HĐND",
      venue: "Hội trường A",
    });
    expect(await lettersOf(db, meeting.id)).toHaveLength(1);
  });

  it("refuses one that the public was told of without a reason; a draft needs none", async () => {
    const { lan, meeting, at, ward } = await house();
    const refused = await visit(at, { as: lan, form: { ...moved, edition: "0" } });
    expect(refused.status).toBe(400);
    expect((await now(meeting.id)).startsAt).toBe(meeting.startsAt);

    const draft = await briefing(db, ward, { announcedAt: null });
    const path = `/desk/meetings/${draft.id}/move`;
    expect((await visit(path, { as: lan, form: { ...moved, edition: "0" } })).status).toBe(302);
    expect((await now(draft.id)).startsAt).toBe("2026-09-11T02:00:00.000Z");
  });

  it.each([
    ["the hour it has", { startsAt: "2026-09-10T09:00", endsAt: "2026-09-10T10:30" }],
    ["an hour that has passed", { startsAt: "2026-08-01T09:00", endsAt: "2026-08-01T10:30" }],
    ["an end before its start", { startsAt: "2026-09-11T09:00", endsAt: "2026-09-11T08:30" }],
  ])("refuses %s, and keeps what was typed", async (_, times) => {
    const { lan, meeting, at } = await house();
    const form = { ...times, reason: "Lý do thử", edition: "0" };
    const answer = await visit(at, { as: lan, form });

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Lý do thử");
    expect((await now(meeting.id)).startsAt).toBe(meeting.startsAt);
  });

  it("tells of a clash and refuses nothing for it", async () => {
    const { lan, meeting, at, ward } = await house();
    const other = { startsAt: "2026-09-11T02:30:00.000Z", endsAt: "2026-09-11T03:00:00.000Z" };
    await briefing(db, ward, { ...other, subject: "Cuộc kia", chair: "nguyen van an" });
    const page = await visit(`${at}?startsAt=${moved.startsAt}`, { as: lan });
    expect(await textOf(page)).toContain("Trùng người chủ trì : 09:30 Cuộc kia");

    const form = { ...moved, reason: "Đổi lịch", edition: "0" };
    expect((await visit(at, { as: lan, form })).status).toBe(302);
    const after = await textOf(await visit(`/desk/meetings/${meeting.id}`, { as: lan }));
    expect(after).toContain("Cuộc kia");
  });

  it("asks for somebody else where the chosen spokesperson may not speak then", async () => {
    const { lan, at, meeting, ward } = await house();
    const { personId } = await speaker(db, ward, { untilDay: "2026-09-10" });
    await db
      .updateTable("meeting")
      .set({ spokespersonId: personId, spokespersonName: "Lê Thị Bình" })
      .where("id", "=", meeting.id)
      .execute();
    const page = await textOf(await visit(`${at}?startsAt=${moved.startsAt}`, { as: lan }));
    expect(page).toContain("Lê Thị Bình không được phát ngôn thay cơ quan vào giờ mới");

    const form = { ...moved, reason: "Đổi lịch", edition: "0", spokespersonId: personId };
    expect((await visit(at, { as: lan, form })).status).toBe(409);
    expect((await now(meeting.id)).startsAt).toBe(meeting.startsAt);
  });

  it("tells the second of two officers, keeps what they typed, and lets them press again", async () => {
    const { lan, at, meeting } = await house({ edition: 3 });
    const form = { ...moved, reason: "Lý do thứ hai", edition: "2" };
    const told = await visit(at, { as: lan, form });
    const html = await told.clone().text();

    expect(told.status).toBe(409);
    expect(await textOf(told)).toContain("Người khác vừa sửa cuộc họp này");
    expect(html).toContain("Lý do thứ hai");
    expect(html).toContain('name="edition" value="3"');
    expect((await now(meeting.id)).startsAt).toBe(meeting.startsAt);
  });

  it("speaks of the meeting's own zone", async () => {
    const { lan, at, meeting } = await house({ zone: "Asia/Tokyo" });
    const form = { ...moved, reason: "Đổi lịch", edition: "0" };
    await visit(at, { as: lan, form });

    expect((await now(meeting.id)).startsAt).toBe("2026-09-11T00:00:00.000Z");
  });

  it("is closed once the meeting was held", async () => {
    const { lan, at } = await house({ heldAt: "2026-09-01T00:00:00.000Z" });
    const page = await textOf(await visit(at, { as: lan }));

    expect(page).toContain("Cuộc họp đã được tổ chức");
    expect(page).not.toContain("Kết thúc mới");
  });
});
