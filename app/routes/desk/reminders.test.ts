import { describe, expect, it } from "vitest";
import { remindDue } from "#app/domain/reminders/job.server.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { auditOf, signed } from "#app/test/press-room.ts";
import type { Row } from "#db/tables.ts";

const THREE_DAYS = "2026-09-07T02:00:00.000Z";

async function invited(details: Partial<Row<"meeting">> = {}) {
  const agency = await committee(db);
  const meeting = await briefing(db, agency, details);
  const guests: [string, "coming" | null][] = [
    ["Hà", "coming"],
    ["Tú", null],
  ];
  for (const [name, reply] of guests) {
    const { id: journalistId } = await reporter(db, { name });
    await db
      .insertInto("invitation")
      .values({
        ...{ id: `inv-${name}`, meetingId: meeting.id, journalistId, reply },
        ...{ token: `token-of-${name.length}-${crypto.randomUUID()}`, calendarUid: `uid-${name}` },
        ...{ invitedAt: signed().at, invitedBy: "lan", repliedAt: reply && signed().at },
      })
      .execute();
  }
  return { agency, meeting, lan: await officerOf(db, agency) };
}

const page = ({ id }: { id: string }, rest = "") => `/desk/meetings/${id}/reminders${rest}`;

describe("the page of a meeting's reminders", () => {
  it("says what leaves when, to how many and whom, and what was moved out of the quiet hours", async () => {
    const { meeting, lan } = await invited();
    const text = await textOf(await visit(page(meeting), { as: lan }));
    expect(text).toContain("Sẽ gửi 09:00 07/09/2026 cho 1 người.");
    expect(text).toContain("Sẽ gửi 20:59 09/09/2026 cho 1 người.");
    expect(text).toContain(
      "Tính theo quy tắc là 06:00 10/09/2026, rơi vào giờ yên lặng 21:00–07:00",
    );
    expect(text).toContain("1 ngày trước giờ họp (cuộc họp không đặt hạn trả lời)");
    expect(text).toContain("Chờ ghi nhận cuộc họp đã tổ chức.");
    const decision = await textOf(await visit(page(meeting, "?rule=decision"), { as: lan }));
    expect(decision).toMatch(/Hà[\s\S]*Đã trả lời[\s\S]*Tú[\s\S]*Sẽ nhận/);
  });

  it("stops one, a rule and all, and resumes them; each is in the log", async () => {
    const { meeting, lan } = await invited();
    const stop = (form: Record<string, string>, way = "stop") =>
      visit(page(meeting, `/${way}`), { as: lan, form });
    expect((await stop({ rule: "reminder", invitation: "inv-Hà" })).status).toBe(302);
    expect(await remindDue(db, THREE_DAYS)).toBe(0);
    await stop({ rule: "reminder", invitation: "inv-Hà" }, "resumption");
    expect(await remindDue(db, THREE_DAYS)).toBe(1);
    await stop({});
    const text = await textOf(await visit(page(meeting), { as: lan }));
    expect(text).toContain("Mọi thư nhắc của cuộc họp này đã dừng.");
    expect(text).toContain("1 thư không cần gửi nữa");
    const acts = (await auditOf(db)).map(({ act }) => act);
    expect(acts.filter((act) => act === "reminders.stopped")).toHaveLength(2);
    expect((await stop({ rule: "reminder", invitation: "nobody" })).status).toBe(404);
    expect((await stop({ rule: "no-such-rule" })).status).toBe(400);
  });

  it("shows the letter that somebody would get, and its HTML shut off from everything", async () => {
    const { meeting, lan } = await invited();
    const query = `?rule=decision&for=${encodeURIComponent("inv-Tú")}`;
    const text = await textOf(await visit(page(meeting, `/preview${query}`), { as: lan }));
    expect(text).toContain("[Xin trả lời giấy mời] Họp báo tháng 9 - 09:00 10/09/2026");
    expect(text).toContain("Ông/bà chưa trả lời giấy mời này.");
    const letter = await visit(page(meeting, `/letter${query}`), { as: lan });
    expect(letter.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect((await visit(page(meeting, "/preview?rule=x&for=y"), { as: lan })).status).toBe(404);
  });

  it("sets the day by which to answer as it is suggested, and the silent are asked by it", async () => {
    const { meeting, lan } = await invited();
    const html = await (await visit(page(meeting), { as: lan })).text();
    expect(html).toContain('name="answerBy" value="2026-09-09T16:00"');
    const form = { answerBy: "2026-09-09T16:00" };
    await visit(`/desk/meetings/${meeting.id}/answer-by`, { as: lan, form });
    const text = await textOf(await visit(page(meeting), { as: lan }));
    expect(text).toContain("Đề nghị trả lời trước 16:00 09/09/2026.");
    expect(text).toContain("Sẽ gửi 16:00 08/09/2026 cho 1 người.");
    const late = { answerBy: "2026-09-10T10:00" };
    const said = await visit(`/desk/meetings/${meeting.id}/answer-by`, { as: lan, form: late });
    expect(said.status).toBe(302);
    const { answerBy } = await db
      .selectFrom("meeting")
      .select("answerBy")
      .executeTakeFirstOrThrow();
    expect(answerBy).toBe("2026-09-09T09:00:00.000Z");
  });

  it("is nobody else's, and neither are its doors", async () => {
    const { meeting } = await invited();
    const other = await officerOf(db, await committee(db, "30292"));
    for (const rest of ["", "/stop", "/resumption", "/preview?rule=reminder&for=inv-Hà"])
      expect((await visit(page(meeting, rest), { as: other })).status).toBe(404);
    for (const way of ["stop", "resumption"])
      expect((await visit(page(meeting, `/${way}`), { as: other, form: {} })).status).toBe(404);
    expect(await textOf(await visit("/desk/reminders", { as: other }))).toContain(
      "Không có thư nhắc nào sắp gửi.",
    );
  });

  it("has its like for all meetings within reach, in English too", async () => {
    const { meeting, lan } = await invited();
    const text = await textOf(await visit("/en/desk/reminders", { as: lan }));
    expect(text).toContain(meeting.subject);
    expect(text).toContain("Leaves 09:00 07/09/2026 for 1 person.");
  });
});

describe("the rules of an agency", () => {
  const rules = {
    scope: "agency",
    ...{ reminderHours: "48", lastHours: "", decisionHours: "12", thanks: "on" },
    ...{ quietFrom: "22:00", quietUntil: "06:00", answerTime: "15:30" },
  };

  it("are set for a kind of meeting, a blank field being no letter, and ended again", async () => {
    const { agency, meeting, lan } = await invited();
    const address = `/desk/agencies/${agency.id}/reminders`;
    const kind = `${address}/press_conference`;
    expect((await visit(kind, { as: lan, form: rules })).status).toBe(302);
    const text = await textOf(await visit(address, { as: lan }));
    expect(text).toContain("Đang theo quy tắc riêng của cơ quan");
    expect(text).toContain("22:00–06:00");
    const shown = await textOf(await visit(page(meeting), { as: lan }));
    expect(shown).toContain("Sẽ gửi 09:00 08/09/2026 cho 1 người.");
    expect(shown).toContain("Quy tắc của cơ quan không có thư này.");
    await visit(`${kind}/end`, { as: lan, form: { scope: "agency" } });
    expect(await textOf(await visit(address, { as: lan }))).not.toContain(
      "quy tắc riêng của cơ quan",
    );
  });

  it("are refused with a sentence beside the field, and kept as they were typed", async () => {
    const { agency, lan } = await invited();
    const kind = `/desk/agencies/${agency.id}/reminders/press_conference`;
    const answer = await visit(kind, {
      as: lan,
      form: { ...rules, reminderHours: "3", lastHours: "5", quietFrom: "25:00" },
    });
    expect(answer.status).toBe(400);
    const again = await visit(kind, {
      as: lan,
      form: { ...rules, reminderHours: "3", lastHours: "5" },
    });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain("Lần cuối phải gần giờ họp hơn lần nhắc đầu.");
  });

  it("of a province are set by its office, not by a ward's", async () => {
    const { agency, lan } = await invited();
    const kind = `/desk/agencies/${agency.id}/reminders/press_conference`;
    const wide = { ...rules, scope: "province" };
    expect((await visit(kind, { as: lan, form: wide })).status).toBe(400);
    const office = await committee(db, "91");
    const thu = await officerOf(db, office, "Thu");
    const own = `/desk/agencies/${office.id}/reminders/press_conference`;
    expect((await visit(own, { as: thu, form: wide })).status).toBe(302);
    const text = await textOf(await visit(`/desk/agencies/${agency.id}/reminders`, { as: lan }));
    expect(text).toContain("Đang theo quy tắc của tỉnh");
    const other = await officerOf(db, await committee(db, "30292"));
    expect((await visit(kind, { as: other })).status).toBe(404);
  });
});
