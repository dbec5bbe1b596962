import { describe, expect, it } from "vitest";
import { openAccount } from "#app/domain/accounts/accounts.server.ts";
import { COMMAND_LINE } from "#app/domain/audit/entry.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";

const password = "một mật khẩu dài";

async function lan() {
  const agency = await committee(db);
  const details = { email: "lan@press.test", name: "Lan", role: "officer" as const };
  const signed = { by: COMMAND_LINE, at: MORNING };
  await openAccount(db, { ...details, agencyId: agency.id, password }, signed);
}

describe("signing in", () => {
  it("opens the desk with the right password, and keeps only a hash of the token", async () => {
    await lan();
    const response = await visit(paths.signIn(), { form: { email: "LAN@press.test ", password } });
    const cookie = response.headers.get("Set-Cookie") ?? "";

    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe(paths.desk.home());
    expect(cookie).toMatch(/^__Host-session=.+HttpOnly; Secure; SameSite=Lax/);
    const [session] = await db.selectFrom("session").selectAll().execute();
    expect(cookie).not.toContain(session?.tokenHash);
  });

  it.each([
    { what: "a wrong password", form: { email: "lan@press.test", password: "sai" } },
    { what: "an address nobody has", form: { email: "ai@press.test", password } },
  ])("says the same of $what", async ({ form }) => {
    await lan();
    const response = await visit(paths.signIn(), { form });

    expect(response.status).toBe(403);
    expect(await textOf(response)).toContain("Thư điện tử hoặc mật khẩu không đúng.");
  });

  it("goes back to where the reader was going, but never to another site", async () => {
    await lan();
    const form = { email: "lan@press.test", password };
    const inside = await visit(paths.signIn("/desk/meetings?page=2"), { form });
    const outside = await visit(paths.signIn("//evil.example/desk"), { form });

    expect(inside.headers.get("Location")).toBe("/desk/meetings?page=2");
    expect(outside.headers.get("Location")).toBe(paths.desk.home());
  });

  it.each([
    { of: "a browser of today", site: ["Sec-Fetch-Site", "same-origin"] },
    { of: "an old browser", site: ["Accept", "*/*"] },
  ])("takes the form of $of behind a proxy that writes a Host of its own", async ({ site }) => {
    await lan();
    const from = [
      ["Host", "127.0.0.1:3000"],
      ["Origin", "https://press.test"],
    ];
    const response = await visit(paths.signIn(), {
      form: { email: "lan@press.test", password },
      headers: Object.fromEntries([...from, site]),
    });

    expect([response.status, response.headers.get("Location")]).toEqual([302, "/desk"]);
  });

  it("stops guessing after ten tries", async () => {
    await lan();
    const guess = () =>
      visit(paths.signIn(), { form: { email: "guess@press.test", password: "x" } });
    const answers = await Promise.all(Array.from({ length: 12 }, guess));

    expect(answers.map((answer) => answer.status)).toContain(429);
  });

  it("refuses a form that another site's page sent", async () => {
    const response = await visit(paths.signIn(), {
      form: { email: "lan@press.test", password },
      headers: { "Sec-Fetch-Site": "cross-site" },
    });

    expect(response.status).toBe(403);
  });
});
