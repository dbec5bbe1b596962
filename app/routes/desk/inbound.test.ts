import { beforeEach, describe, expect, test } from "vitest";
import { takeIn } from "#app/domain/inbound/taking-in.server.ts";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { answersAddress } from "#app/domain/mail/sender.server.ts";
import { newToken, subaddress } from "#app/domain/mail/subaddress.ts";
import { announceMeeting, planMeeting } from "#app/domain/meetings/meetings.server.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { bounceOf, forge, type Posted, postedTo } from "#app/test/forged-answers.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { signed, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";

const base = answersAddress() as string;
const at = "2026-09-01T02:00:00.000Z";

describe("mail that came in, at the desk", () => {
  let lan: { id: string };
  let stranger: { id: string };
  let province: { id: string };
  let posted: Posted;
  let meetingId: string;
  beforeEach(async () => {
    const agency = await committee(db);
    lan = await officerOf(db, agency);
    stranger = await officerOf(db, await committee(db, "30292"), "Minh");
    province = await officerOf(db, await committee(db, "91"), "Tỉnh");
    const planned = await planMeeting(db, agency, wanted(), signed());
    if (!planned.ok) throw new Error(planned.reason);
    meetingId = planned.id;
    await announceMeeting(db, planned, signed());
    const ha = await reporter(db, { name: "Hà", email: "ha@bao.test", phone: "0901 234 567" });
    await invite(db, planned, [ha.id], signed(), { despite: "Gấp" });
    await db.updateTable("mail").set({ stage: "sent", sentAt: MORNING }).execute();
    const { id, token } = await db.selectFrom("invitation").selectAll().executeTakeFirstOrThrow();
    posted = {
      ...(await postedTo(db, id, base)),
      ...{ token, organizer: subaddress(base, "answer", token) },
    };
  });

  const take = (raw: string) => takeIn(db, { raw: Buffer.from(raw, "latin1"), at });
  const page = async (path: string, as = lan) => textOf(await visit(path, { as }));
  const reply = async () =>
    (await db.selectFrom("invitation").select("reply").executeTakeFirstOrThrow()).reply;

  test("is nothing at first, and says so", async () => {
    expect(await page("/desk/inbound")).toContain("Không có thư nào cần xem.");
    expect(await page("/en/desk/inbound?shelf=returned")).toContain("No letter has come back.");
  });

  test("what a person must look at stands there with its reason, in both languages", async () => {
    await take(forge(posted, { method: "COUNTER", parameter: "COUNTER" }));

    expect(await page("/desk/inbound")).toContain("Nhà báo đề nghị một giờ khác.");
    expect(await page("/en/desk/inbound")).toContain("The journalist proposes another time.");
    expect(await page(`/desk/meetings/${meetingId}`)).toContain("1 thư đến cần xem");
    expect(await page("/desk")).toContain("1 thư đến cần xem");
  });

  test("is shown to those whose it is, and what is nobody's to offices of provinces", async () => {
    const theirs = await take(forge(posted, { attendee: null }));
    const nobodys = await take(
      forge(posted, { to: subaddress(base, "answer", newToken()), uid: "x" }),
    );

    for (const [as, mail, status] of [
      [lan, theirs, 200],
      [stranger, theirs, 404],
      [province, theirs, 200],
      [lan, nobodys, 404],
      [province, nobodys, 200],
    ] as const)
      for (const path of ["", "/message.eml", "/answer", "/dismissal"])
        expect((await visit(`/desk/inbound/${mail.id}${path}`, { as })).status).toBe(status);
    const form = { invitationId: posted.letter.invitationId as string, reply: "coming" };
    const sent = await visit(`/desk/inbound/${nobodys.id}/answer`, { as: stranger, form });
    expect(sent.status).toBe(404);
    expect((await visit(`/desk/inbound/${theirs.id}`)).status).toBe(302);
  });

  test("a stranger's words are shown as text, and kept octet for octet", async () => {
    const raw = forge(posted, {
      around: () =>
        'Content-Type: text/html\r\n\r\n<script>alert(1)</script><a href="https://evil.test">x</a>',
      from: '"<img src=x>" <ha@bao.test>',
    });
    const { id } = await take(raw);

    const html = await (await visit(`/desk/inbound/${id}`, { as: lan })).text();
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain('href="https://evil.test"');
    expect(html).not.toContain("<img src=x>");
    const eml = await visit(`/desk/inbound/${id}/message.eml`, { as: lan });
    expect(eml.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(Buffer.from(await eml.arrayBuffer()).equals(Buffer.from(raw, "latin1"))).toBe(true);
  });

  test("an officer takes it for the answer of somebody invited, once", async () => {
    const { id } = await take(forge(posted, { to: base, partstat: "DECLINED" }));
    expect(await page(`/desk/inbound/${id}/answer`)).toContain("Hà");
    const form = { invitationId: posted.letter.invitationId as string, reply: "declined" };

    const taken = await visit(`/desk/inbound/${id}/answer`, { as: lan, form });

    expect(taken.status).toBe(302);
    expect(await reply()).toBe("declined");
    expect(await page("/desk/inbound")).toContain("Không có thư nào cần xem.");
    expect(await page(`/desk/inbound/${id}`)).toContain("Lan đã nhận làm câu trả lời");
    const again = await visit(`/desk/inbound/${id}/answer`, {
      as: lan,
      form: { ...form, reply: "coming" },
    });
    expect(again.status).toBe(409);
    expect(await reply()).toBe("declined");
    const acts = await db.selectFrom("audit").select("act").where("about", "=", id).execute();
    expect(acts).toEqual([{ act: "inbound.taken" }]);
  });

  test("whom it may be of is found by name, with or without marks", async () => {
    const { id } = await take(`From: khac@bao.test\r\nTo: ${base}\r\n\r\nTôi đến.`);
    expect(await page(`/desk/inbound/${id}/answer`, province)).toContain("Không thấy giấy mời nào");
    expect(await page(`/desk/inbound/${id}/answer?q=ha`, province)).toContain(
      "Kinh tế, xã hội quý III",
    );
  });

  test("an officer lays it aside with a reason, and only with one", async () => {
    const { id } = await take(forge(posted, { partstat: "DELEGATED" }));
    const dismiss = (reason: string) =>
      visit(`/desk/inbound/${id}/dismissal`, { as: lan, form: { reason } });

    expect((await dismiss(" ")).status).toBe(400);
    expect((await dismiss("Đã gọi điện.")).status).toBe(302);
    expect((await dismiss("Đã gọi điện.")).status).toBe(409);

    expect(await page(`/desk/inbound/${id}`)).toContain("Đã gọi điện.");
    expect(await page("/desk/audit")).toContain("Đã gọi điện.");
  });

  test("who did not get their letter is to be telephoned, until they have answered", async () => {
    await take(bounceOf(posted));

    for (const path of ["/desk", `/desk/meetings/${meetingId}`]) {
      const shown = await page(path);
      expect(shown).toContain("Thư không tới: xin gọi điện");
      expect(shown).toContain("0901 234 567");
    }
    expect(await page("/desk", stranger)).not.toContain("0901 234 567");
    await take(forge(posted));
    expect(await page(`/desk/meetings/${meetingId}`)).not.toContain("Thư không tới: xin gọi điện");
  });

  test("who accepted by calendar when all seats were taken is to be telephoned", async () => {
    await db.updateTable("meeting").set({ venueCapacity: 0 }).where("id", "=", meetingId).execute();
    await take(forge(posted));

    for (const path of ["/desk", `/desk/meetings/${meetingId}`]) {
      const shown = await page(path);
      expect(shown).toContain("Nhận lời khi đã hết chỗ: xin gọi điện");
      expect(shown).toContain("0901 234 567");
    }
    expect(await page("/desk", stranger)).not.toContain("Nhận lời khi đã hết chỗ");
  });

  test("beside an answer stands how it came, and from whom", async () => {
    await take(forge(posted, { from: "boss@bao.test" }));

    expect(await page(`/desk/meetings/${meetingId}/invitations`)).toMatch(/lịch.*địa chỉ khác/);
    expect(await page("/desk/inbound")).toContain("Người gửi không phải địa chỉ được mời");
  });
});
