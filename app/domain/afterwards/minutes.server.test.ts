import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { pdf, vtt } from "#app/test/papers.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Row } from "#db/tables.ts";
import { addFile } from "../press-kit/files.server.ts";
import type { FileKind } from "../press-kit/press-file.ts";
import { addLink, findLinkFor, linksOf, removeLink } from "./links.server.ts";
import { minutesOf, publishedMinutesOf, publishMinutes, writeMinutes } from "./minutes.server.ts";
import { publicRecordOf, standingOf } from "./record.server.ts";

const held = {
  startsAt: "2026-08-31T02:00:00.000Z",
  endsAt: "2026-08-31T03:00:00.000Z",
  heldAt: "2026-08-31T04:00:00.000Z",
};

describe.each(databases)("after a meeting, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(opened.db));

  const meetingWith = async (details: Partial<Row<"meeting">> = held) =>
    briefing(opened.db, await committee(opened.db), details);
  const write = (meeting: { id: string }, text: string, seen: number) =>
    writeMinutes(opened.db, meeting, { text, seen }, signed());

  describe("the minutes", () => {
    it("are the office's alone until they are published, and stay in every version", async () => {
      const meeting = await meetingWith();
      await write(meeting, "Bản nháp", 0);
      expect(await publishedMinutesOf(opened.db, meeting.id)).toBeUndefined();
      expect(await publishMinutes(opened.db, meeting, 1, signed())).toEqual({ ok: true });
      await write(meeting, "Bản sửa", 1);

      expect(await publishedMinutesOf(opened.db, meeting.id)).toMatchObject({ text: "Bản nháp" });
      await publishMinutes(opened.db, meeting, 2, signed());
      expect(await publishedMinutesOf(opened.db, meeting.id)).toMatchObject({ text: "Bản sửa" });
      expect((await minutesOf(opened.db, meeting.id)).map(({ text }) => text)).toEqual([
        "Bản sửa",
        "Bản nháp",
      ]);
      expect((await auditOf(opened.db)).map(({ act }) => act).toSorted()).toEqual([
        "meeting.minutes-published",
        "meeting.minutes-published",
        "meeting.minutes-written",
        "meeting.minutes-written",
      ]);
    });

    it("written by two at once are one's, and the other is told", async () => {
      const meeting = await meetingWith();
      const outcomes = await Promise.all(
        ["Của Lan", "Của Bình"].map((text) => write(meeting, text, 0)),
      );

      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes).toContainEqual({ ok: false, reason: "written-meanwhile" });
      expect(await minutesOf(opened.db, meeting.id)).toHaveLength(1);
    });

    it("saved again unchanged are no new version", async () => {
      const meeting = await meetingWith();
      await write(meeting, "Như cũ", 0);

      expect(await write(meeting, "Như cũ", 1)).toEqual({ ok: true, version: 1 });
      expect(await minutesOf(opened.db, meeting.id)).toHaveLength(1);
    });

    it("are published only of a meeting that was held, in the version that was seen, and once", async () => {
      const coming = await meetingWith({});
      await write(coming, "Dự thảo", 0);
      const meeting = await meetingWith();
      const publish = (one: { id: string }, version: number) =>
        publishMinutes(opened.db, one, version, signed());

      expect(await publish(coming, 1)).toEqual({ ok: false, reason: "not-held" });
      expect(await publish(meeting, 1)).toEqual({ ok: false, reason: "nothing-written" });
      await write(meeting, "Một", 0);
      await write(meeting, "Hai", 1);
      expect(await publish(meeting, 1)).toEqual({ ok: false, reason: "written-meanwhile" });
      expect(await publish(meeting, 2)).toEqual({ ok: true });
      expect(await publish(meeting, 2)).toEqual({ ok: false, reason: "published" });
    });
  });

  describe("links", () => {
    const article = {
      ...{ kind: "article" as const, url: "https://bao.test/a", title: "Bài" },
      ...{ outlet: "Báo Mẫu", day: "2026-09-01" },
    };

    it("hang on a meeting once, by their day, until they are taken off; the log keeps them", async () => {
      const meeting = await meetingWith();
      const early = { ...article, url: "https://bao.test/b", day: "2026-08-31" };
      const added = await Promise.all(
        [article, article, early].map((one) => addLink(opened.db, meeting, one, signed())),
      );

      expect(added).toContainEqual({ ok: false, reason: "link-listed" });
      const listed = await linksOf(opened.db, meeting.id, "article");
      expect(listed.map(({ url }) => url)).toEqual([early.url, article.url]);
      const lan = await officerOf(opened.db, await committee(opened.db));
      const found = await findLinkFor(opened.db, lan, listed[0]?.id ?? "");
      if (!found) throw new Error("no link");
      await removeLink(opened.db, found, signed());
      await removeLink(opened.db, found, signed());
      expect(await linksOf(opened.db, meeting.id, "article")).toHaveLength(1);
      const removals = (await auditOf(opened.db)).filter(
        ({ act }) => act === "meeting.link-removed",
      );
      expect(removals.map(({ particulars }) => particulars.url)).toEqual([early.url]);
    });

    it("are of no day to come, and of no meeting that was cancelled", async () => {
      const meeting = await meetingWith();
      const tomorrow = { ...article, day: "2026-09-02" };
      const off = await meetingWith({ cancelledAt: MORNING, cancelReason: "Bão" });

      expect(await addLink(opened.db, meeting, tomorrow, signed())).toEqual({
        ok: false,
        reason: "day-in-future",
      });
      expect(await addLink(opened.db, off, article, signed())).toEqual({
        ok: false,
        reason: "is-cancelled",
      });
    });

    it("are found by nobody of another office", async () => {
      const meeting = await meetingWith();
      const added = await addLink(opened.db, meeting, article, signed());
      const neighbour = await officerOf(opened.db, await committee(opened.db, "30292"));

      expect(await findLinkFor(opened.db, neighbour, added.ok ? added.id : "")).toBeUndefined();
    });
  });

  it("tells what is there for the public and what is not, and nothing before the meeting was held", async () => {
    const { db } = opened;
    const meeting = await meetingWith();
    const standing = async () => standingOf(db, meeting, MORNING);
    const nothing = {
      ...{ attendance: false, minutes: false, video: false, transcript: false },
      ...{ documents: false, articles: false },
    };
    const put = (kind: FileKind, audience: "invited" | "everybody", bytes = pdf(kind)) =>
      addFile(
        db,
        meeting,
        { title: kind, kind, language: "vi", audience, opensAt: null },
        { name: kind, bytes },
        signed(),
      );
    expect(await standingOf(db, await meetingWith({}), MORNING)).toBeUndefined();
    expect(await standing()).toEqual(nothing);

    await put("document", "invited");
    await write(meeting, "Nháp", 0);
    expect(await standing()).toEqual(nothing);

    await publishMinutes(db, meeting, 1, signed());
    await put("transcript", "everybody", vtt());
    expect(await standing()).toEqual({ ...nothing, minutes: true, transcript: true });

    await put("data", "everybody");
    const video = { kind: "video" as const, url: "https://video.test/a", title: "" };
    await addLink(db, meeting, video, signed());
    await addLink(
      db,
      meeting,
      { ...video, kind: "article", title: "Bài", outlet: "Báo", day: "2026-09-01" },
      signed(),
    );
    const { attendance, ...forThePublic } = (await standing()) ?? {};
    expect(attendance).toBe(false);
    expect(Object.values(forThePublic)).toEqual(Array(5).fill(true));
    const came = { inAt: MORNING, inBy: "a", inByName: "A", guest: "walk-in an" };
    const walkIn = { ...came, id: `${meeting.id}-an`, meetingId: meeting.id, name: "An" };
    await db.insertInto("attendance").values(walkIn).execute();
    expect(await standing()).toMatchObject({ attendance: true });
    await db.updateTable("attendance").set({ undoneAt: MORNING, undoneBy: "a" }).execute();
    expect(await standing()).toMatchObject({ attendance: false });
    const record = await publicRecordOf(db, meeting, MORNING);
    expect(record.minutes?.text).toBe("Nháp");
    expect(record.kit.open.map(({ title }) => title).toSorted()).toEqual(["data", "transcript"]);
    expect(record.transcripts[0]?.passages[0]).toMatchObject({ speaker: "Bà Lan", at: 1 });
  });
});
