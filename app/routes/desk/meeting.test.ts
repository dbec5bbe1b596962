import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { guests } from "#app/test/post-office.ts";
import { lettersOf } from "#app/test/press-room.ts";

const begun = { startsAt: "2026-09-01T00:00:00.000Z", endsAt: "2026-09-01T02:00:00.000Z" };

const meetingOf = (id: string) =>
  db.selectFrom("meeting").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

describe("a meeting's page", () => {
  it("announces a draft, which then has a public page", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const draft = await briefing(db, ward, { announcedAt: null });

    const before = await visit(paths.meeting(draft));
    const response = await visit(paths.desk.announcement(draft), { as: lan, form: {} });
    const after = await visit(paths.meeting(draft));

    expect(response.headers.get("Location")).toBe(paths.desk.meeting(draft));
    expect([before.status, after.status]).toEqual([404, 200]);
    const page = await textOf(await visit(paths.desk.meeting(draft), { as: lan }));
    expect(page).toContain("Mời nhà báo: mỗi người nhận một giấy mời riêng");
    expect(page).toContain(`https://press.test${paths.meeting(draft)}`);
  });

  it("says that a meeting was held only once it has begun", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const coming = await briefing(db, ward);
    const now = await briefing(db, ward, begun);

    const early = await visit(paths.desk.holding(coming), { as: lan, form: {} });
    const held = await visit(paths.desk.holding(now), { as: lan, form: {} });

    expect([early.status, held.status]).toEqual([409, 302]);
    expect(await textOf(early)).toContain("Cuộc họp chưa bắt đầu.");
    expect((await meetingOf(now.id)).heldAt).not.toBeNull();
  });

  it("says so when somebody else was quicker", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const meeting = await briefing(db, ward);
    const response = await visit(paths.desk.announcement(meeting), { as: lan, form: {} });

    expect(response.status).toBe(409);
    expect(await textOf(response)).toContain("Cuộc họp đã được công bố.");
  });

  it("opens for its agency, for the province's office, and for nobody else", async () => {
    const ward = await committee(db);
    const meeting = await briefing(db, ward);
    const lan = await officerOf(db, ward);
    const office = await officerOf(db, await committee(db, "91"), "Ngọc");
    const neighbour = await officerOf(db, await committee(db, "30292"), "Bình");
    const hue = await officerOf(db, await committee(db, "46"), "Hương");

    const answers = await Promise.all(
      [lan, office, neighbour, hue].map((as) => visit(paths.desk.meeting(meeting), { as })),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404]);
  });

  it.each([
    ...(["announcement", "holding", "cancellation", "meetingEdit"] as const),
    ...(["scheduling", "postponement"] as const),
  ])("lets nobody of another province at its %s", async (door) => {
    const meeting = await briefing(db, await committee(db), { announcedAt: null });
    const hue = await officerOf(db, await committee(db, "46"));
    const form = { reason: "vì thế" };

    const look = await visit(paths.desk[door](meeting), { as: hue });
    const push = await visit(paths.desk[door](meeting), { as: hue, form });

    expect([look.status, push.status]).toEqual([404, 404]);
    expect(await meetingOf(meeting.id)).toEqual(meeting);
  });
});

describe("putting a meeting off", () => {
  it("says who will be told, writes to them, and stands on the public page without the old hour", async () => {
    const [guest] = await guests(db, 2);
    const meeting = await meetingOf(guest?.meetingId ?? "");
    const lan = await officerOf(db, await committee(db));
    const path = paths.desk.postponement(meeting);

    const before = await textOf(await visit(path, { as: lan }));
    const done = await visit(path, { as: lan, form: { reason: "Bão số 5" } });

    expect(before).toContain("2 người đã mời sẽ nhận thư báo hoãn");
    expect(done.status).toBe(302);
    const letters = await lettersOf(db, meeting.id);
    expect(letters.map(({ kind }) => kind)).toEqual(["postponement", "postponement"]);
    const page = await textOf(await visit(paths.meeting(meeting)));
    expect(page).toContain("Cuộc họp này đang hoãn");
    expect(page).toContain("Lý do: Bão số 5");
    expect(page).toContain("Chưa có thời gian mới (trước đây: 09:00 10/09/2026)");
    const reply = await textOf(await visit(paths.reply(guest as { token: string })));
    expect(reply).toContain("Cuộc họp đang hoãn.");
    expect(await textOf(await visit(paths.meetings()))).toContain(meeting.subject);
  });
});

describe("fixing the date of a draft", () => {
  it("is for the office alone, and stands in what happened to it", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const draft = await briefing(db, ward, { announcedAt: null });
    const response = await visit(paths.desk.scheduling(draft), { as: lan, form: {} });

    expect(response.status).toBe(302);
    expect((await visit(paths.meeting(draft))).status).toBe(404);
    const page = await textOf(await visit(paths.desk.meeting(draft), { as: lan }));
    expect(page).toContain("Đã chốt lịch");
    expect(page).toContain("Chốt lịch cuộc họp “Họp báo tháng 9”.");
  });
});

describe("cancelling a meeting", () => {
  it("asks for a reason, says who will be told, and writes to them", async () => {
    const [guest] = await guests(db, 2);
    const meeting = await meetingOf(guest?.meetingId ?? "");
    const lan = await officerOf(db, await committee(db));
    const path = paths.desk.cancellation(meeting);

    const before = await textOf(await visit(path, { as: lan }));
    const blank = await visit(path, { as: lan, form: { reason: "  " } });
    const done = await visit(path, { as: lan, form: { reason: "Bão số 5" } });

    expect(before).toContain("2 người đã mời sẽ nhận thư báo hủy");
    expect(blank.status).toBe(400);
    expect(await textOf(blank)).toContain("Xin điền mục này.");
    expect(done.status).toBe(302);
    expect(await meetingOf(meeting.id)).toMatchObject({ cancelReason: "Bão số 5" });
    const letters = await lettersOf(db, meeting.id);
    expect(letters.map(({ kind }) => kind)).toEqual(["cancellation", "cancellation"]);
    expect(await textOf(await visit(paths.meeting(meeting)))).toContain("Lý do: Bão số 5");
  });
});
