import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { vi } from "#app/i18n/vi.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { clearPressRoom, signed, speaker } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { createFromFile } from "./meeting-file.server.ts";
import { fileSentence, readMeetingFile } from "./meeting-file.ts";

const file = {
  area: "30307",
  kind: "press_conference",
  cadence: "adhoc",
  subject: "Sạt lở bờ sông",
  startsAt: "2026-11-25T08:30",
  endsAt: "2026-11-25T10:00",
  venue: "Hội trường A",
};

const problemsOf = (change: Record<string, unknown>) => {
  const read = readMeetingFile(JSON.stringify({ ...file, ...change }), MORNING);
  return read.ok ? [] : read.problems.map(({ field, problem }) => [field, problem]);
};

describe("a meeting in a file", () => {
  it("needs neither chair nor description nor spokesperson, and takes null for absent", () => {
    const text = JSON.stringify({ ...file, area: 30307, onlineUrl: null, spokesperson: null });

    expect(readMeetingFile(`\ufeff${text}`, MORNING)).toMatchObject({
      ok: true,
      wanted: {
        areaCode: "30307",
        agencyId: undefined,
        details: { startsAt: "2026-11-25T01:30:00.000Z", zone: "Asia/Ho_Chi_Minh", chair: "" },
      },
    });
  });

  it.each([
    { change: { subject: undefined }, problems: [["subject", "required"]] },
    { change: { kind: "party" }, problems: [["kind", "not-a-choice"]] },
    { change: { startsAt: "31/02/2026 08:30" }, problems: [["startsAt", "not-a-time"]] },
    { change: { endsAt: "2026-11-25T08:00" }, problems: [["endsAt", "ends-before-start"]] },
    { change: { startsAt: "2026-08-01T08:00" }, problems: [["startsAt", "in-the-past"]] },
    { change: { venue: "" }, problems: [["venue", "no-place"]] },
    { change: { area: undefined }, problems: [[null, "area-or-agency"]] },
    { change: { agency: "pc-30307" }, problems: [[null, "area-or-agency"]] },
    { change: { startAt: "2026-11-25T08:30" }, problems: [["startAt", "unknown-field"]] },
    { change: { area: { code: 1 } }, problems: [["area", "not-a-choice"]] },
    {
      change: { zone: "Hà Nội", chair: 7, cadence: "daily" },
      problems: [
        ["cadence", "not-a-choice"],
        ["zone", "unknown-zone"],
        ["chair", "required"],
      ],
    },
  ])("with $change is refused with $problems", ({ change, problems }) => {
    expect(problemsOf(change).toSorted()).toEqual(problems.toSorted());
  });

  it.each(["", "{", "[]", "null", "7", '"họp"'])("is not %j", (text) => {
    const read = readMeetingFile(text, MORNING);

    expect(read).toEqual({ ok: false, problems: [{ field: null, problem: "not-json" }] });
  });

  it("says its problems in sentences that name the field", () => {
    const said = (problem: Parameters<typeof fileSentence>[1]) => fileSentence(vi, problem);
    const read = readMeetingFile(JSON.stringify({ ...file, kind: "party" }), MORNING);

    expect(read.ok ? [] : read.problems.map(said)).toEqual([
      "kind: Xin chọn một trong các mục có sẵn. (press_conference, press_coordination, press_gathering, media_visit, training, review)",
    ]);
    expect(said({ field: "endsAt", problem: "ends-before-start" })).toBe(
      "endsAt: Giờ kết thúc phải sau giờ bắt đầu.",
    );
    expect(said({ field: "subject", problem: "too-long:200" })).toContain("200 ký tự");
  });
});

describe.each(databases)("a meeting from a file on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  const create = (change: Record<string, unknown>) =>
    createFromFile(db, JSON.stringify({ ...file, ...change }), signed());
  const stored = () => db.selectFrom("meeting").selectAll().execute();

  it.each([{ area: "30307" }, { area: undefined, agency: "pc-30307" }])(
    "is planned and announced, for %j",
    async (whose) => {
      await committee(db);
      const created = await create(whose);

      const id = created.ok ? created.id : "";
      expect(await stored()).toMatchObject([
        { id, agencyId: "pc-30307", subject: file.subject, announcedAt: MORNING, chair: "" },
      ]);
    },
  );

  it("takes a spokesperson by name, whatever the marks, or by id", async () => {
    const { personId } = await speaker(db, await committee(db), { name: "Lê Thị Bình" });
    await create({ spokesperson: "le thi binh" });
    await create({ spokesperson: personId });

    expect((await stored()).map(({ spokespersonId }) => spokespersonId)).toEqual([
      personId,
      personId,
    ]);
  });

  it("refuses who may not speak, several of one name, and an agency nobody knows", async () => {
    const ward = await committee(db);
    await speaker(db, ward, { name: "Lê Thị Bình" });
    await speaker(db, ward, { name: "Lê Thị Bình" });
    const refusal = async (change: Record<string, unknown>) => {
      const outcome = await create(change);
      return outcome.ok ? [] : outcome.problems.map(({ field, problem }) => [field, problem]);
    };

    expect(await refusal({ spokesperson: "Trần Văn Bé" })).toEqual([
      ["spokesperson", "not-a-speaker"],
    ]);
    expect(await refusal({ spokesperson: "Lê Thị Bình" })).toEqual([
      ["spokesperson", "several-speakers"],
    ]);
    expect(await refusal({ area: "99999" })).toEqual([["area", "unknown-agency"]]);
    expect(await refusal({ area: undefined, agency: "x" })).toEqual([["agency", "unknown-agency"]]);
    expect(await stored()).toEqual([]);
  });
});
