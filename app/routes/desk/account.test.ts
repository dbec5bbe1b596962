import { describe, expect, it } from "vitest";
import { findByPassword, openAccount } from "#app/domain/accounts/accounts.server.ts";
import { letterLanguageOf } from "#app/domain/accounts/letter-language.server.ts";
import { beginSession, listSessions } from "#app/domain/accounts/sessions.server.ts";
import { COMMAND_LINE } from "#app/domain/audit/entry.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";

const old = "một mật khẩu dài";
const fresh = "một mật khẩu khác";

async function lan() {
  const agency = await committee(db);
  const details = { email: "lan@press.test", name: "Lan", role: "officer" as const };
  const signed = { by: COMMAND_LINE, at: MORNING };
  const opened = await openAccount(db, { ...details, agencyId: agency.id, password: old }, signed);
  if (!opened.ok) throw new Error(opened.reason);
  return { id: opened.id };
}

describe("one's own account", () => {
  it("shows who one is and where one is signed in", async () => {
    const as = await lan();
    const page = await textOf(await visit(paths.desk.account(), { as }));

    expect(page).toContain("lan@press.test");
    expect(page).toContain("Ủy ban nhân dân phường Long Xuyên");
    expect(page).toContain("trình duyệt này");
  });

  it("changes the password and signs every other browser out", async () => {
    const as = await lan();
    await beginSession(db, as, { at: MORNING, userAgent: "another browser" });
    const response = await visit(paths.desk.account(), { as, form: { old, fresh } });

    expect(response.status).toBe(302);
    expect(await findByPassword(db, "lan@press.test", fresh, MORNING)).toMatchObject(as);
    expect(await findByPassword(db, "lan@press.test", old, MORNING)).toBeUndefined();
    const sessions = await listSessions(db, as as never, MORNING);
    expect(sessions.map(({ userAgent }) => userAgent)).toEqual(["test"]);
  });

  it.each([
    { what: "a wrong old password", form: { old: "sai", fresh }, status: 409, says: "không đúng" },
    { what: "a short new one", form: { old, fresh: "ngắn" }, status: 409, says: "12 ký tự" },
    { what: "none at all", form: { old, fresh: "" }, status: 400, says: "Xin điền mục này" },
  ])("refuses $what, and does not send passwords back", async ({ form, status, says }) => {
    const as = await lan();
    const response = await visit(paths.desk.account(), { as, form });
    const html = await response.text();

    expect(response.status).toBe(status);
    expect(html).toContain(says);
    expect(html).not.toContain(fresh);
    expect(await findByPassword(db, "lan@press.test", old, MORNING)).toMatchObject(as);
  });

  it("sets the language of the letters that one gets, the pages staying in theirs", async () => {
    const as = await lan();
    const page = paths.desk.letterLanguage();
    const offered = await textOf(await visit(page, { as }));
    const saved = await visit(page, { as, form: { language: "en" } });
    const own = await textOf(await visit(paths.desk.account(), { as }));

    expect(offered).toContain("Tiếng Việt");
    expect([saved.status, saved.headers.get("Location")]).toEqual([302, paths.desk.account()]);
    expect(await letterLanguageOf(db, as)).toBe("en");
    expect(own).toContain("Ngôn ngữ của thư gửi cho tôi");
    expect(own).toContain("Tiếng Anh");
    expect((await visit(page, { as, form: { language: "fr" } })).status).toBe(400);
    expect((await visit(page)).status).toBe(302);
    expect(await letterLanguageOf(db, as)).toBe("en");
  });

  it("stops guessing at the old password", async () => {
    const as = await lan();
    const guess = () => visit(paths.desk.account(), { as, form: { old: "sai", fresh } });
    const answers = await Promise.all(Array.from({ length: 12 }, guess));

    expect(answers.map(({ status }) => status)).toContain(429);
  });

  it("signs one of one's own browsers out, and nobody else's", async () => {
    const as = await lan();
    const other = await officerOf(db, await committee(db), "Minh");
    await beginSession(db, as, { at: MORNING, userAgent: "mine" });
    await beginSession(db, other, { at: MORNING, userAgent: "theirs" });
    const named = async (userAgent: string) =>
      (await db.selectFrom("session").selectAll().where("userAgent", "=", userAgent).execute())[0];
    const [mine, theirs] = [await named("mine"), await named("theirs")];
    const end = (id = "") => visit(paths.desk.sessionEnd({ id }), { as, form: {} });

    expect((await end(mine?.tokenHash)).headers.get("Location")).toBe(paths.desk.account());
    expect((await end(theirs?.tokenHash)).status).toBe(404);
    expect(await named("mine")).toBeUndefined();
    expect(await named("theirs")).toBeDefined();
  });
});
