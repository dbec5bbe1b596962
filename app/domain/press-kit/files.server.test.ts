import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { pdf, vtt } from "#app/test/papers.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, wanted } from "#app/test/press-room.ts";
import type { Row } from "#db/tables.ts";
import { nextChangeAt } from "../editions/edition.server.ts";
import { changeMeeting, postponeMeeting } from "../invitations/changes.server.ts";
import { revisionOf } from "../revisions/revision.server.ts";
import {
  addFile,
  addVersion,
  changeFile,
  filesOf,
  findFileFor,
  withdrawFile,
} from "./files.server.ts";
import type { FileDetails } from "./press-file.ts";
import { findReadable, kitOf } from "./reading.server.ts";

const NINE = "2026-09-10T02:00:00.000Z";
const release: FileDetails = {
  ...{ title: "Thông cáo quý III", kind: "press_release", language: "vi" },
  ...{ audience: "invited", opensAt: NINE },
};

describe.each(databases)("a meeting's press kit on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(opened.db));

  const meetingWith = async (details: Partial<Row<"meeting">> = {}) =>
    briefing(opened.db, await committee(opened.db), details);
  const added = async (
    meeting: { id: string },
    details: Partial<FileDetails> = {},
    text = "Thông cáo",
  ) => {
    const sent = { name: "thong-cao.pdf", bytes: pdf(text) };
    const outcome = await addFile(opened.db, meeting, { ...release, ...details }, sent, signed());
    if (!outcome.ok) throw new Error(outcome.reason);
    const files = await filesOf(opened.db, meeting.id);
    return files.find(({ id }) => id === outcome.id) as (typeof files)[number];
  };
  const stored = async (id: string) =>
    opened.db.selectFrom("meetingFile").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  it("holds a file with its version, and the log says for whom and from when on", async () => {
    const meeting = await meetingWith();
    const file = await added(meeting);

    expect(file).toMatchObject({ ...release, withdrawnAt: null });
    expect(file.versions).toMatchObject([{ version: 1, type: "application/pdf" }]);
    expect(
      (await auditOf(opened.db)).find(({ act }) => act === "meeting.file-added"),
    ).toMatchObject({
      about: meeting.id,
      particulars: { title: release.title, audience: "invited", opensAt: NINE },
    });
  });

  it("replaces a version by the next and keeps those before, also when two come at once", async () => {
    const meeting = await meetingWith();
    const file = await added(meeting);
    const outcomes = await Promise.all(
      ["hai", "ba"].map((text) =>
        addVersion(opened.db, file, { name: `${text}.pdf`, bytes: pdf(text) }, signed()),
      ),
    );

    expect(outcomes.map((one) => one.ok && one.version).toSorted()).toEqual([2, 3]);
    const [{ versions }] = (await filesOf(opened.db, meeting.id)) as [typeof file];
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    const read = await findReadable(opened.db, meeting, file.id, "invited", NINE);
    expect(read?.id).toBe(versions[0].documentId);
  });

  it("takes no version that is the one it has, under whatever name", async () => {
    const file = await added(await meetingWith());
    const same = { name: "ban-moi.pdf", bytes: pdf("Thông cáo") };

    expect(await addVersion(opened.db, file, same, signed())).toEqual({
      ok: false,
      reason: "same-file",
    });
  });

  it.each([
    ["embargo-past", { opensAt: signed().at }, { name: "a.pdf", bytes: pdf() }],
    ["file-empty", {}, { name: "a.pdf", bytes: new Uint8Array() }],
    ["no-cues", { kind: "transcript" as const }, { name: "a.vtt", bytes: vtt("NOTE trống") }],
  ])("refuses a file as %s and keeps nothing of it", async (reason, details, sent) => {
    const meeting = await meetingWith();
    const file = { ...release, ...details };

    expect(await addFile(opened.db, meeting, file, sent, signed())).toEqual({ ok: false, reason });
    expect(await filesOf(opened.db, meeting.id)).toEqual([]);
    expect(await auditOf(opened.db)).toEqual([]);
  });

  it("of a cancelled meeting takes nothing more", async () => {
    const meeting = await meetingWith();
    const file = await added(meeting);
    await opened.db.updateTable("meeting").set({ cancelledAt: NINE }).execute();
    const sent = { name: "a.pdf", bytes: pdf("khác") };
    const refused = { ok: false, reason: "is-cancelled" };

    expect(await addFile(opened.db, meeting, release, sent, signed())).toEqual(refused);
    expect(await addVersion(opened.db, file, sent, signed())).toEqual(refused);
    expect(await changeFile(opened.db, file, release, signed())).toEqual(refused);
  });

  it("gives a file back once, and says why in the log alone", async () => {
    const meeting = await meetingWith();
    const file = await added(meeting, { opensAt: null });
    expect(await findReadable(opened.db, meeting, file.id, "invited", NINE)).toBeDefined();
    const outcomes = await Promise.all(
      ["Nhầm số liệu", "Nhầm bản"].map((why) => withdrawFile(opened.db, file, why, signed())),
    );

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findReadable(opened.db, meeting, file.id, "invited", NINE)).toBeUndefined();
    expect(await kitOf(opened.db, meeting, "invited", NINE)).toEqual({ open: [], awaited: [] });
    const acts = (await auditOf(opened.db)).filter(({ act }) => act === "meeting.file-withdrawn");
    expect(acts).toHaveLength(1);
    const other = { name: "b.pdf", bytes: pdf("khác") };
    expect(await addVersion(opened.db, file, other, signed())).toEqual({
      ok: false,
      reason: "withdrawn",
    });
  });

  it("lets an embargo that is over stand when only the title is put right", async () => {
    const file = await added(await meetingWith());
    const late = signed("2026-09-11T00:00:00.000Z");
    const title = { ...release, title: "Thông cáo số 3" };

    expect(await changeFile(opened.db, file, title, late)).toEqual({ ok: true });
    const past = { ...release, opensAt: "2026-09-10T12:00:00.000Z" };
    expect(await changeFile(opened.db, file, past, late)).toEqual({
      ok: false,
      reason: "embargo-past",
    });
  });

  it("tells whoever waits the kind and the hour of a file, never its title", async () => {
    const meeting = await meetingWith();
    const { id } = await added(meeting);
    await added(meeting, { audience: "everybody", kind: "data" }, "Số liệu");
    const invited = await kitOf(opened.db, meeting, "invited", signed().at);
    const everybody = await kitOf(opened.db, meeting, "everybody", signed().at);

    expect(invited.open).toEqual([]);
    expect(invited.awaited).toHaveLength(2);
    expect(invited.awaited).toContainEqual({
      ...{ id, kind: "press_release", language: "vi", opensAt: NINE },
    });
    expect(everybody.awaited.map(({ kind }) => kind)).toEqual(["data"]);
    expect(JSON.stringify([invited, everybody])).not.toContain(release.title);
  });

  it("moves its embargoes along with the meeting, but for what is open already", async () => {
    const meeting = await meetingWith();
    const early = await added(meeting, { opensAt: "2026-09-02T00:00:00.000Z" }, "sớm");
    const atStart = await added(meeting, {}, "đúng giờ");
    const free = await added(meeting, { opensAt: null }, "ngay");
    const details = wanted({
      startsAt: "2026-09-12T03:00:00.000Z",
      endsAt: "2026-09-12T04:00:00.000Z",
    });
    await changeMeeting(opened.db, meeting, details, signed("2026-09-03T00:00:00.000Z"), {
      reason: "Bão",
    });

    expect((await stored(early.id)).opensAt).toBe("2026-09-02T00:00:00.000Z");
    expect((await stored(atStart.id)).opensAt).toBe("2026-09-12T03:00:00.000Z");
    expect((await stored(free.id)).opensAt).toBeNull();
    const moved = (await auditOf(opened.db)).filter(({ act }) => act === "meeting.embargo-moved");
    expect(moved.map(({ particulars }) => particulars)).toEqual([
      { title: release.title, from: NINE, to: "2026-09-12T03:00:00.000Z" },
    ]);
  });

  it("opens nothing while the meeting is put off, and again with the new hour, however late that is fixed", async () => {
    const meeting = await meetingWith();
    const file = await added(meeting);
    const now = async () =>
      opened.db
        .selectFrom("meeting")
        .selectAll()
        .where("id", "=", meeting.id)
        .executeTakeFirstOrThrow();
    await postponeMeeting(opened.db, meeting, "Bão", signed("2026-09-09T00:00:00.000Z"));
    const read = async (at: string) =>
      (await findReadable(opened.db, await now(), file.id, "invited", at)) !== undefined;
    expect(await read("2026-09-10T02:00:01.000Z")).toBe(false);
    expect((await kitOf(opened.db, await now(), "invited", NINE)).awaited).toMatchObject([
      { opensAt: null },
    ]);

    const anew = wanted({
      startsAt: "2026-09-25T02:00:00.000Z",
      endsAt: "2026-09-25T03:30:00.000Z",
    });
    const reason = { reason: "Hết bão" };
    await changeMeeting(opened.db, meeting, anew, signed("2026-09-14T00:00:00.000Z"), reason);
    expect(await read("2026-09-25T01:59:59.000Z")).toBe(false);
    expect(await read("2026-09-25T02:00:00.000Z")).toBe(true);
  });

  it("is part of what changes by itself, and of what raises the revision", async () => {
    const meeting = await meetingWith();
    const before = await revisionOf(opened.db);
    await added(meeting, { opensAt: "2026-09-01T05:00:00.000Z" });

    expect(await revisionOf(opened.db)).toBeGreaterThan(before);
    expect(await nextChangeAt(opened.db, signed().at)).toBe("2026-09-01T05:00:00.000Z");
    expect(await nextChangeAt(opened.db, "2026-09-01T05:00:00.000Z")).toBe(
      "2026-09-01T17:00:00.000Z",
    );
  });

  it("is found by its own office and its province's, and by nobody else", async () => {
    const file = await added(await meetingWith());
    const found = async (code: Parameters<typeof committee>[1]) => {
      const officer = await officerOf(opened.db, await committee(opened.db, code));
      return (await findFileFor(opened.db, officer, file.id)) !== undefined;
    };

    expect([await found("30307"), await found("91")]).toEqual([true, true]);
    expect([await found("30292"), await found("46")]).toEqual([false, false]);
  });
});
