import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { speaker } from "#app/test/press-room.ts";

const typed = {
  kind: "press_conference",
  cadence: "periodic",
  subject: "Kinh tế, xã hội quý III",
  startsAt: "2026-09-10T09:00",
  endsAt: "2026-09-10T10:30",
  zone: "Asia/Ho_Chi_Minh",
  venue: "Hội trường A",
  chair: "Nguyễn Văn An",
};

const meetings = () => db.selectFrom("meeting").selectAll().execute();

describe("planning a meeting", () => {
  it("keeps a draft for the officer's own agency and goes to it", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const { personId } = await speaker(db, ward);

    const form = { ...typed, spokespersonId: personId };
    const response = await visit(paths.desk.meetingNew(), { as: lan, form });

    const [meeting] = await meetings();
    expect(response.headers.get("Location")).toBe(paths.desk.meeting({ id: meeting?.id ?? "" }));
    expect(meeting).toMatchObject({
      agencyId: ward.id,
      startsAt: "2026-09-10T02:00:00.000Z",
      spokespersonName: "Lê Thị Bình",
      announcedAt: null,
    });
  });

  it.each([
    { what: "an end before the start", form: { endsAt: "2026-09-10T08:00" }, says: "Giờ kết thúc" },
    { what: "a meeting in the past", form: { startsAt: "2026-08-10T09:00" }, says: "đã qua" },
    { what: "the 31st of February", form: { startsAt: "31/02/2027 09:00" }, says: "Không có giờ" },
    { what: "neither place nor link", form: { venue: " " }, says: "Xin ghi địa điểm" },
    { what: "a subject of two lines", form: { subject: "một\nhai" }, says: "chỉ có một dòng" },
  ])(
    "says what is wrong with $what, and loses nothing of what was typed",
    async ({ form, says }) => {
      const lan = await officerOf(db, await committee(db));

      const response = await visit(paths.desk.meetingNew(), {
        as: lan,
        form: { ...typed, ...form },
      });
      const page = await response.text();

      expect(response.status).toBe(400);
      expect(page).toContain(says);
      expect(page).toContain('value="Nguyễn Văn An"');
      expect(await meetings()).toEqual([]);
    },
  );

  it("names who may speak when somebody else was chosen", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    await speaker(db, ward);
    const gone = await speaker(db, ward, { name: "Trần Văn Cũ", untilDay: "2026-09-05" });

    const form = { ...typed, spokespersonId: gone.personId };
    const response = await visit(paths.desk.meetingNew(), { as: lan, form });

    expect(response.status).toBe(409);
    expect(await textOf(response)).toContain("Vào giờ đó được phát ngôn: Lê Thị Bình.");
    expect(await meetings()).toEqual([]);
  });

  it("offers those who may speak at the hour that is asked for", async () => {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    await speaker(db, ward, { name: "Trần Văn Cũ", untilDay: "2026-09-05" });

    const offeredAt = async (at: string) =>
      textOf(await visit(paths.desk.meetingNew({ agency: ward.id, at }), { as: lan }));

    expect(await offeredAt("2026-09-05T09:00")).toContain("Trần Văn Cũ");
    expect(await offeredAt("2026-09-06T09:00")).not.toContain("Trần Văn Cũ");
  });

  it("lets a province's office plan for its wards, and nobody for another's", async () => {
    const ward = await committee(db);
    const office = await officerOf(db, await committee(db, "91"));
    const hue = await officerOf(db, await committee(db, "46"));
    const path = paths.desk.meetingNew({ agency: ward.id });

    const theirs = await visit(path, { as: office, form: typed });
    const others = await visit(path, { as: hue, form: typed });

    expect([theirs.status, others.status]).toEqual([302, 404]);
    expect(await meetings()).toMatchObject([{ agencyId: ward.id }]);
  });
});
