import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { clearQueries, inHand, office } from "#app/test/query-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { sendAnswer } from "./answering.server.ts";
import { saveDraft } from "./drafts.server.ts";
import type { Figure } from "./figure.ts";
import { changeLine, figuresSaid, linesNear, listLines, writeLine } from "./lines.server.ts";
import { askSignatures, sign, stepsOn } from "./signing.server.ts";

describe.each(databases)("lines to take on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: MORNING });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearQueries(db));

  const figure = (more: Partial<Figure> = {}): Figure => ({
    ...{ name: "Chiều dài sạt lở", value: "120", unit: "m", day: "2026-08-30" },
    ...{ source: "Phòng KT", ...more },
  });
  const line = (more: object = {}) => ({
    ...{ topic: "Sạt lở đường ven sông", question: "Bao giờ thông đường?" },
    ...{ answer: "Dự kiến 05/09.", fromDay: "2026-09-01", untilDay: null as string | null },
    ...{ figures: [figure()], ...more },
  });

  it("are found by their words, marks or none, while they are in force", async () => {
    const at = await office(db);
    const { id } = (await writeLine(db, at.agency, line(), at.by())) as { id: string };
    await writeLine(
      db,
      at.agency,
      line({ topic: "Nhà máy nước", untilDay: "2026-09-05" }),
      at.by(),
    );
    const search = async (q: string, day = "2026-09-02") =>
      (await listLines(db, at.officer, { q, shelf: "current" }, day)).lines.map(
        ({ topic }) => topic,
      );
    expect(await search("sat lo VEN song")).toEqual(["Sạt lở đường ven sông"]);
    expect(await search("chieu dai")).toHaveLength(2);
    expect(await search("chieu dai", "2026-09-06")).toHaveLength(1);
    const binh = await office(db, "30292", "Bình");
    expect((await listLines(db, binh.officer, { shelf: "current" }, "2026-09-02")).total).toBe(0);
    expect(await linesNear(db, at.agency, "Đường ven sông sạt lở", "2026-09-02")).not.toEqual([]);
    expect(await changeLine(db, { id }, line({ topic: "Mới" }), 0, at.by(1))).toMatchObject({
      ok: true,
    });
    expect(await changeLine(db, { id }, line(), 0, at.by(2))).toMatchObject({
      reason: "changed-meanwhile",
    });
  });

  it("are suggested however many there are, and none before its day", async () => {
    const at = await office(db);
    await writeLine(db, at.agency, line(), at.by());
    for (let i = 0; i < 50; i++)
      await writeLine(db, at.agency, line({ topic: `Nhà máy ${i}`, question: "Nước?" }), at.by(1));
    const later = { answer: "Đã thông đường ven sông.", fromDay: "2026-09-10" };
    await writeLine(db, at.agency, line(later), at.by(2));
    const near = (day: string) => linesNear(db, at.agency, "Đường ven sông sạt lở", day, 1);

    expect(await near("2026-09-02")).toMatchObject([{ topic: "Sạt lở đường ven sông" }]);
    expect(await near("2026-09-02")).not.toMatchObject([{ answer: later.answer }]);
    expect(await near("2026-09-10")).toMatchObject([{ answer: later.answer }]);
  });

  it("say figures that a draft is held against, beside those of answers that were sent", async () => {
    const at = await office(db);
    await writeLine(db, at.agency, line(), at.by());
    await writeLine(
      db,
      at.agency,
      line({ untilDay: "2026-08-31", fromDay: "2026-08-01" }),
      at.by(),
    );
    const { query, personId } = await inHand(db, at);
    const figures = [figure({ name: "Số hộ phải dời", value: "7", unit: "hộ" })];
    await saveDraft(db, query, { text: "…", speakerId: personId, figures }, 0, at.by(2));
    await askSignatures(db, query, [], at.by(3));
    const [step] = await stepsOn(db, query, 1);
    await sign(db, query, { stepId: step?.id ?? "", approves: true, note: null }, at.by(4));
    await sendAnswer(db, query, { outcome: "answered", version: 1 }, at.by(5));
    const said = await figuresSaid(
      db,
      at.agency,
      [figure(), figure({ name: "so ho phai doi" }), figure({ name: "Khác" })],
      "2026-09-01",
    );
    expect(said.map(({ name, lineId }) => [name, lineId !== null]).toSorted()).toEqual([
      ["Chiều dài sạt lở", true],
      ["Số hộ phải dời", false],
    ]);
  });
});
