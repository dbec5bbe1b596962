import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { checkIn } from "#app/domain/attendance/check-in.server.ts";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { speaker } from "#app/test/press-room.ts";
import type { Row } from "#db/tables.ts";

const IN_THE_ROOM = new Date("2026-09-10T02:30:00.000Z");

describe("the questions of a meeting, from the link to the public page", () => {
  let lan: Officer;
  let binh: { personId: string };
  let meeting: Row<"meeting">;
  let invitation: Row<"invitation">;

  beforeEach(async () => {
    await loadLaw(db, { at: new Date().toISOString() });
    const ward = await committee(db);
    lan = await officerOf(db, ward);
    binh = await speaker(db, ward);
    meeting = await briefing(db, ward);
    const ha = await reporter(db, { name: "Ngô Thị Hà" });
    await invite(db, meeting, [ha.id], { by: lan, at: new Date().toISOString() });
    invitation = await db.selectFrom("invitation").selectAll().executeTakeFirstOrThrow();
  });

  const ask = (text: string) =>
    visit(paths.questionsAhead(invitation), { form: { text, remote: "on" } });
  const question = () =>
    db
      .selectFrom("question")
      .selectAll()
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
  const publicPage = async () => textOf(await visit(paths.meeting(meeting)));
  const call = async () =>
    visit(paths.desk.questionCall(await question()), { as: lan, form: { x: "" } });

  it("sends ahead by post only, shows it to its asker, and keeps what cannot be taken", async () => {
    expect((await ask("Bao giờ cầu xong?")).headers.get("Location")).toContain("asked=sent");
    const own = await textOf(await visit(paths.reply(invitation)));
    expect(own).toContain("Bao giờ cầu xong?");
    expect(own).toContain("Ai gửi trước hỏi trước");
    expect(await publicPage()).not.toContain("Bao giờ cầu xong?");

    const long = "x".repeat(601);
    const refused = await ask(long);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(long);
    await ask("Hai?");
    await ask("Ba?");
    const fourth = await ask("Bốn thì sao?");
    expect(fourth.status).toBe(409);
    expect(await fourth.text()).toContain("Bốn thì sao?");
  });

  it("takes a question back for its asker alone", async () => {
    await ask("Bao giờ cầu xong?");
    const { id } = await question();
    const back = paths.questionBack({ token: "nobodys-token-0123456789" }, { id });
    await visit(back, { form: { x: "" } });
    expect((await question()).withdrawnAt).toBeNull();

    await visit(paths.questionBack(invitation, { id }), { form: { x: "" } });
    expect((await question()).withdrawnAt).not.toBeNull();
  });

  it("tells the room and the public of a lot's seal before, and of its seed from the first minute on", async () => {
    await visit(paths.desk.questionOrder(meeting), { as: lan, form: { rule: "lot" } });
    const { seed, commitment } = await db
      .selectFrom("questionOrder")
      .selectAll()
      .executeTakeFirstOrThrow();
    const before = await publicPage();
    expect(before).toContain(commitment ?? "?");
    expect(before).not.toContain(seed ?? "?");

    vi.setSystemTime(new Date(meeting.startsAt));
    expect(await publicPage()).toContain(seed ?? "?");
    const late = await visit(paths.desk.questionOrder(meeting), {
      as: lan,
      form: { rule: "rotation" },
    });
    expect(late.status).toBe(409);
  });

  it("shows the room outlets and numbers, and a question only when it is asked aloud", async () => {
    await ask("Bao giờ cầu xong?");
    const screen = async () => textOf(await visit(paths.desk.questionScreen(meeting), { as: lan }));
    const waiting = await screen();
    expect(waiting).toContain("Câu 1");
    expect(waiting).not.toContain("Bao giờ cầu xong?");

    vi.setSystemTime(IN_THE_ROOM);
    await call();
    const asked = await screen();
    expect(asked).toContain("Bao giờ cầu xong?");
    expect(asked).not.toContain("Ngô Thị Hà");
  });

  it("leaves a question open by the rule, owes it on the desk, answers everybody, and shows it in public", async () => {
    vi.setSystemTime(IN_THE_ROOM);
    const walkIn = { name: "Tám", email: "tam@bao.test" };
    const at = IN_THE_ROOM.toISOString();
    await checkIn(db, meeting, { id: randomUUID(), walkIn }, { by: lan, at });
    await ask("Bao giờ cầu xong?");
    await call();
    const open = paths.desk.questionPromise(await question());
    expect(await textOf(await visit(open, { as: lan }))).toContain(
      "2 ngày làm việc từ 10/09/2026 → 14/09/2026",
    );
    await visit(open, { as: lan, form: { owner: "Phòng Kinh tế" } });

    const home = await textOf(await visit(paths.desk.home(), { as: lan }));
    expect(home).toContain("Câu hỏi còn nợ báo chí");
    expect(await publicPage()).toContain("Cơ quan hứa trả lời trước 00:00 15/09/2026");
    const { id } = await db.selectFrom("promise").select("id").executeTakeFirstOrThrow();
    const page = paths.desk.promise({ id });
    expect(await textOf(await visit(page, { as: lan }))).toContain("2 địa chỉ");
    const shelf = async (one?: string) =>
      textOf(await visit(paths.desk.promises({ shelf: one }), { as: lan }));
    expect(await shelf()).toContain("Phòng Kinh tế");

    const empty = await visit(page, { as: lan, form: { answererId: binh.personId, answer: " " } });
    expect(empty.status).toBe(400);
    const form = { answererId: binh.personId, answer: "Cầu xong ngày 20/12/2026." };
    await visit(page, { as: lan, form });
    const told = await publicPage();
    expect(told).toContain("Cầu xong ngày 20/12/2026.");
    expect(told).toContain("1/1 câu hứa trả lời đã được trả lời");
    expect(told).not.toContain("Ngô Thị Hà");
    expect(told).not.toContain("Phòng Kinh tế");
    const letters = await db
      .selectFrom("mail")
      .select("to")
      .where("kind", "=", "promise-answer")
      .execute();
    expect(letters).toHaveLength(2);
    expect(await shelf()).not.toContain("Phòng Kinh tế");
    expect(await shelf("kept")).toContain("Đúng hạn");
  });

  it("notes an answer of a speaker, in public only where that is wished", async () => {
    vi.setSystemTime(IN_THE_ROOM);
    await visit(paths.desk.questions(meeting), {
      as: lan,
      form: { text: "Vì sao chậm?", outletName: "Báo Mẫu" },
    });
    await call();
    const answer = paths.desk.questionAnswer(await question());
    const stranger = { answererId: "nobody", answer: "Không rõ." };
    expect((await visit(answer, { as: lan, form: stranger })).status).toBe(409);
    await visit(answer, { as: lan, form: { ...stranger, answererId: binh.personId } });

    const told = await publicPage();
    expect(told).toContain("Báo Mẫu hỏi");
    expect(told).toContain("Lê Thị Bình, Phó Chủ tịch trả lời");
    expect(told).not.toContain("Không rõ.");
  });

  it("shows a journalist who comes the pass, and none to who declined or where there is no door", async () => {
    const page = async () => textOf(await visit(paths.reply(invitation)));
    expect(await page()).toContain("Thẻ vào cửa");

    await db.updateTable("invitation").set({ reply: "declined" }).execute();
    expect(await page()).not.toContain("Thẻ vào cửa");
    await db.updateTable("invitation").set({ reply: "coming" }).execute();
    await db.updateTable("meeting").set({ venue: null, onlineUrl: "https://hop.test" }).execute();
    expect(await page()).not.toContain("Thẻ vào cửa");
  });
});
