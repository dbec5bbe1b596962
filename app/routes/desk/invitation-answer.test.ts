import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { oneGuest } from "#app/test/post-office.ts";

const invitation = (id: string) =>
  db.selectFrom("invitation").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

describe("an answer by telephone", () => {
  it("is taken down under the officer's name", async () => {
    const guest = await oneGuest(db);
    const lan = await officerOf(db, await committee(db));
    const form = { reply: "substitute", substituteName: "Trần Văn Nam", note: "gọi lúc 8 giờ" };
    const response = await visit(paths.desk.invitationAnswer(guest), { as: lan, form });

    expect(response.headers.get("Location")).toBe(paths.desk.invitations({ id: guest.meetingId }));
    expect(await invitation(guest.id)).toMatchObject({
      ...form,
      repliedBy: lan.id,
    });
    const page = await visit(paths.desk.invitations({ id: guest.meetingId }), { as: lan });
    expect(await textOf(page)).toContain("qua điện thoại");
  });

  it("wants the name of whoever comes instead", async () => {
    const guest = await oneGuest(db);
    const lan = await officerOf(db, await committee(db));
    const form = { reply: "substitute", note: "sẽ báo sau" };
    const response = await visit(paths.desk.invitationAnswer(guest), { as: lan, form });
    const page = await response.text();

    expect(response.status).toBe(400);
    expect(page).toContain("Xin điền mục này.");
    expect(page).toContain("sẽ báo sau");
  });

  it("is refused once the meeting was cancelled", async () => {
    const guest = await oneGuest(db);
    const lan = await officerOf(db, await committee(db));
    await db.updateTable("meeting").set({ cancelledAt: "2026-09-01T00:30:00.000Z" }).execute();
    const form = { reply: "coming" };
    const response = await visit(paths.desk.invitationAnswer(guest), { as: lan, form });

    expect(response.status).toBe(409);
    expect(await textOf(response)).toContain("Cuộc họp đã bị hủy");
    expect((await invitation(guest.id)).reply).toBeNull();
  });

  it("is not another province's to take", async () => {
    const guest = await oneGuest(db);
    const hue = await officerOf(db, await committee(db, "46"));
    const path = paths.desk.invitationAnswer(guest);
    const look = await visit(path, { as: hue });
    const push = await visit(path, { as: hue, form: { reply: "coming" } });

    expect([look.status, push.status]).toEqual([404, 404]);
  });
});
