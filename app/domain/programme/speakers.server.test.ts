import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, speaker, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import { changeMeeting } from "../invitations/changes.server.ts";
import { addSpeaker, otherSpeakersOf, removeSpeaker, speakersToAdd } from "./speakers.server.ts";

describe.each(databases)("who else speaks at a meeting, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(opened.db));

  const meeting = async (details = {}) => briefing(opened.db, await committee(opened.db), details);
  const binh = async (details = {}) => speaker(opened.db, await committee(opened.db), details);

  it("is somebody who may speak for the agency then, kept as they were when chosen", async () => {
    const { personId } = await binh();
    const { id } = await meeting();
    expect(await addSpeaker(opened.db, { id }, personId, signed())).toMatchObject({ ok: true });
    await opened.db.updateTable("person").set({ name: "Tên khác" }).execute();
    await opened.db.updateTable("assignment").set({ position: "Chủ tịch" }).execute();

    expect(await otherSpeakersOf(opened.db, id)).toMatchObject([
      { name: "Lê Thị Bình", position: "Phó Chủ tịch", capacity: "regular" },
    ]);
    expect((await auditOf(opened.db)).at(-1)).toMatchObject({
      ...{ act: "meeting.speaker-added", about: id },
      particulars: { name: "Lê Thị Bình", position: "Phó Chủ tịch" },
    });
  });

  it("is nobody whose time is over by then, and nobody of another agency", async () => {
    const late = await binh({ untilDay: "2026-09-09" });
    const neighbour = await speaker(opened.db, await committee(opened.db, "30292"));
    const { id, ...rest } = await meeting();

    for (const { personId } of [late, neighbour])
      expect(await addSpeaker(opened.db, { id }, personId, signed())).toEqual({
        ok: false,
        reason: "not-a-speaker",
      });
    expect(await speakersToAdd(opened.db, { id, ...rest })).toEqual([]);
    expect(await otherSpeakersOf(opened.db, id)).toEqual([]);
  });

  it("is nobody twice, also when two officers choose at once, and not the first spokesperson again", async () => {
    const { personId } = await binh();
    const { personId: other } = await binh({ name: "Trần Văn Cường" });
    const { id, ...rest } = await meeting({ spokespersonId: personId });
    const chosen = await Promise.all(
      [other, other, personId].map((one) => addSpeaker(opened.db, { id }, one, signed())),
    );

    expect(chosen.filter(({ ok }) => ok)).toHaveLength(1);
    expect(chosen).toContainEqual({ ok: false, reason: "speaks-already" });
    expect(await otherSpeakersOf(opened.db, id)).toHaveLength(1);
    const choices = await speakersToAdd(opened.db, { id, ...rest });
    expect(choices).toEqual([]);
  });

  it("keeps a meeting from moving to an hour at which they may not speak, until they are taken off", async () => {
    const { personId } = await binh({ untilDay: "2026-09-12" });
    const { id } = await meeting();
    await addSpeaker(opened.db, { id }, personId, signed());
    const later = wanted({
      startsAt: "2026-09-15T02:00:00.000Z",
      endsAt: "2026-09-15T03:30:00.000Z",
    });
    const move = () => changeMeeting(opened.db, { id }, later, signed(), { reason: "Bão" });

    expect(await move()).toEqual({ ok: false, reason: "others-silent" });
    const [added] = await otherSpeakersOf(opened.db, id);
    if (added) await removeSpeaker(opened.db, added, signed());
    expect(await move()).toMatchObject({ ok: true });
  });

  it("stays in the books as it was once the meeting was held", async () => {
    const { personId } = await binh();
    const { id } = await meeting();
    await addSpeaker(opened.db, { id }, personId, signed());
    await opened.db.updateTable("meeting").set({ heldAt: MORNING }).execute();
    const [added] = await otherSpeakersOf(opened.db, id);
    if (!added) throw new Error("nobody");

    const refused = { ok: false, reason: "is-held" };
    expect(await removeSpeaker(opened.db, added, signed())).toEqual(refused);
    expect(await addSpeaker(opened.db, { id }, personId, signed())).toEqual(refused);
  });
});
