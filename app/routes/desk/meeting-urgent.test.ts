import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { lettersOf, speaker } from "#app/test/press-room.ts";

const typed = {
  subject: "Sạt lở bờ sông tại khóm 3",
  startsAt: "2026-09-01T10:00",
  minutes: "60",
  venue: "Hội trường A",
  beat: "environment",
};

async function office() {
  const ward = await committee(db);
  const ha = await reporter(db, { name: "Thu Hà" });
  await db
    .insertInto("journalistBeat")
    .values({ journalistId: ha.id, beat: "environment" })
    .execute();
  return { ward, ha, lan: await officerOf(db, ward) };
}

const meetings = () => db.selectFrom("meeting").selectAll().execute();

describe("calling a press conference in haste", () => {
  it("proposes two hours from now and whom to ask first", async () => {
    const { ward, lan } = await office();
    await speaker(db, ward);
    const page = await (await visit(paths.desk.meetingUrgent(), { as: lan })).text();

    expect(page).toContain('value="2026-09-01T10:00"');
    expect(page).toMatch(/<option value="[^"]+" selected="">Lê Thị Bình/);
    expect(page).toContain("Môi trường");
  });

  it("announces and invites with one press, and goes to where the letters can be watched", async () => {
    const { ha, lan } = await office();
    const response = await visit(paths.desk.meetingUrgent(), { as: lan, form: typed });

    const [meeting] = await meetings();
    expect(response.headers.get("Location")).toBe(
      paths.desk.invitations({ id: meeting?.id ?? "" }),
    );
    expect(meeting).toMatchObject({
      cadence: "adhoc",
      endsAt: "2026-09-01T04:00:00.000Z",
      announcedAt: "2026-09-01T01:00:00.000Z",
    });
    expect(await lettersOf(db, meeting?.id ?? "")).toMatchObject([{ to: ha.email }]);
  });

  it("happens once, however often the button is pressed", async () => {
    const { lan } = await office();
    const press = () => visit(paths.desk.meetingUrgent(), { as: lan, form: typed });
    const [first, second] = await Promise.all([press(), press()]);

    expect(await meetings()).toHaveLength(1);
    expect(second?.headers.get("Location")).toBe(first?.headers.get("Location"));
    expect(await db.selectFrom("mail").selectAll().execute()).toHaveLength(1);
  });

  it("says that nobody was chosen and keeps what was typed", async () => {
    const { lan } = await office();
    const { beat, ...form } = typed;
    const response = await visit(paths.desk.meetingUrgent(), { as: lan, form });
    const page = await response.text();

    expect(response.status).toBe(409);
    expect(page).toContain("Chưa chọn ai để mời.");
    expect(page).toContain(`value="${typed.subject}"`);
    expect(await meetings()).toEqual([]);
  });

  it("keeps the ticks when something else is wrong", async () => {
    const { lan } = await office();
    const form = { ...typed, startsAt: "2026-08-01T10:00" };
    const response = await visit(paths.desk.meetingUrgent(), { as: lan, form });

    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/name="beat"[^>]*checked=""[^>]*value="environment"/);
  });

  it("shows the letter before anything is kept or sent", async () => {
    const { lan } = await office();
    const path = paths.desk.urgentLetter();
    const shown = await visit(path, { as: lan, form: typed });
    const page = await shown.text();
    const wrong = await visit(path, { as: lan, form: { ...typed, subject: "" } });

    expect(page).toContain("[Giấy mời] Họp báo: Sạt lở bờ sông tại khóm 3 - 10:00 01/09/2026");
    expect(page).toContain("Thu Hà");
    expect(shown.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(await textOf(wrong)).toContain("Xin điền mục này.");
    expect(await meetings()).toEqual([]);
  });

  it("counts the people behind the ticks", async () => {
    const { lan } = await office();
    await reporter(db, { name: "không theo môi trường" });
    const response = await visit(
      `${paths.desk.meetingUrgent()}?beat=environment&_routes=routes%2Fdesk%2Fmeeting-urgent`.replace(
        "/urgent?",
        "/urgent.data?",
      ),
      { as: lan },
    );

    expect(await response.text()).toMatch(/"people",1\b/);
  });

  it("is not for another province's agency", async () => {
    const { ward } = await office();
    const hue = await officerOf(db, await committee(db, "46"));
    const query = { agency: ward.id };

    const answers = await Promise.all([
      visit(paths.desk.meetingUrgent(query), { as: hue }),
      visit(paths.desk.meetingUrgent(query), { as: hue, form: typed }),
      visit(paths.desk.urgentLetter(query), { as: hue, form: typed }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await meetings()).toEqual([]);
  });
});
