import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, lettersOf, signed } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Row } from "#db/tables.ts";
import { findMeeting, type MeetingOfAgency } from "../meetings/meetings.server.ts";
import { invite, listInvitations } from "./invitations.server.ts";
import { previewLetter } from "./preview.server.ts";

describe.each(databases)("invitations on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  const meetingWith = async (details: Partial<Row<"meeting">> = {}) =>
    briefing(db, await committee(db), details);
  const stored = () => db.selectFrom("invitation").selectAll().execute();
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

  it("are written together with their letters and one line in the audit log", async () => {
    const meeting = await meetingWith();
    const [ha, john] = [
      await reporter(db, { name: "Nguyễn Thị Hà", email: "ha@bao.test" }),
      await reporter(db, { name: "John", email: "john@bao.test", language: "en" }),
    ];
    const outcome = await invite(db, meeting, idsOf([ha, john]), signed());

    expect(outcome).toEqual({ ok: true, invited: 2, already: 0 });
    const invitations = await stored();
    expect(new Set(invitations.map(({ token }) => token)).size).toBe(2);
    for (const { token, calendarUid, organizer, invitedBy } of invitations) {
      expect(token).toMatch(/^[\w-]{32}$/);
      expect(calendarUid).toMatch(/^[0-9a-z]{32}$/);
      expect(organizer).toBe(`baochi+${token}@press.test`);
      expect(invitedBy).toBe("lan");
    }
    const letters = await lettersOf(db, meeting.id);
    expect(letters.map(({ to, kind, stage, subject }) => [to, kind, stage, subject])).toEqual([
      ["ha@bao.test", "invitation", "queued", "[Giấy mời] Họp báo tháng 9 - 09:00 10/09/2026"],
      [
        "john@bao.test",
        "invitation",
        "queued",
        "[Invitation] Press conference: Họp báo tháng 9 - 09:00 10/09/2026",
      ],
    ]);
    expect(await auditOf(db)).toEqual([
      {
        act: "meeting.invited",
        about: meeting.id,
        byName: "Lan",
        particulars: { subject: "Họp báo tháng 9", guests: 2 },
      },
    ]);
  });

  it("change nothing when somebody is invited twice", async () => {
    const meeting = await meetingWith();
    const ha = await reporter(db);
    await invite(db, meeting, [ha.id, ha.id], signed());
    const before = await stored();
    const again = await invite(db, meeting, [ha.id], signed());

    expect(again).toEqual({ ok: true, invited: 0, already: 1 });
    expect(await stored()).toEqual(before);
    expect(await lettersOf(db, meeting.id)).toHaveLength(1);
    expect(await auditOf(db)).toHaveLength(1);
  });

  it("go out once each when several officers press at the same moment", async () => {
    const meeting = await meetingWith();
    const reporters = await Promise.all(Array.from({ length: 20 }, () => reporter(db)));
    const press = (from: number) =>
      invite(db, meeting, idsOf(reporters.slice(from, from + 10)), signed());
    const outcomes = await Promise.all([press(0), press(5), press(10), press(0)]);

    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(outcomes.reduce((sum, outcome) => sum + (outcome.ok ? outcome.invited : 0), 0)).toBe(20);
    expect(await stored()).toHaveLength(20);
    expect(new Set((await lettersOf(db, meeting.id)).map(({ to }) => to)).size).toBe(20);
    expect(await lettersOf(db, meeting.id)).toHaveLength(20);
  });

  it("pass over who unsubscribed and who is another province's", async () => {
    const meeting = await meetingWith();
    await committee(db, "46");
    const gone = await reporter(db, { unsubscribedAt: MORNING });
    const hue = await reporter(db, { provinceId: "2025-46" });
    const ha = await reporter(db);

    expect(await invite(db, meeting, idsOf([gone, hue]), signed())).toEqual({
      ok: false,
      reason: "nobody",
    });
    expect(await invite(db, meeting, [], signed())).toEqual({ ok: false, reason: "nobody" });
    expect(await invite(db, meeting, idsOf([gone, ha, hue]), signed())).toMatchObject({
      invited: 1,
    });
    expect((await stored()).map(({ journalistId }) => journalistId)).toEqual([ha.id]);
  });

  it.each([
    { what: "a draft", details: { announcedAt: null }, at: MORNING, reason: "is-draft" },
    {
      what: "a cancelled one",
      details: { cancelledAt: MORNING },
      at: MORNING,
      reason: "is-cancelled",
    },
    { what: "one that was held", details: { heldAt: MORNING }, at: MORNING, reason: "is-held" },
    { what: "one that has begun", details: {}, at: "2026-09-10T02:00:00.000Z", reason: "begun" },
  ])("do not go out for $what", async ({ details, at, reason }) => {
    const meeting = await meetingWith(details);
    const ha = await reporter(db);

    expect(await invite(db, meeting, [ha.id], signed(at))).toEqual({ ok: false, reason });
    expect(await stored()).toEqual([]);
    expect(await auditOf(db)).toEqual([]);
  });

  it("leave nothing behind when one letter cannot be written", async () => {
    const meeting = await meetingWith();
    const ha = await reporter(db);
    const broken = await reporter(db, { email: "không phải địa chỉ" });

    await expect(invite(db, meeting, idsOf([ha, broken]), signed())).rejects.toThrow(
      "Not an e-mail address",
    );
    expect(await stored()).toEqual([]);
    expect(await lettersOf(db, meeting.id)).toEqual([]);
    expect(await auditOf(db)).toEqual([]);
  });

  it("tell no journalist anything of another: name, address or token", async () => {
    const meeting = await meetingWith();
    const reporters = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        reporter(db, {
          name: `Phóng viên số ${n + 10}`,
          email: `pv${n + 10}@bao.test`,
          language: n % 2 ? "en" : "vi",
        }),
      ),
    );
    await invite(db, meeting, idsOf(reporters), signed());
    const invitations = new Map((await stored()).map((one) => [one.id, one]));

    for (const letter of await lettersOf(db, meeting.id)) {
      const bytes = JSON.stringify(letter).replaceAll("\\r\\n ", "");
      for (const other of reporters.filter(({ email }) => email !== letter.to)) {
        expect(bytes).not.toContain(other.name);
        expect(bytes).not.toContain(other.email);
        expect(bytes).not.toContain(other.token);
        expect(bytes).not.toContain(other.id);
      }
      for (const { id, token, calendarUid } of invitations.values()) {
        const isOwn = id === letter.invitationId;
        expect(bytes.includes(token)).toBe(isOwn);
        expect(bytes.includes(calendarUid)).toBe(isOwn);
      }
    }
  });

  it("are listed by given name, with the last letter and the answer, without tokens", async () => {
    const meeting = await meetingWith();
    const outlet = {
      id: "outlet",
      provinceId: "2025-91",
      name: "Báo An Giang",
      type: "print",
    } as const;
    await db.insertInto("outlet").values(outlet).execute();
    const reporters = await Promise.all(
      ["Lê Văn Tâm", "Đỗ Thị Ánh", "Trần Bình"].map((name, n) =>
        reporter(db, { name, email: `pv${n}@bao.test`, outletId: "outlet" }),
      ),
    );
    await invite(db, meeting, idsOf(reporters), signed());
    const [first, second] = await lettersOf(db, meeting.id);
    const putBack = { attempts: 1, problem: "451 4.7.1 Try later" };
    const refused = { stage: "refused" as const, attempts: 1, problem: "550 5.1.1 No such user" };
    await db
      .updateTable("mail")
      .set(putBack)
      .where("id", "=", first?.id ?? "")
      .execute();
    await db
      .updateTable("mail")
      .set(refused)
      .where("id", "=", second?.id ?? "")
      .execute();
    const listed = await listInvitations(db, meeting);

    expect(listed.map(({ name, mail }) => [name, mail?.progress, mail?.problem])).toEqual([
      ["Đỗ Thị Ánh", "refused", "550 5.1.1 No such user"],
      ["Trần Bình", "queued", null],
      ["Lê Văn Tâm", "put-back", "451 4.7.1 Try later"],
    ]);
    expect(listed[0]).toMatchObject({ outletName: "Báo An Giang", reply: null });
    for (const { token } of await stored()) expect(JSON.stringify(listed)).not.toContain(token);
  });

  it("are previewed as the very letter that would go out, which posts nothing", async () => {
    const { id } = await meetingWith();
    const ha = await reporter(db, { name: "Nguyễn Thị Hà" });
    const meeting = (await findMeeting(db, id)) as MeetingOfAgency;
    const preview = await previewLetter(db, meeting, ha);
    expect(await stored()).toEqual([]);

    await invite(db, meeting, [ha.id], signed());

    const [letter] = await lettersOf(db, id);
    const [invitation] = await stored();
    // The pass of a preview opens nothing: it is that of no token.
    const pass = /[0-9A-Z]{4}-[0-9A-Z]{4}(?=\n|<)|<table role="presentation".*<\/table>/gs;
    const anonymous = (text = "") =>
      text
        .replaceAll("\r\n ", "")
        .replace(pass, "pass")
        .replaceAll(invitation?.token ?? "", "preview")
        .replaceAll(ha.token, "preview")
        .replaceAll(invitation?.calendarUid ?? "", "00000000-0000-4000-8000-000000000000");
    expect(anonymous(letter?.text)).toBe(anonymous(preview?.text));
    expect(anonymous(letter?.html)).toBe(anonymous(preview?.html));
    expect(anonymous(letter?.calendar ?? "")).toBe(anonymous(preview?.calendar ?? ""));
    expect(letter?.subject).toBe(preview?.subject);
  });

  it("are not previewed for who cannot be invited", async () => {
    const { id } = await meetingWith();
    const gone = await reporter(db, { unsubscribedAt: MORNING });
    const meeting = (await findMeeting(db, id)) as MeetingOfAgency;

    expect(await previewLetter(db, meeting, gone)).toBeUndefined();
  });
});
