import { beforeEach, describe, expect, it, vi } from "vitest";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { signed, speaker } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";

const PATH = "/agencies/pc-30307/ask";
const placeOf = (response: Response) => response.headers.get("Location") ?? "";
const wait = (seconds: number) => vi.setSystemTime(new Date(Date.now() + seconds * 1000));

const filled = (more: Record<string, string> = {}) => ({
  ...{ kind: "question", title: "Bao giờ thông đường?", text: "Cấm xe từ 25/08." },
  ...{ askerName: "Hà", outletName: "Báo Mẫu", askerEmail: `ha${next++}@bao.test`, website: "" },
  ...more,
});
let next = 0;

/** The form as a browser has it: with the stamp that it was shown with, after a while. */
async function send(more: Record<string, string> = {}, seconds = 10) {
  const page = await (await visit(PATH)).text();
  const shown = /name="shown" value="([^"]+)"/.exec(page)?.[1] ?? "";
  wait(seconds);
  return visit(PATH, { form: { ...filled(more), shown } });
}

describe("asking an agency from its public page", () => {
  beforeEach(async () => {
    await loadLaw(db, { at: signed().at });
    await committee(db);
  });

  it("is offered on the area's page", async () => {
    expect(await (await visit("/areas/30307")).text()).toContain(`href="${PATH}"`);
  });

  it("reaches the desk with a yes from the letter's address, and not by looking", async () => {
    const sent = await send({ showName: "on" });
    expect(placeOf(sent)).toBe(`${PATH}?sent=1`);
    expect(await textOf(await visit(`${PATH}?sent=1`))).toContain("Xin mở thư để xác nhận");
    const { token } = await db.selectFrom("queryRequest").select("token").executeTakeFirstOrThrow();
    const check = `/question-checks/${token}`;
    const looked = await visit(check);
    expect(looked.headers.get("Cache-Control")).toContain("no-store");
    expect(await db.selectFrom("query").selectAll().execute()).toEqual([]);
    const confirmed = await visit(check, { form: { any: "" } });
    expect(placeOf(confirmed)).toMatch(/^\/asked\/\w{32}$/);
    expect(placeOf(await visit(check, { form: { any: "" } }))).toBe(placeOf(confirmed));
    expect(await db.selectFrom("query").selectAll().execute()).toMatchObject([
      { nameWithheld: 0, channel: "area_page" },
    ]);
    expect(await textOf(await visit(placeOf(confirmed)))).toContain("mới nhận");
    expect((await visit("/question-checks/nobodys")).status).toBe(404);
  });

  it("says after a day that the link has run out", async () => {
    await send();
    const { token } = await db.selectFrom("queryRequest").select("token").executeTakeFirstOrThrow();
    wait(24 * 3600);
    const late = await visit(`/question-checks/${token}`, { form: { any: "" } });
    expect(late.status).toBe(409);
    expect(await textOf(late)).toContain("Liên kết đã hết hạn");
  });

  it.each([
    ["sent at once", {}, 1, "Xin xem lại một lần rồi gửi lại"],
    ["with the hidden box filled in", { website: "http://x" }, 10, "Ô này để trống"],
    ["too long", { text: "a".repeat(5001) }, 10, "Dài quá"],
    ["without an address", { askerEmail: "ha" }, 10, "Đây chưa phải"],
    ["without what is asked", { text: "" }, 10, "Xin điền mục này"],
    [
      "a complaint with what a citizen said",
      { kind: "forwarded_complaint", reference: "1/CV" },
      10,
      "Khiếu nại, tố cáo chỉ gửi số, ngày của văn bản",
    ],
  ])("takes nothing %s, and loses nothing", async (_, more, seconds, says) => {
    const refused = await send(more, seconds);
    expect(refused.status).toBe(400);
    const html = await refused.text();
    expect(html).toContain(says);
    expect(html).toContain('value="Bao giờ thông đường?"');
    expect(html, "a stamp to send again with").toMatch(/name="shown" value="2026/);
    expect(await db.selectFrom("queryRequest").selectAll().execute()).toEqual([]);
  });

  it("takes no stamp that somebody made up", async () => {
    const form = filled({ shown: `${MORNING}~AAAA` });
    wait(10);
    expect((await visit(PATH, { form })).status).toBe(400);
  });

  it("reads what is typed without what is not seen", async () => {
    await send({ title: "Bao giờ\u202e thông\u200b đường?" });
    expect(await db.selectFrom("queryRequest").select("title").executeTakeFirst()).toEqual({
      title: "Bao giờ thông đường?",
    });
  });

  it("writes to one address no more than a few times a day", async () => {
    const askerEmail = "same@bao.test";
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await send({ askerEmail })).status);
    // One reader's hour is shared by this file's tests, so the last ones may be turned away by that already.
    for (let i = 0; i < 5; i++) statuses.push((await send({ askerEmail })).status);
    expect(statuses.at(-1)).toBe(429);
    const letters = await db.selectFrom("mail").select("id").where("to", "=", askerEmail).execute();
    expect(letters.length).toBeLessThanOrEqual(5);
  });

  it("is not there for an agency that is closed", async () => {
    await db.updateTable("agency").set({ untilDay: "2026-08-31" }).execute();
    expect((await visit(PATH)).status).toBe(404);
    expect((await visit("/agencies/nobodys/ask")).status).toBe(404);
  });
});

describe("the asker's own page", () => {
  beforeEach(() => loadLaw(db, { at: signed().at }));

  async function answered() {
    const ward = await committee(db);
    const lan = await officerOf(db, ward);
    const { personId } = await speaker(db, ward);
    const form = {
      ...filled({ channel: "call", language: "vi", receivedAt: "2026-09-01T07:00" }),
    };
    const page = placeOf(await visit("/desk/queries/new", { as: lan, form }));
    await visit(`${page}/taking`, { as: lan, form: { any: "" } });
    const refusal = { text: "Đang thanh tra.", speakerId: personId, ground: "inspection" };
    await visit(`${page}/refusal`, { as: lan, form: refusal });
    const { token } = await db.selectFrom("query").select("token").executeTakeFirstOrThrow();
    return { page, asked: `/asked/${token}`, lan };
  }

  it("changes nothing by being looked at, and the query by what is sent", async () => {
    const { page, asked, lan } = await answered();
    const looked = await visit(asked);
    expect(looked.headers.get("Referrer-Policy")).toBe("same-origin");
    expect(placeOf(await visit(`${asked}/confirmation`))).toBe(asked);
    expect((await visit(`${asked}/dispute`, { form: { dispute: "" } })).status).toBe(400);
    const disputed = await visit(`${asked}/dispute`, { form: { dispute: "Chưa nói gì cả" } });
    expect(placeOf(disputed)).toBe(asked);
    const reopened = await textOf(await visit(page, { as: lan }));
    expect(reopened).toContain("Chưa nói gì cả");
    for (const shown of [reopened, await textOf(await visit("/desk/queries", { as: lan }))])
      expect(shown).toContain("mở lại: người hỏi cho biết chưa được trả lời");
    expect((await visit(`${asked}/dispute`, { form: { dispute: "Nữa" } })).status).toBe(409);
    expect(placeOf(await visit(`${asked}/withdrawal`, { form: { any: "" } }))).toBe(asked);
    expect(await textOf(await visit(asked))).toContain("đã rút");
    for (const way of ["confirmation", "withdrawal", "release"])
      expect((await visit(`/asked/nobodys/${way}`, { form: { any: "" } })).status).toBe(404);
  });

  it("brings the paper, to whoever has the key alone", async () => {
    const { asked } = await answered();
    const { id } = await db.selectFrom("queryAnswer").select("id").executeTakeFirstOrThrow();
    const paper = await visit(`${asked}/answers/${id}.docx`);
    expect(paper.headers.get("Cache-Control")).toContain("no-store");
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect((await visit(`/asked/nobodys/answers/${id}.docx`)).status).toBe(404);
    expect((await visit(`${asked}/answers/other.docx`)).status).toBe(404);
  });

  it("lets the scoop go when its owner wants", async () => {
    const { page, asked } = await answered();
    const publicly = page.replace("/desk", "");
    expect((await visit(publicly)).status).toBe(404);
    await visit(`${asked}/release`, { form: { any: "" } });
    expect((await visit(publicly)).status).toBe(200);
    const list = await textOf(await visit("/agencies/pc-30307/queries"));
    expect(list).toContain("0 trong 1 câu hỏi được chính người hỏi xác nhận");
  });
});
