import { beforeEach, describe, expect, it, vi } from "vitest";
import { COUNTRY } from "#app/domain/accounts/officer.ts";
import { askForConfirmations } from "#app/domain/spokespersons/confirmations.server.ts";
import { withoutSecrets } from "#app/http/front-door.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import { assigned, byLan } from "#app/test/register.ts";

const OCTOBER = "2026-10-05T02:00:00.000Z";

async function asked() {
  const entry = await assigned(db, await committee(db));
  await askForConfirmations(db, COUNTRY, { by: byLan.by, at: OCTOBER });
  return { ...(await question()), entryId: entry.id };
}

const question = () => db.selectFrom("confirmation").selectAll().executeTakeFirstOrThrow();

describe("the letter's link to confirm an entry", () => {
  beforeEach(() => {
    vi.setSystemTime(new Date(OCTOBER));
  });

  it("shows the entry as it is public, without an account, and is kept by nobody", async () => {
    const response = await visit(paths.confirmation(await asked()));
    const page = await textOf(response.clone());

    for (const fact of [
      "Nguyễn Văn An",
      "Chủ tịch UBND phường",
      "0296 3 852 852",
      "an@angiang.gov.vn",
      "118/QĐ-UBND",
      "Còn đúng, tôi xác nhận",
      "Có chỗ sai: báo để sửa",
    ])
      expect(page).toContain(fact);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("X-Robots-Tag")).toContain("noindex");
    expect(response.headers.get("Referrer-Policy")).toBe("same-origin");
    expect(await response.text()).not.toContain("window.__remixContext");
  });

  it("changes nothing when a scanner follows it fifty times", async () => {
    const before = await asked();
    for (let i = 0; i < 25; i++) {
      await visit(paths.confirmation(before));
      await visit(paths.confirmation(before), { method: "HEAD" });
    }

    expect(await question()).toMatchObject({ confirmedAt: null, confirmedBy: null });
    expect(
      await db
        .selectFrom("audit")
        .select("act")
        .where("act", "=", "spokesperson.confirmed")
        .execute(),
    ).toEqual([]);
  });

  it("confirms by one button, says so, and offers it no more", async () => {
    const { token, id } = await asked();
    const push = await visit(paths.confirmation({ token }), { form: {} });
    const page = await textOf(await visit(paths.confirmation({ token })));
    const again = await visit(paths.confirmation({ token }), { form: {} });
    const area = await textOf(await visit("/areas/30307"));

    expect([push.status, push.headers.get("Location")]).toEqual([
      302,
      paths.confirmation({ token }),
    ]);
    expect(await question()).toMatchObject({
      confirmedAt: OCTOBER,
      confirmedBy: `confirmation:${id}`,
    });
    expect(page).toContain("Thông tin này đã được xác nhận trong quý.");
    expect(page).not.toContain("Còn đúng, tôi xác nhận");
    expect(again.status).toBe(409);
    expect(area).toContain("Xác nhận ngày 05/10/2026");
  });

  it("speaks English under /en", async () => {
    const page = await textOf(await visit(`/en${paths.confirmation(await asked())}`));

    expect(page).toContain("Is this still right?");
    expect(page).toContain("Something is wrong: report it");
  });

  it.each(["wrong-token-wrong-token-wrong", "x", "%27%20or%201=1", "a".repeat(3000)])(
    "is not found with a wrong token, and says what to do",
    async (token) => {
      const look = await visit(paths.confirmation({ token }));
      const push = await visit(paths.confirmation({ token }), { form: {} });

      expect([look.status, push.status]).toEqual([404, 404]);
      expect(await textOf(look)).toContain("Xin mở lại đúng liên kết trong thư mới nhất.");
    },
  );

  it("says that the quarter is over, the entry annulled, or the task ended, and takes nothing", async () => {
    const { token, entryId } = await asked();
    const told = async () => {
      const page = await textOf(await visit(paths.confirmation({ token })));
      const { status } = await visit(paths.confirmation({ token }), { form: {} });
      expect(page).not.toContain("Còn đúng, tôi xác nhận");
      expect(status).toBe(409);
      return page;
    };

    vi.setSystemTime(new Date("2027-01-04T02:00:00.000Z"));
    expect(await told()).toContain("Thư này của một quý đã qua.");
    vi.setSystemTime(new Date(OCTOBER));
    await db.updateTable("assignment").set({ endDay: "2026-10-01" }).execute();
    expect(await told()).toContain("Nhiệm vụ này đã kết thúc");
    await db
      .updateTable("assignment")
      .set({ annulledAt: OCTOBER })
      .where("id", "=", entryId)
      .execute();
    expect(await told()).toContain("đã được đính chính hoặc gỡ khỏi danh sách công khai");
    expect((await question()).confirmedAt).toBeNull();
  });

  it("stays out of the log", async () => {
    const { token } = await asked();

    expect(withoutSecrets(paths.confirmation({ token }))).toBe("/confirmations/…");
    expect(withoutSecrets(`/en${paths.confirmation({ token })}.data`)).not.toContain(token);
  });

  it("stops taking answers from an address that sends hundreds", async () => {
    const push = () => visit(paths.confirmation({ token: "x".repeat(32) }), { form: {} });
    const answers = await Promise.all(Array.from({ length: 70 }, push));

    expect(answers.map(({ status }) => status)).toContain(429);
  });
});

describe("how fresh an entry is", () => {
  const pageAt = async (at: string) => {
    vi.setSystemTime(new Date(at));
    return textOf(await visit("/areas/30307"));
  };

  it("stands on the public page and in the answers for other programs", async () => {
    await assigned(db, await committee(db));

    expect(await pageAt("2026-09-01T02:00:00.000Z")).toContain("Công bố ngày 01/09/2026");
    expect(await pageAt("2026-11-20T02:00:00.000Z")).toContain(
      "Chưa xác nhận trong quý IV/2026; gần nhất: công bố ngày 01/09/2026",
    );
    const answer = await (await visit("/api/v1/areas/30307")).json();
    expect(answer.speakers[0].confirmed).toEqual({
      by: "publication",
      on: "2026-09-01",
      quarter: "2026-Q4",
      state: "unconfirmed",
    });
  });
});
