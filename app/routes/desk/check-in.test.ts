import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { entryPassOf } from "#app/domain/invitations/entry-pass.server.ts";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import type { Row } from "#db/tables.ts";

const AT_THE_DOOR = new Date("2026-09-10T01:45:00.000Z");

describe("the door", () => {
  let lan: Officer;
  let meeting: Row<"meeting">;
  let invitation: Row<"invitation">;

  beforeEach(async () => {
    const ward = await committee(db);
    lan = await officerOf(db, ward);
    meeting = await briefing(db, ward, { venueCapacity: 40 });
    const ha = await reporter(db, { name: "Nguyễn Thị Hà", phone: "0900 000 111" });
    await invite(db, meeting, [ha.id], { by: lan, at: new Date().toISOString() });
    invitation = await db.selectFrom("invitation").selectAll().executeTakeFirstOrThrow();
    vi.setSystemTime(AT_THE_DOOR);
  });

  const page = () => paths.desk.checkIn(meeting);
  const people = () => db.selectFrom("attendance").selectAll().execute();
  const sheet = (entries: object[]) =>
    visit(paths.desk.checkInSheet(meeting), { as: lan, json: { entries } });

  it("is complete without scripts: found, taken in, said, taken back", async () => {
    const found = await textOf(await visit(paths.desk.checkIn(meeting, { q: "ha" }), { as: lan }));
    expect(found).toContain("Nguyễn Thị Hà");
    expect(found).toContain("trên 40 chỗ");

    const form = { id: randomUUID(), invitation: invitation.id };
    const taken = await visit(page(), { as: lan, form });
    const again = await visit(page(), { as: lan, form: { ...form, id: randomUUID() } });

    expect(taken.headers.get("Location")).toBe(page());
    expect(await people()).toHaveLength(1);
    const cookie = again.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    expect(cookie).toContain("flash=");
    const undo = paths.desk.attendanceUndo({ id: form.id });
    const undone = await visit(undo, { as: lan, form: { door: "1" } });
    expect(undone.headers.get("Location")).toBe(page());
    expect((await people())[0]?.undoneAt).not.toBeNull();
  });

  it("keeps nothing of a walk-in that cannot be read, and what was typed stands", async () => {
    const form = { id: randomUUID(), name: "Trần Thị Cúc", email: "không phải thư" };
    const refused = await visit(paths.desk.walkIns(meeting), { as: lan, form });

    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('value="Trần Thị Cúc"');
    expect(await people()).toEqual([]);
    const taken = await visit(paths.desk.walkIns(meeting), {
      as: lan,
      form: { ...form, email: "cuc@bao.test", paper: "intro_letter" },
    });
    expect(taken.status).toBe(302);
    expect(await people()).toMatchObject([{ name: "Trần Thị Cúc", paper: "intro_letter" }]);
  });

  it("gives a phone what check-in needs, and neither telephones, addresses nor the answer's key", async () => {
    const response = await visit(paths.desk.checkInGuests(meeting), { as: lan });
    const text = await response.text();

    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(JSON.parse(text).guests).toEqual([
      {
        ...{
          id: invitation.id,
          invited: true,
          waits: false,
          name: "Nguyễn Thị Hà",
          insteadOf: null,
        },
        ...{ outlet: null, pass: entryPassOf(invitation), paper: "IBT-001", in: null },
      },
    ]);
    for (const secret of [invitation.token, "0900 000 111", "bao.test"])
      expect(text).not.toContain(secret);
  });

  it("takes a phone's sheet, says who was first, and refuses what is none", async () => {
    const first = randomUUID();
    await sheet([{ id: first, invitation: invitation.id }]);
    const response = await sheet([{ id: randomUUID(), invitation: invitation.id }]);

    expect(await response.json()).toMatchObject({
      in: 1,
      seats: 40,
      answers: [{ is: "already", attendance: { id: first, by: "Lan" } }],
    });
    expect((await sheet([{ id: "no uuid", invitation: invitation.id }])).status).toBe(400);
    expect((await sheet([{ id: randomUUID() }])).status).toBe(400);
    const unknown = await sheet([{ id: randomUUID(), code: "ZZZZ-ZZZZ" }]);
    expect((await unknown.json()).answers[0]).toMatchObject({
      is: "refused",
      why: "Không có ai được mời với mã này.",
    });
  });

  it("shows no guest and gives a phone no list once it is closed", async () => {
    vi.setSystemTime(new Date("2026-09-11T17:00:00.000Z"));

    const shown = await textOf(await visit(paths.desk.checkIn(meeting, { q: "ha" }), { as: lan }));
    const list = await (await visit(paths.desk.checkInGuests(meeting), { as: lan })).json();

    expect(shown).toContain("Việc đón khách đã khép lại");
    expect(shown).not.toContain("Nguyễn Thị Hà");
    expect(list).toMatchObject({ open: false, guests: [] });
  });

  it("is marked as the page that a worker may keep, of this meeting, and is no shared cache's", async () => {
    const { headers } = await visit(page(), { as: lan });

    expect(headers.get("Check-In-Page")).toBe(meeting.id);
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Content-Security-Policy")).toContain("worker-src 'self'");
  });

  it("tells how many are in as it changes", async () => {
    const stream = await visit(paths.desk.seats(meeting), { as: lan });
    expect(stream.headers.get("Content-Type")).toBe("text/event-stream");
    const reader = (stream.body as ReadableStream).pipeThrough(new TextDecoderStream()).getReader();

    expect((await reader.read()).value).toContain('\ndata: {"in":0,"seats":40}\n\n');
    await visit(page(), { as: lan, form: { id: randomUUID(), invitation: invitation.id } });
    expect((await reader.read()).value).toContain('\ndata: {"in":1,"seats":40}\n\n');
    await reader.cancel();
  });

  it("is not another agency's to open", async () => {
    const duc = await officerOf(db, await committee(db, "30292"), "Đức");
    for (const path of [page(), paths.desk.checkInGuests(meeting), paths.desk.badges(meeting)])
      expect((await visit(path, { as: duc })).status).toBe(404);
  });

  it("has badges with name, outlet and code for those who come", async () => {
    expect(await textOf(await visit(paths.desk.badges(meeting), { as: lan }))).toContain(
      "Chưa có ai để in thẻ",
    );
    const all = await textOf(await visit(paths.desk.badges(meeting, { who: "all" }), { as: lan }));
    const code = entryPassOf(invitation);
    expect(all).toContain("Nguyễn Thị Hà");
    expect(all).toContain(`${code.slice(0, 4)}-${code.slice(4)}`);
  });

  it("tells the public how many came from which outlet once the meeting was held, and no name", async () => {
    const form = { id: randomUUID(), name: "Trần Thị Cúc", outletName: "Báo Mẫu" };
    await visit(paths.desk.walkIns(meeting), { as: lan, form });
    const told = async () => textOf(await visit(paths.meeting(meeting)));
    expect(await told()).not.toContain("Báo Mẫu");

    await db.updateTable("meeting").set({ heldAt: AT_THE_DOOR.toISOString() }).execute();
    expect(await told()).toMatch(/Báo chí đã dự 1 người đã đến ?\. ?Báo Mẫu 1/);
    expect(await told()).not.toContain("Trần Thị Cúc");
  });

  it("leaves nothing on the phone after the sign-out", async () => {
    const left = await visit(paths.signOut(), { as: lan, form: {} });
    expect(left.headers.get("Clear-Site-Data")).toBe('"storage"');
  });
});
