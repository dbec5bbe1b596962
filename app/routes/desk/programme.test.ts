import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { addAgendaItem, agendaOf } from "#app/domain/programme/agenda.server.ts";
import { otherSpeakersOf } from "#app/domain/programme/speakers.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { signed, speaker } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Row } from "#db/tables.ts";

let lan: Officer;
let meeting: Row<"meeting">;

beforeEach(async () => {
  const ward = await committee(db);
  lan = await officerOf(db, ward);
  meeting = await briefing(db, ward);
});

const added = async (title: string, minutes: number) => {
  const item = await addAgendaItem(db, meeting, { title, minutes }, signed());
  return { id: item.ok ? item.id : "" };
};
describe("a meeting's programme", () => {
  it("takes a point as a plain form, and shows each with its time by the clock", async () => {
    const first = { title: "Khai mạc", speaker: "Nguyễn Văn An", minutes: "10" };
    const sent = await visit(paths.desk.programme(meeting), { as: lan, form: first });
    const next = { title: "Hỏi và đáp", speaker: "", minutes: "45" };
    await visit(paths.desk.programme(meeting), { as: lan, form: next });
    const page = await textOf(await visit(paths.desk.programme(meeting), { as: lan }));
    const seen = await textOf(await visit(paths.meeting(meeting)));

    expect(sent.status).toBe(302);
    expect(page).toMatch(/09:00 ?– ?09:10/);
    expect(page).toMatch(/09:10 ?– ?09:55/);
    expect(page).toContain("Tổng cộng 55 phút; còn 35 phút của cuộc họp.");
    expect(seen).toMatch(/09:00 ?– ?09:10 Khai mạc Nguyễn Văn An/);
  });

  it("says by how much it is longer than the meeting, and which points fall behind its end", async () => {
    await added("Báo cáo", 80);
    await added("Hỏi và đáp", 25);
    const page = await textOf(await visit(paths.desk.programme(meeting), { as: lan }));

    expect(page).toContain("Chương trình dài hơn cuộc họp 15 phút");
    expect(page).toContain("Các mục cần 105 phút, cuộc họp có 90 phút.");
    expect(page.match(/sau giờ kết thúc/g)).toHaveLength(1);
  });

  it("is put in order by buttons that need no script, and says where the point stands now", async () => {
    const opening = await added("Khai mạc", 10);
    await added("Báo cáo", 10);
    const form = { place: "2" };
    const moved = await visit(paths.desk.agendaPlace(opening), { as: lan, form });
    const flash = moved.headers.get("Set-Cookie") ?? "";

    expect(moved.status).toBe(302);
    expect(moved.headers.get("Location")).toBe(paths.desk.programme(meeting, opening));
    expect(Buffer.from(decodeURIComponent(flash.split("=")[1] ?? ""), "base64").toString()).toMatch(
      /nay .*2 trong 2/,
    );
    expect((await agendaOf(db, meeting.id)).map(({ title }) => title)).toEqual([
      "Báo cáo",
      "Khai mạc",
    ]);
    const page = await (await visit(paths.desk.programme(meeting), { as: lan })).text();
    expect(page).toContain(`id="item-${opening.id}"`);
  });

  it("tells what is wrong with a point beside its field, and keeps what was typed", async () => {
    const form = { title: "Khai mạc", speaker: "Bà Lê Thị Bình", minutes: "mười" };
    const response = await visit(paths.desk.programme(meeting), { as: lan, form });
    const html = await response.text();

    expect(response.status).toBe(400);
    expect(html).toContain("Bà Lê Thị Bình");
    expect(html).toContain("aria-invalid");
    expect(await agendaOf(db, meeting.id)).toEqual([]);
  });

  it("offers nothing to change once the meeting was held, and refuses it", async () => {
    const opening = await added("Khai mạc", 10);
    await db.updateTable("meeting").set({ heldAt: MORNING }).execute();
    const form = { title: "Khác", minutes: "5" };
    const page = await textOf(await visit(paths.desk.programme(meeting), { as: lan }));
    const tried = await visit(paths.desk.agendaItem(opening), { as: lan, form });

    expect(page).not.toContain("Thêm một mục");
    expect(tried.status).toBe(409);
    expect(await textOf(tried)).toContain("Cuộc họp đã được tổ chức");
  });
});

describe("who speaks at a meeting", () => {
  const binh = async (details = {}) => speaker(db, await committee(db), details);

  it("offers only who may speak then, and says who may when somebody else is sent", async () => {
    await binh();
    const late = await binh({ name: "Phạm Văn Dũng", untilDay: "2026-09-09" });
    const page = await textOf(await visit(paths.desk.meetingSpeakers(meeting), { as: lan }));
    const form = { personId: late.personId };
    const refused = await visit(paths.desk.meetingSpeakers(meeting), { as: lan, form });
    const sentence = await textOf(refused);

    expect(page).toContain("Lê Thị Bình · Phó Chủ tịch");
    expect(page).not.toContain("Phạm Văn Dũng");
    expect(refused.status).toBe(409);
    expect(sentence).toContain("không được phát ngôn thay cơ quan vào giờ bắt đầu");
    expect(sentence).toContain("Có thể chọn: Lê Thị Bình, Phó Chủ tịch.");
    expect(await otherSpeakersOf(db, meeting.id)).toEqual([]);
  });

  it("shows everybody on the public page, the first spokesperson first", async () => {
    const { personId } = await binh();
    const form = { personId };
    await db.updateTable("meeting").set({ spokespersonName: "Trần Văn Cường" }).execute();
    const sent = await visit(paths.desk.meetingSpeakers(meeting), { as: lan, form });
    const seen = await textOf(await visit(paths.meeting(meeting)));

    expect(sent.status).toBe(302);
    expect(seen).toMatch(
      /Người phát ngôn tại cuộc họp Trần Văn Cường Lê Thị Bình Phó Chủ tịch, người phát ngôn/,
    );
  });
});

it.each(["programme", "meetingSpeakers", "meetingFiles", "minutes", "videos", "articles"] as const)(
  "nobody of another office is let in at the %s of a meeting",
  async (door) => {
    const neighbour = await officerOf(db, await committee(db, "30292"), "Bình");
    const look = await visit(paths.desk[door](meeting), { as: neighbour });
    const push = await visit(paths.desk[door](meeting), { as: neighbour, form: { any: "thing" } });

    expect([look.status, push.status]).toEqual([404, 404]);
  },
);
