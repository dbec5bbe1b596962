import { beforeEach, describe, expect, it } from "vitest";
import { takeIn } from "#app/domain/inbound/taking-in.server.ts";
import { answersAddress } from "#app/domain/mail/sender.server.ts";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { signed } from "#app/test/press-room.ts";

const base = answersAddress() as string;
const MAILBOX = "hopbao@longxuyen.test";
const at = "2026-09-01T00:30:00.000Z";

const letter = (to: string, more: string[] = []) =>
  [
    "From: =?utf-8?q?Phan_Th=E1=BB=8B_H=C3=A0?= <ha@bao.test>",
    ...[`To: ${to}`, "Subject: =?utf-8?q?Bao_gi=E1=BB=9D_th=C3=B4ng_=C4=91=C6=B0=E1=BB=9Dng=3F?="],
    ...["Message-ID: <1@bao.test>", "MIME-Version: 1.0", ...more],
    ...["Content-Type: text/plain; charset=utf-8", "", "Cấm xe từ 25/08.", ""],
  ].join("\r\n");

describe("a mail that an officer takes for a press query", () => {
  let lan: { id: string };
  let minh: { id: string };
  let province: { id: string };
  beforeEach(async () => {
    await loadLaw(db, { at: signed().at });
    const ward = await committee(db);
    await db.updateTable("agency").set({ pressEmail: MAILBOX }).where("id", "=", ward.id).execute();
    lan = await officerOf(db, ward);
    minh = await officerOf(db, await committee(db, "30292"), "Minh");
    province = await officerOf(db, await committee(db, "91"), "Tỉnh");
    await committee(db, "00004");
  });

  const take = (raw: string, to: string) => takeIn(db, { raw: Buffer.from(raw), to: [to], at });
  const nobodys = () => take(letter(base), base);
  const queries = () => db.selectFrom("query").selectAll().execute();
  const form = (more: Record<string, string> = {}) => ({
    ...{ agencyId: "pc-30307", kind: "question", title: "Thông đường", language: "vi", ...more },
  });
  const post = (id: string, as: { id: string }, more?: Record<string, string>, lang = "") =>
    visit(`${lang}/desk/inbound/${id}/query`, { as, form: form(more) });

  it("is offered on its page, with the agencies that the officer works for and no other", async () => {
    const { id } = await nobodys();
    expect(await textOf(await visit(`/desk/inbound/${id}`, { as: province }))).toContain(
      "Nhận làm câu hỏi báo chí",
    );

    const page = await textOf(await visit(`/desk/inbound/${id}/query`, { as: province }));
    expect(page).toContain("Cấm xe từ 25/08.");
    expect(page).toContain("Ủy ban nhân dân phường Long Xuyên");
    expect(page).not.toContain("Ba Đình");
    const english = await visit(`/en/desk/inbound/${id}/query`, { as: province });
    expect(await textOf(english)).toContain("The query counts as received when the mail came.");
  });

  it("becomes one of the agency that was chosen, and its sender is told", async () => {
    const { id } = await nobodys();

    const taken = await post(id, province);

    expect(taken.status).toBe(302);
    expect(taken.headers.get("Location")).toBe("/desk/inbound");
    const [query] = await queries();
    expect(query).toMatchObject({
      ...{ agencyId: "pc-30307", title: "Thông đường", text: "Cấm xe từ 25/08." },
      ...{ receivedAt: at, receivedBy: province.id, channel: "mail", askerEmail: "ha@bao.test" },
    });
    const told = await db.selectFrom("mail").select(["kind", "to"]).execute();
    expect(told.find(({ kind }) => kind === "query-receipt")?.to).toBe("ha@bao.test");
    expect((await post(id, province)).status, "it is the ward's to read now").toBe(404);
    const shown = await textOf(await visit(`/desk/inbound/${id}`, { as: lan }));
    expect(shown).toContain("Tỉnh đã nhận làm câu hỏi báo chí");
    expect((await post(id, lan)).status).toBe(409);
    expect(await queries()).toHaveLength(1);
    const acts = await db.selectFrom("audit").select("act").where("about", "=", id).execute();
    expect(acts).toEqual([{ act: "inbound.asked" }]);
  });

  it("is not taken for an agency of another province, nor by a stranger", async () => {
    const { id } = await nobodys();
    const elsewhere = await post(id, province, { agencyId: "pc-00004" }, "/en");
    expect(elsewhere.status).toBe(409);
    expect(await textOf(elsewhere)).toContain("not within your reach");
    expect((await post(id, province, { agencyId: "" })).status).toBe(400);
    expect((await post(id, minh)).status).toBe(404);
    expect((await visit(`/desk/inbound/${id}/query`, { form: form() })).status).toBe(302);
    expect(await queries()).toEqual([]);
  });

  it("of a complaint gives its letter's number, and nothing of what it says", async () => {
    const { id } = await nobodys();
    const complaint = { kind: "forwarded_complaint" };
    expect((await post(id, province, complaint)).status).toBe(400);
    expect((await post(id, province, { ...complaint, reference: "45/CV-BM" })).status).toBe(302);
    expect(await queries()).toMatchObject([{ title: "45/CV-BM", text: "", kind: complaint.kind }]);
  });

  it("came to one agency's mailbox and is that one's alone to read", async () => {
    const { id } = await take(letter(MAILBOX, ["Auto-Submitted: auto-generated"]), MAILBOX);
    for (const [as, status] of [
      [lan, 200],
      [minh, 404],
      [province, 404],
    ] as const)
      for (const path of ["", "/query", "/message.eml", "/dismissal"])
        expect((await visit(`/desk/inbound/${id}${path}`, { as })).status).toBe(status);
    expect((await post(id, lan, { agencyId: "pc-91" })).status).toBe(409);
  });

  it("stands beside the query that a machine made of it, with who vouches for its sender", async () => {
    const { id } = await take(letter(MAILBOX), MAILBOX);
    const [query] = await queries();

    const page = await textOf(await visit(`/desk/queries/${query?.id}`, { as: lan }));
    expect(page).toContain("Xem thư đã gửi đến");
    expect(page).toContain("chưa xác thực địa chỉ");
    expect(await textOf(await visit("/desk/inbound?shelf=queries", { as: lan }))).toContain(
      "Câu hỏi số 1/2026",
    );
    expect(await textOf(await visit(`/desk/inbound/${id}`, { as: lan }))).toContain(
      "Câu hỏi số 1/2026",
    );
    expect(await textOf(await visit("/desk", { as: lan }))).toContain("1 câu hỏi");
    const others = await visit("/desk/inbound?shelf=queries", { as: province });
    expect(await textOf(others)).not.toContain("ha@bao.test");
  });
});
