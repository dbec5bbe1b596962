import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { requestQuery } from "#app/domain/queries/requests.server.ts";
import { askUnit } from "#app/domain/queries/tasks.server.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { signed, speaker } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";

const minutes = (n: number) => new Date(Date.parse(MORNING) + n * 60_000);
const placeOf = (response: Response) => response.headers.get("Location") ?? "";

const QUESTION = "Bao giờ thông đường ven sông?";
const DRAFT = "Dự thảo: thông đường ngày mùng năm.";
const TASK = "Cần số mét đường sạt lở";
const typed = {
  ...{ kind: "question", title: QUESTION, text: "Cấm xe từ 25/08.", askerName: "Phan Thị Hà" },
  ...{ outletName: "Báo Mẫu", askerEmail: "ha@bao.test", channel: "call", language: "vi" },
  receivedAt: "2026-09-01T07:00",
};

async function office() {
  const ward = await committee(db);
  const { personId } = await speaker(db, ward);
  return { ward, personId, lan: await officerOf(db, ward) };
}

async function entered(lan: Officer, more: Record<string, string> = {}) {
  const response = await visit("/desk/queries/new", { as: lan, form: { ...typed, ...more } });
  expect(response.status).toBe(302);
  const page = placeOf(response);
  const taken = await visit(`${page}/taking`, { as: lan, form: { any: "" } });
  expect(taken.status).toBe(302);
  return page;
}

async function drafted(lan: Officer, page: string, personId: string) {
  expect(placeOf(await visit(`${page}/lock`, { as: lan, form: { any: "" } }))).toBe(
    `${page}/draft`,
  );
  const form = { text: DRAFT, speakerId: personId, after: "0" };
  expect((await visit(`${page}/draft`, { as: lan, form })).status).toBe(302);
}

async function sent(lan: Officer, page: string) {
  expect((await visit(`${page}/signatures`, { as: lan, form: { first: "" } })).status).toBe(302);
  const { id } = await db.selectFrom("queryStep").select("id").executeTakeFirstOrThrow();
  const yes = { stepId: id, decision: "approve" };
  expect((await visit(`${page}/signature`, { as: lan, form: yes })).status).toBe(302);
  const answer = { outcome: "answered", version: "1" };
  expect((await visit(`${page}/answer`, { as: lan, form: answer })).status).toBe(302);
}

const tokenOf = async (page: string) => {
  const { token } = await db
    .selectFrom("query")
    .select("token")
    .where("id", "=", page.split("/").at(-1) ?? "")
    .executeTakeFirstOrThrow();
  return token ?? "";
};

describe("press queries at the desk", () => {
  beforeEach(() => loadLaw(db, { at: signed().at }));

  it("are typed in, taken, drafted, signed and answered, page by page", async () => {
    const { lan, personId } = await office();
    const page = await entered(lan);
    const shown = await textOf(await visit(page, { as: lan }));
    expect(shown).toContain("Luật không định số ngày cho loại này");
    expect(shown).toContain("Theo mức tự đặt, cơ quan trả lời chậm nhất hết ngày 04/09/2026");
    await drafted(lan, page, personId);
    const early = await visit(`${page}/answer`, {
      as: lan,
      form: { outcome: "answered", version: "1" },
    });
    expect(early.status).toBe(409);
    await sent(lan, page);
    const done = await textOf(await visit(page, { as: lan }));
    expect(done).toContain("đã trả lời");
    expect(done).toContain("Chỉ người hỏi và cơ quan đọc được đến 00:00 09/09/2026");
    const paper = await visit(`${page}/answers/${(await answerId()) ?? ""}.docx`, { as: lan });
    expect(paper.headers.get("Content-Type")).toContain("wordprocessingml");
  });

  const answerId = async () =>
    (await db.selectFrom("queryAnswer").select("id").executeTakeFirst())?.id;

  it("name who may speak when somebody who may not is to", async () => {
    const { lan, ward, personId } = await office();
    const page = await entered(lan);
    await speaker(db, ward, { name: "Phan Văn Cường", position: "Chánh Văn phòng" });
    await db.deleteFrom("assignment").where("personId", "=", personId).execute();
    const form = { text: "…", speakerId: personId, ground: "inspection" };
    const refused = await visit(`${page}/refusal`, { as: lan, form });
    expect(refused.status).toBe(409);
    const text = await textOf(refused);
    expect(text).toContain("Vào lúc này được phát ngôn: Phan Văn Cường (Chánh Văn phòng).");
    expect(text, "what was typed is still there").toContain("…");
    expect(text).toContain("Danh mục này chưa được luật sư đối chiếu");
  });

  it("keep what two officers wrote at once, both", async () => {
    const { lan, ward, personId } = await office();
    const minh = await officerOf(db, ward, "Minh");
    const page = await entered(lan);
    await drafted(lan, page, personId);
    const locked = await visit(`${page}/draft`, {
      as: minh,
      form: { text: "Của Minh", speakerId: personId, after: "1" },
    });
    expect(locked.status).toBe(409);
    expect(await textOf(locked)).toContain("Của Minh");
    await visit(`${page}/lock/takeover`, { as: minh, form: { any: "" } });
    const late = await visit(`${page}/draft`, {
      as: minh,
      form: { text: "Của Minh", speakerId: personId, after: "0" },
    });
    expect(late.status).toBe(409);
    const both = await textOf(late);
    expect(both).toContain("Hai người cùng sửa");
    expect(both).toContain("Của Minh");
    expect(both).toContain(DRAFT);
  });

  it("point out a figure that differs from what was published, with both", async () => {
    const { lan, personId } = await office();
    const figure = (value: string) => ({
      ...{ "figure-name": ["Chiều dài sạt lở", ""], "figure-value": [value, ""] },
      ...{ "figure-unit": ["m", ""], "figure-day": ["2026-08-30", ""] },
      "figure-source": ["Phòng KT", ""],
    });
    const line = {
      ...{ topic: "Sạt lở", question: "Dài bao nhiêu?", answer: "120 m", fromDay: "2026-08-30" },
      ...{ edition: "0", ...figure("120") },
    };
    const half = { ...line, "figure-unit": ["", ""] };
    const incomplete = await visit("/desk/lines/new", { as: lan, form: half });
    expect(incomplete.status).toBe(400);
    expect(await incomplete.text()).toContain('value="Chiều dài sạt lở"');
    expect((await visit("/desk/lines/new", { as: lan, form: line })).status).toBe(302);
    expect(await textOf(await visit("/desk/lines?q=sat+lo", { as: lan }))).toContain("120 m");
    const page = await entered(lan);
    await visit(`${page}/lock`, { as: lan, form: { any: "" } });
    const form = { text: "Dài 130 m", speakerId: personId, after: "0", ...figure("130") };
    expect((await visit(`${page}/draft`, { as: lan, form })).status).toBe(302);
    const shown = await textOf(await visit(page, { as: lan }));
    expect(shown).toContain("Số liệu khác với điều đã công bố");
    expect(shown).toContain("130 m, ngày 30/08/2026, nguồn: Phòng KT");
    expect(shown).toContain("120 m, ngày 30/08/2026, nguồn: Phòng KT");
    const before = await textOf(await visit(`${page}/answer`, { as: lan }));
    expect(before, "once more before it is sent").toContain("Số liệu khác với điều đã công bố");
  });

  it("of the province are counts and clocks in the list, and none of a letter's addresses in the outbox", async () => {
    const { lan, ward } = await office();
    const hung = await officerOf(db, await committee(db, "91"), "Hùng");
    await entered(lan);
    const requested = {
      ...{ kind: "question" as const, title: QUESTION, text: "?", reference: null },
      ...{ askerName: "Phan Thị Hà", askerEmail: "ha@bao.test", askerPosition: null },
      ...{ askerPhone: null, outletName: null, foreignPress: false, nameWithheld: true },
    };
    await requestQuery(db, ward, requested, { language: "vi", at: MORNING });
    const list = await textOf(await visit("/desk/queries?shelf=province", { as: hung }));
    expect(list).toContain("1 câu hỏi đang chờ");
    for (const path of ["/desk/queries?shelf=province", "/desk/outbox", "/desk/audit"]) {
      const text = await textOf(await visit(path, { as: hung }));
      for (const secret of [QUESTION, "Phan Thị Hà", "ha@bao.test"])
        expect(text, path).not.toContain(secret);
    }
    expect(await textOf(await visit("/desk/outbox", { as: lan }))).toContain("ha@bao.test");
  });
});

describe("who sees what", () => {
  beforeEach(() => loadLaw(db, { at: signed().at }));

  /** A query with a draft, a task and an answer, seen from everywhere. */
  async function everywhere() {
    const { ward, lan, personId } = await office();
    const sister = await officerOf(db, await committee(db, "30292"), "Bình");
    const province = await officerOf(db, await committee(db, "91"), "Hùng");
    const elsewhere = await officerOf(db, await committee(db, "01"), "Nga");
    const wardElsewhere = await officerOf(db, await committee(db, "00004"), "Oanh");
    const page = await entered(lan);
    const id = page.split("/").at(-1) ?? "";
    await drafted(lan, page, personId);
    const asked = { agencyId: null, unit: "Phòng KT", email: null, request: TASK };
    const due = { dueAt: minutes(600).toISOString() };
    await askUnit(db, { id }, { ...asked, ...due }, { by: lan, at: MORNING });
    const officers = { own: lan, sister, province, elsewhere, wardElsewhere };
    return { ward, page, id, officers, token: await tokenOf(page) };
  }
  type Everywhere = Awaited<ReturnType<typeof everywhere>>;

  /** What somebody finds of it on every page where it could stand. */
  async function findings({ page, id, officers, token }: Everywhere, who: string) {
    const officer = officers[who as keyof typeof officers];
    const paths = officer
      ? [page, `${page}/draft`, `${page}/versions`, "/desk/queries", `/queries/${id}`]
      : who === "asker"
        ? [`/asked/${token}`, `/queries/${id}`]
        : [`/queries/${id}`, "/asked/nobodys-token", "/agencies/pc-30307/queries"];
    const texts = await Promise.all(
      paths.map(async (path) => textOf(await visit(path, { as: officer }))),
    );
    const all = texts.join("\n");
    return {
      question: all.includes(QUESTION),
      draft: all.includes(DRAFT),
      task: all.includes(TASK),
      asker: all.includes("Phan Thị Hà"),
      clocks: all.includes("Hai thời hạn"),
    };
  }

  const nothing = { question: false, draft: false, task: false, asker: false, clocks: false };
  const whole = { question: true, draft: true, task: true, asker: true, clocks: true };

  it.each([
    ["own", whole],
    ["sister", nothing],
    ["province", { ...nothing, clocks: true }],
    ["elsewhere", nothing],
    ["wardElsewhere", nothing],
    ["asker", { ...nothing, question: true, clocks: true }],
    ["stranger", nothing],
  ])("before it is answered: %s", async (who, found) => {
    expect(await findings(await everywhere(), who)).toEqual(found);
  });

  it.each([
    ["own", { question: true, asker: true, draft: true }],
    ["sister", { question: false, asker: false, draft: false }],
    ["province", { question: false, asker: false, draft: false }],
    ["elsewhere", { question: false, asker: false, draft: false }],
    ["asker", { question: true, asker: false, draft: true }],
    ["stranger", { question: false, asker: false, draft: false }],
  ])("answered, under the lock: %s (the draft is the answer now)", async (who, found) => {
    const all = await everywhere();
    await sent(all.officers.own, all.page);
    expect(await findings(all, who)).toMatchObject(found);
  });

  it.each(["own", "sister", "province", "elsewhere", "asker", "stranger"])(
    "once the lock has run out: %s reads question and answer, and the name only in its own office",
    async (who) => {
      const all = await everywhere();
      await sent(all.officers.own, all.page);
      vi.setSystemTime(new Date("2026-09-08T17:00:00.000Z"));
      expect(await findings(all, who)).toMatchObject({
        ...{ question: true, draft: true, task: who === "own", asker: who === "own" },
      });
    },
  );

  it("a refusal is the asker's and the office's until the lock has run out, ground and reason", async () => {
    const { lan, personId } = await office();
    const page = await entered(lan, { showName: "on" });
    const form = { text: "Đang thanh tra.", speakerId: personId, ground: "inspection" };
    expect((await visit(`${page}/refusal`, { as: lan, form })).status).toBe(302);
    const publicly = page.replace("/desk", "");
    expect((await visit(publicly)).status).toBe(404);
    expect(await textOf(await visit(`/asked/${await tokenOf(page)}`))).toContain("Đang thanh tra.");
    const list = async () => textOf(await visit("/agencies/pc-30307/queries"));
    vi.setSystemTime(new Date("2026-09-08T16:59:59.999Z"));
    expect((await visit(publicly)).status).toBe(404);
    expect(await list(), "a kept page too").not.toContain(QUESTION);
    vi.setSystemTime(new Date("2026-09-08T17:00:00.000Z"));
    expect(await list(), "at that very moment").toContain(QUESTION);
    const shown = await textOf(await visit(publicly));
    expect(shown).toContain("Đang thanh tra.");
    expect(shown).toContain("Luật Báo chí 126/2025/QH15, Điều 31 khoản 2");
    expect(shown, "who wanted to be named is").toContain("Phan Thị Hà, Báo Mẫu");
  });

  it("who assists reads the question and their task, never the draft or who asks", async () => {
    const all = await everywhere();
    const { sister, own } = all.officers;
    const asked = { agencyId: "pc-30292", unit: "", email: null, request: "Số hộ ở Bình Đức" };
    const due = { dueAt: minutes(600).toISOString() };
    const task = await askUnit(db, { id: all.id }, { ...asked, ...due }, { by: own, at: MORNING });
    if (!task.ok) throw new Error(task.reason);
    const found = await findings(all, "sister");
    expect(found).toEqual({ ...nothing, question: true, clocks: true });
    const path = `/desk/query-tasks/${task.id}`;
    expect(await textOf(await visit("/desk/queries", { as: sister }))).toContain(
      "Số hộ ở Bình Đức",
    );
    expect((await visit(path, { as: all.officers.elsewhere })).status).toBe(404);
    expect((await visit(path, { as: sister, form: { answer: "7 hộ" } })).status).toBe(302);
    expect(await textOf(await visit(all.page, { as: own }))).toContain("7 hộ");
    expect((await visit(`${path}/cancelling`, { as: sister, form: { any: "" } })).status).toBe(404);
  });

  it("nobody but its own office does anything with it", async () => {
    const all = await everywhere();
    const steps = [
      ...["taking", "owner", "promise", "holding-answer", "lock", "lock/takeover", "draft"],
      ...["signatures", "signature", "answer", "refusal", "forwarding", "withdrawal"],
      ...["conclusion", "opening", "keeping-back", "tasks/new"],
    ];
    for (const who of ["sister", "province", "elsewhere"] as const)
      for (const step of steps) {
        const response = await visit(`${all.page}/${step}`, {
          as: all.officers[who],
          form: { any: "" },
        });
        expect(response.status, `${who} ${step}`).toBe(404);
      }
  });
});
