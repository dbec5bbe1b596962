import { describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { lettersOf } from "#app/test/press-room.ts";

async function office() {
  const ward = await committee(db);
  return { ward, lan: await officerOf(db, ward), meeting: await briefing(db, ward) };
}

async function listOf(journalists: { id: string }[]) {
  const list = { id: "list-1", provinceId: "2025-91", name: "Thường trú" };
  await db.insertInto("pressList").values(list).execute();
  await db
    .insertInto("pressListMember")
    .values(journalists.map(({ id }) => ({ listId: list.id, journalistId: id })))
    .execute();
  return list;
}

/** The hidden fields that the preview's button would send. */
async function fieldsOf(response: Response): Promise<Record<string, string[]>> {
  const fields: Record<string, string[]> = {};
  for (const [tag] of (await response.text()).matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = ""] = /name="([^"]*)"/.exec(tag) ?? [];
    const [, value = ""] = /value="([^"]*)"/.exec(tag) ?? [];
    fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}

const invitationsTo = (meeting: { id: string }) =>
  db.selectFrom("invitation").selectAll().where("meetingId", "=", meeting.id).execute();

describe("inviting journalists", () => {
  it("shows the real letter, the calendar entry and who gets it, and sends just that", async () => {
    const { lan, meeting } = await office();
    const ha = await reporter(db, { name: "Nguyễn Thị Thu Hà" });
    const anna = await reporter(db, { name: "Anna Keller", language: "en" });
    const list = await listOf([ha, anna]);
    const preview = `${paths.desk.invitationPreview(meeting)}?list=${list.id}`;

    const shown = await textOf(await visit(preview, { as: lan }));
    const fields = await fieldsOf(await visit(preview, { as: lan }));
    const letter = await visit(paths.desk.invitationLetter(meeting, ha.id), { as: lan });
    const sent = await visit(paths.desk.invitations(meeting), { as: lan, form: fields });

    expect(shown).toContain("2 người nhận");
    expect(shown).toContain("[Giấy mời] Họp báo tháng 9 - 09:00 10/09/2026");
    expect(shown).toMatch(/Người tổ chức ?: Ủy ban nhân dân phường Long Xuyên/);
    expect(await letter.text()).toContain("Kính gửi: ông/bà Nguyễn Thị Thu Hà");
    expect(sent.headers.get("Location")).toBe(paths.desk.invitations(meeting));
    const letters = await lettersOf(db, meeting.id);
    expect(letters.map(({ to }) => to).toSorted()).toEqual([anna.email, ha.email].toSorted());
    expect(letters.find(({ to }) => to === anna.email)?.subject).toContain("[Invitation]");
  });

  it("shows the recipients page by page, and sends to all of them", async () => {
    const { lan, meeting } = await office();
    const people = await Promise.all(
      Array.from({ length: 21 }, (_, n) => reporter(db, { name: `Hà ${100 + n}` })),
    );
    const list = await listOf(people);
    const preview = `${paths.desk.invitationPreview(meeting)}?list=${list.id}`;

    const [first, second] = [
      await textOf(await visit(preview, { as: lan })),
      await textOf(await visit(`${preview}&page=9`, { as: lan })),
    ];
    const fields = await fieldsOf(await visit(`${preview}&page=2`, { as: lan }));
    await visit(paths.desk.invitations(meeting), { as: lan, form: fields });

    expect(first).toContain("21 người nhận");
    expect([first.includes("Hà 119"), first.includes("Hà 120")]).toEqual([true, false]);
    expect([second.includes("Hà 119"), second.includes("Hà 120")]).toEqual([false, true]);
    expect(await lettersOf(db, meeting.id)).toHaveLength(21);
  });

  it("shows the letter in a frame that may do nothing", async () => {
    const { lan, meeting } = await office();
    const ha = await reporter(db);
    const letter = await visit(paths.desk.invitationLetter(meeting, ha.id), { as: lan });
    const policy = letter.headers.get("Content-Security-Policy");

    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/; sandbox$/);
    expect(letter.headers.get("Cache-Control")).toBe("no-store");
  });

  it("sends nothing when the meeting was changed after the preview", async () => {
    const { lan, meeting } = await office();
    const ha = await reporter(db);
    const preview = `${paths.desk.invitationPreview(meeting)}?person=${ha.id}`;
    const fields = await fieldsOf(await visit(preview, { as: lan }));
    await db.updateTable("meeting").set({ description: "Khác" }).execute();

    const address = `${paths.desk.invitations(meeting)}?person=${ha.id}`;
    const response = await visit(address, { as: lan, form: fields });
    const page = await response.text();

    expect(response.status).toBe(409);
    expect(page).toContain("Giấy mời đã khác đi kể từ lúc xem trước");
    expect(page).toMatch(new RegExp(`name="person"[^>]*checked=""[^>]*value="${ha.id}"`));
    expect(await invitationsTo(meeting)).toEqual([]);
  });

  it("invites nobody for a reason that holds what no database keeps", async () => {
    const { lan, meeting } = await office();
    const ha = await reporter(db);
    const fields = await fieldsOf(
      await visit(`${paths.desk.invitationPreview(meeting)}?person=${ha.id}`, { as: lan }),
    );

    const form = { ...fields, despite: "Gấp\u0000" };
    const response = await visit(paths.desk.invitations(meeting), { as: lan, form });

    expect(response.status).toBe(400);
    expect(await textOf(response)).toContain(messagesIn("vi").common.problems["line-break"]);
    expect(await invitationsTo(meeting)).toEqual([]);
  });

  it("invites nobody without a preview, and nobody of another province", async () => {
    const { lan, meeting } = await office();
    const ha = await reporter(db);
    await committee(db, "46");
    const hue = await reporter(db, { provinceId: "2025-46" });
    const address = paths.desk.invitations(meeting);

    const blind = await visit(address, { as: lan, form: { journalists: ha.id } });
    const fields = await fieldsOf(
      await visit(`${paths.desk.invitationPreview(meeting)}?person=${ha.id}`, { as: lan }),
    );
    const foreign = await visit(address, { as: lan, form: { ...fields, journalists: hue.id } });

    expect([blind.status, foreign.status]).toEqual([409, 409]);
    expect(await invitationsTo(meeting)).toEqual([]);
  });

  it("marks who is invited already and writes to them once", async () => {
    const { lan, meeting } = await office();
    const ha = await reporter(db, { name: "Thu Hà" });
    const binh = await reporter(db, { name: "Bình" });
    const list = await listOf([ha, binh]);
    const preview = `${paths.desk.invitationPreview(meeting)}?list=${list.id}`;
    const first = await fieldsOf(await visit(preview, { as: lan }));
    await visit(paths.desk.invitations(meeting), { as: lan, form: first });

    const search = await visit(`${paths.desk.invitations(meeting)}?q=ha`, { as: lan });
    const again = await textOf(await visit(preview, { as: lan }));
    await visit(paths.desk.invitations(meeting), { as: lan, form: first });

    expect(await textOf(search)).toContain("Thu Hà · đã mời");
    expect(again).toContain("Những người đã chọn đều được mời từ trước.");
    expect(await lettersOf(db, meeting.id)).toHaveLength(2);
  });

  it("is not possible for a draft, nor for a meeting that was cancelled", async () => {
    const { lan, ward } = await office();
    const draft = await briefing(db, ward, { announcedAt: null });
    const page = await textOf(await visit(paths.desk.invitations(draft), { as: lan }));

    expect(page).toContain("Cuộc họp còn là dự thảo. Xin công bố trước.");
    expect(page).not.toContain("Xem trước giấy mời");
  });

  it("shows letters and answers as they stand, to their own officers only", async () => {
    const { lan, meeting } = await office();
    const ha = await reporter(db, { name: "Thu Hà" });
    const fields = await fieldsOf(
      await visit(`${paths.desk.invitationPreview(meeting)}?person=${ha.id}`, { as: lan }),
    );
    await visit(paths.desk.invitations(meeting), { as: lan, form: fields });
    await db
      .updateTable("mail")
      .set({ attempts: 1, problem: "450 4.2.1 Mailbox busy", dueAt: "2026-09-01T01:05:00.000Z" })
      .execute();
    const hue = await officerOf(db, await committee(db, "46"));

    const page = await textOf(await visit(paths.desk.invitations(meeting), { as: lan }));
    const progress = await visit(paths.desk.invitationProgress(meeting), { as: lan });
    const doors = [paths.desk.invitations, paths.desk.invitationPreview];
    const letter = paths.desk.invitationLetter(meeting, ha.id);
    const refused = await Promise.all(
      [...doors.map((door) => door(meeting)), paths.desk.invitationProgress(meeting), letter].map(
        (path) => visit(path, { as: hue }),
      ),
    );

    expect(page).toContain("Đã gửi 0/1 thư");
    expect(page).toContain("Máy chủ thư trả lời: 450 4.2.1 Mailbox busy");
    expect(page).toContain("Gửi lại lúc 08:05 01/09/2026");
    expect(await progress.json()).toMatchObject({
      counts: { queued: 1, putBack: 1, sent: 0 },
      tally: { invited: 1, waiting: 1 },
    });
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});
