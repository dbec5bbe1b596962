import { describe, expect, it } from "vitest";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { lintCalendar } from "#app/test/ics-lint.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { auditOf, signed } from "#app/test/press-room.ts";
import type { Row } from "#db/tables.ts";

async function invited(details: Partial<Row<"journalist">> = {}) {
  const meeting = await briefing(db, await committee(db), { onlineUrl: "https://hop.test/kin" });
  const journalist = await reporter(db, { name: "Thu Hà", ...details });
  await invite(db, meeting, [journalist.id], signed());
  return { meeting, journalist, ...(await invitation()) };
}

const invitation = () => db.selectFrom("invitation").selectAll().executeTakeFirstOrThrow();

describe("the letter's link", () => {
  it("shows the meeting and three choices, without an account, and is kept by nobody", async () => {
    const guest = await invited();
    const response = await visit(paths.reply(guest));
    const page = await textOf(response.clone());

    expect(page).toContain("Kính gửi ông/bà Thu Hà");
    expect(page).toContain("https://hop.test/kin");
    for (const choice of ["Tham dự", "Không tham dự", "Cử người khác tham dự"])
      expect(page).toContain(choice);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("Referrer-Policy")).toBe("same-origin");
    expect(response.headers.get("X-Robots-Tag")).toContain("noindex");
  });

  it("takes an answer, shows it, and lets it be changed", async () => {
    const guest = await invited();
    const answer = (form: Record<string, string>) => visit(paths.reply(guest), { form });

    const first = await answer({ reply: "coming", note: "có máy quay", revision: "0" });
    const shown = await textOf(await visit(paths.reply(guest)));
    await answer({ reply: "substitute", substituteName: "Trần Nam", revision: "0" });

    expect(first.headers.get("Location")).toBe(paths.reply(guest));
    expect(shown).toContain("Ông/bà đã trả lời: Tham dự");
    expect(await invitation()).toMatchObject({
      reply: "substitute",
      substituteName: "Trần Nam",
      note: null,
      repliedBy: null,
    });
    expect((await auditOf(db)).filter(({ act }) => act === "invitation.answered")).toHaveLength(2);
  });

  it("changes nothing when a scanner follows it fifty times", async () => {
    const guest = await invited();
    const before = await db.selectFrom("invitation").selectAll().execute();
    const audit = await auditOf(db);

    for (let i = 0; i < 25; i++) {
      await visit(paths.reply(guest));
      await visit(paths.reply(guest), { method: "HEAD" });
      await visit(paths.replyCalendar(guest));
    }

    expect(await db.selectFrom("invitation").selectAll().execute()).toEqual(before);
    expect(await auditOf(db)).toEqual(audit);
  });

  it("takes all that belongs to an answer, and says by which way it came", async () => {
    const guest = await invited();
    const form = {
      ...{ reply: "substitute", substituteName: "Trần Nam", substitutePaper: "intro_letter" },
      ...{ substitutePaperNo: "12/GGT", partySize: "2", place: "online", cameras: "1" },
      ...{ tripod: "on", live: "on", interpreter: "km", revision: "0" },
    };
    await visit(paths.reply(guest), { form });
    const page = await textOf(await visit(paths.reply(guest)));

    expect(await invitation()).toMatchObject({
      ...{ substitutePaper: "intro_letter", substitutePaperNo: "12/GGT", partySize: 2, online: 1 },
      ...{ cameras: 1, tripod: 1, live: 1, interpreter: "km", repliedVia: "link" },
    });
    expect(page).toContain("Trần Nam – 2 người – trực tuyến – 1 máy quay – chân máy");
    expect(page).toContain("qua liên kết trong thư");
    expect(await (await visit(paths.reply(guest))).text()).not.toMatch(/type="file"/);
  });

  it("tells honestly who has to wait for a seat, and gives them no pass", async () => {
    const guest = await invited();
    const other = await reporter(db, { name: "Lê Minh" });
    await invite(db, guest.meeting, [other.id], signed());
    await db.updateTable("meeting").set({ venueCapacity: 1 }).execute();
    const tokens = await db.selectFrom("invitation").select("token").execute();
    const last = tokens.find(({ token }) => token !== guest.token) ?? guest;
    for (const one of [guest, last])
      await visit(paths.reply(one), { form: { reply: "coming", revision: "0" } });

    const page = await textOf(await visit(paths.reply(last)));
    expect(page).toContain("Ông/bà đang ở vị trí 1 của danh sách chờ");
    expect(page).not.toContain("Thẻ vào cửa");
    expect(await textOf(await visit(paths.reply(guest)))).toContain("Thẻ vào cửa");
  });

  it.each(["wrong-token-wrong-token-wrong", "x", "%27%20or%201=1", "a".repeat(3000)])(
    "is not found with a wrong token, and says what to do",
    async (token) => {
      const look = await visit(paths.reply({ token }));
      const push = await visit(paths.reply({ token }), { form: { reply: "coming" } });

      expect([look.status, push.status]).toEqual([404, 404]);
      expect(await textOf(look)).toContain("Xin mở lại đúng liên kết trong thư.");
    },
  );

  it.each([
    {
      what: "cancelled",
      change: { cancelledAt: "2026-09-01T00:30:00.000Z", cancelReason: "Bão số 5" },
      says: "Cuộc họp đã bị hủy nên không cần trả lời nữa. Lý do: Bão số 5",
    },
    {
      what: "begun",
      change: { startsAt: "2026-09-01T00:59:00.000Z" },
      says: "Cuộc họp đã bắt đầu nên không nhận câu trả lời nữa.",
    },
  ])("says that the meeting was $what, and offers no form", async ({ change, says }) => {
    const guest = await invited();
    await db.updateTable("meeting").set(change).execute();

    const look = await visit(paths.reply(guest));
    const page = await textOf(look);
    const push = await visit(paths.reply(guest), { form: { reply: "coming" } });

    expect(page).toContain(says);
    expect(page).not.toContain("Gửi câu trả lời");
    expect(push.status).toBe(409);
    expect((await invitation()).reply).toBeNull();
  });

  it("shows the new hour before it takes an answer to the old one", async () => {
    const guest = await invited();
    await db.updateTable("meeting").set({ revision: 1, venue: "Hội trường B" }).execute();
    const form = { reply: "coming", note: "đi hai người", revision: "0" };
    const response = await visit(paths.reply(guest), { form });
    const page = await textOf(response.clone());

    expect(response.status).toBe(409);
    expect(page).toContain("Cuộc họp vừa được thay đổi. Xin xem lại rồi trả lời.");
    expect(page).toContain("Hội trường B");
    expect(await response.text()).toContain("đi hai người");
    expect((await invitation()).reply).toBeNull();
  });

  it("wants the name of who comes instead, and keeps the rest", async () => {
    const guest = await invited();
    const form = { reply: "substitute", substituteName: " ", note: "đi hai người" };
    const response = await visit(paths.reply(guest), { form });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain("đi hai người");
    expect((await invitation()).reply).toBeNull();
  });

  it("speaks the journalist's language", async () => {
    const guest = await invited({ language: "en" });
    const [letter] = await db.selectFrom("mail").selectAll().execute();
    const path = `/en${paths.reply(guest)}`;

    expect(letter?.text).toContain(`https://press.test${path}`);
    expect(await textOf(await visit(path))).toContain("Will you come?");
  });

  it("hands out the same calendar file as the letter", async () => {
    const guest = await invited();
    const [letter] = await db.selectFrom("mail").selectAll().execute();
    const response = await visit(paths.replyCalendar(guest));
    const calendar = await response.text();

    expect(calendar).toBe(letter?.calendar);
    expect(
      lintCalendar(calendar, { recipient: guest.journalist.email, method: "REQUEST" }),
    ).toEqual([]);
    expect(response.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect((await visit(paths.replyCalendar({ token: "wrong-token-wrong-token" }))).status).toBe(
      404,
    );
  });

  it("stops taking answers from an address that sends hundreds", async () => {
    const guest = await invited();
    const push = () => visit(paths.reply(guest), { form: { reply: "coming", note: "lại" } });
    const answers = await Promise.all(Array.from({ length: 70 }, push));

    expect(answers.map(({ status }) => status)).toContain(429);
  });
});
