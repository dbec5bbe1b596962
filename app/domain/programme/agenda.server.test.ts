import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import {
  addAgendaItem,
  agendaOf,
  changeAgendaItem,
  findAgendaItemFor,
  moveAgendaItem,
  removeAgendaItem,
} from "./agenda.server.ts";

describe.each(databases)("a meeting's programme on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(opened.db));

  const planned = async (details = {}) => {
    const meeting = await briefing(opened.db, await committee(opened.db), details);
    for (const title of ["Khai mạc", "Báo cáo", "Hỏi và đáp"])
      await addAgendaItem(opened.db, meeting, { title, minutes: 20 }, signed());
    return meeting;
  };
  const titlesOf = async (meeting: { id: string }) =>
    (await agendaOf(opened.db, meeting.id)).map(({ place, title }) => `${place} ${title}`);

  it("grows at its end, and the log tells of it on the meeting", async () => {
    const meeting = await planned();

    expect(await titlesOf(meeting)).toEqual(["1 Khai mạc", "2 Báo cáo", "3 Hỏi và đáp"]);
    expect((await auditOf(opened.db)).map(({ act, about }) => [act, about])).toEqual(
      Array(3).fill(["agenda.added", meeting.id]),
    );
  });

  it("is put in another order, and said nothing about where nothing moved", async () => {
    const meeting = await planned();
    const [first] = await agendaOf(opened.db, meeting.id);
    if (!first) throw new Error("no programme");
    await moveAgendaItem(opened.db, first, 3, signed());
    await moveAgendaItem(opened.db, first, 99, signed());

    expect(await titlesOf(meeting)).toEqual(["1 Báo cáo", "2 Hỏi và đáp", "3 Khai mạc"]);
    const moves = (await auditOf(opened.db)).filter(({ act }) => act === "agenda.moved");
    expect(moves.map(({ particulars }) => particulars)).toEqual([{ title: "Khai mạc", place: 3 }]);
  });

  it("keeps every point once and in a row, however many officers move at the same time", async () => {
    const meeting = await planned();
    const items = await agendaOf(opened.db, meeting.id);
    await Promise.all(
      items.flatMap((item, i) => [
        moveAgendaItem(opened.db, item, ((i + 1) % 3) + 1, signed()),
        addAgendaItem(opened.db, meeting, { title: `Thêm ${i}`, minutes: 5 }, signed()),
      ]),
    );

    const after = await agendaOf(opened.db, meeting.id);
    expect(after.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(after.map(({ id }) => id)).size).toBe(6);
  });

  it("closes the gap that a struck point leaves; struck twice changes nothing", async () => {
    const meeting = await planned();
    const [, second] = await agendaOf(opened.db, meeting.id);
    if (!second) throw new Error("no programme");
    await removeAgendaItem(opened.db, second, signed());
    await removeAgendaItem(opened.db, second, signed());

    expect(await titlesOf(meeting)).toEqual(["1 Khai mạc", "2 Hỏi và đáp"]);
    const acts = (await auditOf(opened.db)).map(({ act }) => act);
    expect(acts.filter((act) => act === "agenda.removed")).toHaveLength(1);
  });

  it.each([
    ["is-held", { heldAt: MORNING }],
    ["is-cancelled", { cancelledAt: MORNING, cancelReason: "Bão" }],
  ])("stays as it is once the meeting %s", async (reason, facts) => {
    const meeting = await planned();
    const [first] = await agendaOf(opened.db, meeting.id);
    if (!first) throw new Error("no programme");
    await opened.db.updateTable("meeting").set(facts).where("id", "=", meeting.id).execute();
    const details = { title: "Khác", minutes: 5 };

    const refused = { ok: false, reason };
    expect(await addAgendaItem(opened.db, meeting, details, signed())).toEqual(refused);
    expect(await changeAgendaItem(opened.db, first, details, signed())).toEqual(refused);
    expect(await moveAgendaItem(opened.db, first, 2, signed())).toEqual(refused);
    expect(await removeAgendaItem(opened.db, first, signed())).toEqual(refused);
    expect(await titlesOf(meeting)).toEqual(["1 Khai mạc", "2 Báo cáo", "3 Hỏi và đáp"]);
  });

  it("is found by the office whose meeting it is, and by nobody of another", async () => {
    const meeting = await planned();
    const [first] = await agendaOf(opened.db, meeting.id);
    const lan = await officerOf(opened.db, await committee(opened.db));
    const neighbour = await officerOf(opened.db, await committee(opened.db, "30292"));

    expect(await findAgendaItemFor(opened.db, lan, first?.id ?? "")).toMatchObject({ place: 1 });
    expect(await findAgendaItemFor(opened.db, neighbour, first?.id ?? "")).toBeUndefined();
  });
});
