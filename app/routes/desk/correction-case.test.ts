import { unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { pdf } from "#app/test/papers.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { signed, speaker } from "#app/test/press-room.ts";

const filled = {
  ...{ outletName: "Nhật báo Mẫu", outletKind: "daily", articleTitle: "Cầu Long Xuyên sập" },
  ...{ articleSection: "Xã hội", articleIssue: "1234", articlePlace: "3" },
  ...{ articleDay: "2026-08-31", wrong: "Cầu sập trong đêm.", right: "Cầu không sập." },
  ...{ grounds: "Biên bản số 5.", foundAt: "2026-09-01T07:00" },
};

async function office() {
  const ward = await committee(db);
  const { personId } = await speaker(db, ward);
  return { ward, personId, lan: await officerOf(db, ward) };
}

const placeOf = (response: Response) => response.headers.get("Location") ?? "";

async function opened(lan: { id: string }, more: Record<string, string> = {}, query = "") {
  const path = `/desk/correction-cases/new${query}`;
  const response = await visit(path, { as: lan, form: { ...filled, ...more } });
  expect(response.status, await response.clone().text()).toBe(302);
  return placeOf(response);
}

const feedback = (speakerId: string, edition: number) => ({
  ...{ text: "Cầu vẫn thông xe.", asks: ["correction", "feedback"], speakerId },
  edition: String(edition),
});

describe("a case about an error of the press", () => {
  beforeEach(() => loadLaw(db, { at: signed().at }));

  it("goes from the article to the public ledger", async () => {
    const { lan, personId } = await office();
    const page = await opened(lan);
    const at = (path: string) => `${page}/${path}`;
    expect(await textOf(await visit(page, { as: lan }))).toContain("Chưa có văn bản phản hồi nào");

    const form = feedback(personId, 0);
    expect((await visit(at("feedback"), { as: lan, form })).status).toBe(302);
    const paper = await visit(at("rounds/1/docx"), { as: lan });
    const bytes = new Uint8Array(await paper.arrayBuffer());
    const xml = new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);
    expect(xml).toContain("Cầu vẫn thông xe.");

    const sending = {
      ...{ sentAt: "2026-09-01T07:30", sentHow: "hand", letterNo: "15/UBND-VP" },
      ...{ letterDay: "2026-09-01", edition: "1" },
    };
    expect((await visit(at("sending"), { as: lan, form: sending })).status).toBe(302);
    const waiting = await textOf(await visit(page, { as: lan }));
    for (const said of [
      ...["Chờ cơ quan báo chí", "2 ngày từ 01/09/2026 → 03/09/2026", "Điều 19 khoản 3 điểm b"],
      ...["chưa được thẩm định pháp lý", "Luật cho phép phản hồi 2 lượt"],
      ...["Chưa ghi văn bản kết luận nào kèm theo nên chưa có mốc"],
    ])
      expect(waiting).toContain(said);

    const answer = {
      ...{ answer: "corrected", answeredAt: "2026-09-01T07:45", answerPlace: "trang 2" },
      ...{ checked: ["title", "piece", "section", "day", "wrong", "place", "type"], edition: "2" },
    };
    expect((await visit(at("answer"), { as: lan, form: answer })).status).toBe(302);
    expect(await textOf(await visit(page, { as: lan }))).toContain(
      "Bản đăng còn thiếu: nội dung được cải chính.",
    );

    const closing = { outcome: "corrected", edition: "3" };
    expect((await visit(at("closing"), { as: lan, form: closing })).status).toBe(302);
    expect(await textOf(await visit("/corrections"))).not.toContain("Cầu Long Xuyên sập");
    const publishing = { as: lan, form: { speakerId: personId } };
    expect((await visit(at("publication"), publishing)).status).toBe(302);
    const ledger = await textOf(await visit("/corrections"));
    for (const said of [
      ...["Nhật báo Mẫu", "Cầu sập trong đêm.", "Cầu không sập.", "Đã cải chính"],
      ...["Lê Thị Bình", "Phó Chủ tịch", "Đã khép lại 1 vụ việc, công khai 1."],
    ])
      expect(ledger).toContain(said);
    expect(ledger, "what is only for the desk").not.toContain("Biên bản số 5");
    expect(await textOf(await visit("/en/corrections"))).toContain("Corrected");
  });

  it("names who may speak when somebody else is to sign, and keeps what was typed", async () => {
    const { lan } = await office();
    const page = await opened(lan);
    const refused = await visit(`${page}/feedback`, { as: lan, form: feedback("nobody", 0) });
    expect(refused.status).toBe(409);
    const text = await textOf(refused);
    expect(text).toContain("Được phát ngôn: Lê Thị Bình.");
    expect(text).toContain("Cầu vẫn thông xe.");
  });

  it("goes to the newsroom by mail, looked at before", async () => {
    const { lan, personId } = await office();
    const page = await opened(lan, { outletEmail: "toasoan@bao.test" });
    await visit(`${page}/feedback`, { as: lan, form: feedback(personId, 0) });
    expect(await textOf(await visit(`${page}/mailing`, { as: lan }))).toContain("Cầu không sập.");
    const form = {
      ...{ to: "toasoan@bao.test", letterNo: "15/UBND-VP", letterDay: "2026-09-01", edition: "1" },
    };
    expect((await visit(`${page}/mailing`, { as: lan, form })).status).toBe(302);
    expect((await visit(`${page}/mailing`, { as: lan, form })).status, "once").toBe(409);
    expect(await textOf(await visit("/desk/outbox", { as: lan }))).toContain(
      "Văn bản phản hồi báo chí",
    );
  });

  it.each([
    [{ articleUrl: "https://www.facebook.com/ai-do" }, "không nhận liên kết mạng xã hội"],
    [{ articleSection: "", articleIssue: "", articlePlace: "" }, "Xin ghi liên kết, hoặc"],
    [{ foundAt: "2026-08-30T07:00" }, "Không thể phát hiện trước ngày"],
  ])("is not opened with %o, and what was typed stays", async (more, said) => {
    const { lan } = await office();
    const form = { ...filled, ...more };
    const refused = await visit("/desk/correction-cases/new", { as: lan, form });
    expect(refused.status).toBe(400);
    const text = await textOf(refused);
    expect(text).toContain(said);
    expect(text).toContain("Cầu sập trong đêm.");
  });

  it("refuses a second officer who wrote after what they saw", async () => {
    const { lan, ward } = await office();
    const page = await opened(lan);
    const cuc = await officerOf(db, ward, "Cúc");
    const change = (as: { id: string }, right: string) =>
      visit(`${page}/edit`, { as, form: { ...filled, right, edition: "0" } });
    expect((await change(lan, "Một.")).status).toBe(302);
    const second = await change(cuc, "Hai.");
    expect(second.status).toBe(409);
    expect(await textOf(second)).toContain("Người khác vừa sửa vụ việc này");
  });

  it("begins from an incident under clause 7.6, from an article of a meeting, from the unit's own query", async () => {
    const { lan, ward } = await office();
    const at = signed().at;
    const incident = (id: string, clause: "7.3" | "7.6") => ({
      ...{ id, agencyId: ward.id, title: "Tin sai về cầu", known: "Cầu không sao.", clause },
      ...{ kind: "other" as const, level: "limited" as const, outlet: "Nhật báo Mẫu" },
      ...{ openedAt: at, openedBy: "lan" },
    });
    await db
      .insertInto("incident")
      .values([incident("i", "7.6"), incident("j", "7.3")])
      .execute();
    const room = await (await visit("/desk/incidents/i", { as: lan })).text();
    expect(room).toContain("/desk/correction-cases/new?incident=i");
    const form = await (await visit("/desk/correction-cases/new?incident=i", { as: lan })).text();
    expect(form).toContain('value="Nhật báo Mẫu"');
    expect((await visit("/desk/correction-cases/new?incident=j", { as: lan })).status).toBe(404);
    const page = await opened(lan, {}, "?incident=i");
    expect(await textOf(await visit(page, { as: lan }))).toContain("Tin sai về cầu");

    const meeting = await briefing(db, ward);
    const link = {
      ...{ id: "l", meetingId: meeting.id, kind: "article" as const, title: "Họp báo về cầu" },
      ...{ url: "https://bao.test/cau", outlet: "Báo Thử", day: "2026-08-31" },
      ...{ addedAt: at, addedBy: "lan" },
    };
    await db.insertInto("meetingLink").values(link).execute();
    const articles = await visit(`/desk/meetings/${meeting.id}/articles`, { as: lan });
    expect(await articles.text()).toContain("/desk/correction-cases/new?article=l");
    const ofArticle = await visit("/desk/correction-cases/new?article=l", { as: lan });
    expect(await ofArticle.text()).toContain('value="https://bao.test/cau"');

    const query = {
      ...{ id: "q", agencyId: ward.id, number: "1/2026", kind: "question" as never },
      ...{ channel: "call" as never, title: "Hỏi", text: "Hỏi", outletName: "Báo Hỏi" },
      ...{ language: "vi" as const, receivedAt: at },
    };
    await db.insertInto("query").values(query).execute();
    const own = await visit("/desk/correction-cases/new?query=q", { as: lan });
    expect(await own.text()).toContain('value="Báo Hỏi"');
    const province = await officerOf(db, await committee(db, "91"));
    const theirs = await visit("/desk/correction-cases/new?query=q", { as: province });
    expect(theirs.status, "a query is the unit's own").toBe(404);
  });
});

describe("who may look into a case", () => {
  beforeEach(() => loadLaw(db, { at: signed().at }));

  const PAGES = ["", "/edit", "/evidence", "/feedback", "/sending", "/mailing", "/answer"];
  const MORE = ["/closing", "/publication", "/rounds/1/docx", "/rounds/1/pdf"];

  it.each([
    ["an officer of the ward", "30307", 200],
    ["an officer of a sister ward", "30292", 404],
    ["an officer of the province", "91", 200],
    ["an officer of another province", "01", 404],
    ["a stranger", undefined, 302],
  ] as const)("%s: %s gets %s", async (_, code, status) => {
    const { lan, personId } = await office();
    const form = new FormData();
    for (const [name, value] of Object.entries(filled)) form.set(name, value);
    form.set("file", new File([pdf() as BlobPart], "trang-3.pdf"));
    const page = placeOf(await visit("/desk/correction-cases/new", { as: lan, form }));
    await visit(`${page}/feedback`, { as: lan, form: feedback(personId, 0) });
    const { id } = await db.selectFrom("correctionEvidence").select("id").executeTakeFirstOrThrow();
    const as = code && (await officerOf(db, await committee(db, code), "Ai"));
    const look = async (path: string) => (await visit(path, { as })).status;

    for (const path of [...PAGES, ...MORE]) expect(await look(page + path), path).toBe(status);
    expect(await look(`/desk/correction-evidence/${id}`), "the paper").toBe(status);
    const list = await visit("/desk/correction-cases", { as });
    expect((await textOf(list)).includes("Cầu Long Xuyên sập")).toBe(status === 200);
    const closing = { outcome: "dropped", reason: "Trùng", edition: "1" };
    const done = await visit(`${page}/closing`, { as, form: closing });
    expect(done.status, "the deed").toBe(status === 200 ? 302 : status);
    const row = await db.selectFrom("correctionCase").select("outcome").executeTakeFirstOrThrow();
    expect(row.outcome).toBe(status === 200 ? "dropped" : null);
  });
});
