import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, reporter } from "#app/test/people.ts";

const ha = async (details: Parameters<typeof reporter>[1] = {}) => {
  await committee(db);
  return reporter(db, { name: "Nguyễn Thu Hà", email: "ha@bao.test", ...details });
};
const stoppedAt = async () =>
  (await db.selectFrom("journalist").select("unsubscribedAt").executeTakeFirst())?.unsubscribedAt;

describe("the unsubscribe link of a letter", () => {
  it("shows who, what, and what is still sent", async () => {
    const response = await visit(paths.unsubscribe(await ha()));
    const page = await textOf(response);

    expect(response.status).toBe(200);
    expect(page).toContain("Nguyễn Thu Hà (ha@bao.test)");
    expect(page).toContain("Bàn báo chí tỉnh An Giang");
    expect(page).toMatch(/vẫn nhận thông báo khi cuộc họp đó đổi giờ, đổi địa điểm/);
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  });

  it("changes nothing when scanners follow it fifty times", async () => {
    const journalist = await ha();
    const before = await db.selectFrom("journalist").selectAll().execute();
    for (let i = 0; i < 50; i++) {
      const path = i % 2 ? paths.unsubscribe(journalist) : paths.resubscription(journalist);
      const response = await visit(path, { method: i % 3 ? "GET" : "HEAD" });
      expect(response.status).toBe(200);
    }

    expect(await db.selectFrom("journalist").selectAll().execute()).toEqual(before);
    expect(await db.selectFrom("audit").selectAll().execute()).toEqual([]);
  });

  it("is obeyed in one click by a mail program, without cookies and without a redirect", async () => {
    const response = await visit(paths.unsubscribe(await ha()), {
      form: { "List-Unsubscribe": "One-Click" },
    });

    expect(response.status).toBe(200);
    expect(response.headers.get("Set-Cookie")).toBeNull();
    expect(await stoppedAt()).toBe("2026-09-01T01:00:00.000Z");
  });

  it("is obeyed when the click is sent as multipart/form-data (RFC 8058, section 3.1)", async () => {
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    const response = await visit(paths.unsubscribe(await ha({ language: "en" })), { form });

    expect(response.status).toBe(200);
    expect(await stoppedAt()).not.toBeNull();
  });

  it("stops by the page's button, says so, and shows the way back", async () => {
    const journalist = await ha();
    const stopped = await textOf(await visit(paths.unsubscribe(journalist), { form: {} }));
    const back = await textOf(await visit(paths.resubscription(journalist), { form: {} }));

    expect(stopped).toContain("Đã ngừng gửi thư mời");
    expect(stopped).toContain("Nhận lại thư mời");
    expect(back).toContain("Đã đăng ký nhận lại thư mời");
    expect(await stoppedAt()).toBeNull();
  });

  it("speaks the journalist's language, and English under /en", async () => {
    const english = await ha({ language: "en" });
    const vietnamese = await reporter(db, { name: "Lê Minh" });

    expect(await textOf(await visit(paths.unsubscribe(english)))).toContain("Stop invitations");
    expect(await textOf(await visit(paths.unsubscribe(vietnamese)))).toContain("Ngừng nhận");
    expect(await textOf(await visit(`/en${paths.unsubscribe(vietnamese)}`))).toContain(
      "Press desk of An Giang Province",
    );
  });

  it.each(["wrong-token-of-nobody", "x", "%3Cscript%3Ealert(1)", "x".repeat(5000)])(
    "is nobody's when it is %s",
    async (token) => {
      await ha();
      const path = paths.unsubscribe({ token });
      const seen = await visit(path);
      const sent = await visit(path, { form: { "List-Unsubscribe": "One-Click" } });

      expect([seen.status, sent.status]).toEqual([404, 404]);
      expect(await textOf(seen)).toContain("Liên kết này không đúng");
      expect(await stoppedAt()).toBeNull();
    },
  );

  it("is plain HTML, without the framework's scripts", async () => {
    const html = await (await visit(paths.unsubscribe(await ha()))).text();

    expect(html).not.toMatch(/modulepreload|__remixContext/);
    expect(html).toMatch(/<form method="post" action="\/unsubscribe\//);
  });
});
