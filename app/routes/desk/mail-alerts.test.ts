import { describe, expect, it } from "vitest";
import { markAddressFailed } from "#app/domain/mail/address-failure.server.ts";
import { post } from "#app/domain/mail/outbox.server.ts";
import { pauseMail } from "#app/domain/mail/pause.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { guests, letterTo } from "#app/test/post-office.ts";
import { MORNING } from "#app/test/setup.ts";

const DAYS_AGO = "2026-08-20T01:00:00.000Z";

async function returned(words: string, at = MORNING) {
  const [guest] = await guests(db, 1);
  if (!guest) throw new Error("no guest");
  await post(db, [letterTo(guest)], MORNING);
  const { id } = await db.selectFrom("mail").select("id").executeTakeFirstOrThrow();
  await markAddressFailed(db, { mailId: id, words, at });
  const lan = await officerOf(db, await committee(db));
  return { lan, guest, journalist: { id: guest.journalistId } };
}

const read = async (path: string, as: { id: string }) => textOf(await visit(path, { as }));

describe("an address that takes no mail", () => {
  it("is amber wherever the journalist stands, with the server's words and whom to telephone", async () => {
    const { lan, guest, journalist } = await returned("550 5.1.1 No such user");
    await db.updateTable("journalist").set({ phone: "0900 000 111" }).execute();

    const page = await visit(paths.desk.journalist(journalist), { as: lan });
    const html = await page.clone().text();
    const shown = await textOf(page);

    expect(shown).toContain("Thư không tới được địa chỉ này");
    expect(shown).toContain("550 5.1.1 No such user");
    expect(html).toContain('href="tel:0900000111"');
    const badge = "Địa chỉ không nhận thư";
    expect(await read(paths.desk.journalists(), lan)).toContain(badge);
    expect(await read(paths.desk.invitations({ id: guest.meetingId }), lan)).toContain(badge);
  });

  it("is right again when an officer says so or corrects it", async () => {
    const { lan, journalist } = await returned("550 5.1.1 No such user");
    const door = paths.desk.journalistAddress(journalist);
    const duc = await officerOf(db, await committee(db, "30292"), "Đức");
    const bounced = async () =>
      (await db.selectFrom("journalist").select("bouncedAt").executeTakeFirstOrThrow()).bouncedAt;

    await visit(door, { as: lan });
    expect(await bounced(), "a look changes nothing").toBe(MORNING);
    expect((await visit(door, { form: {} })).status).toBe(302);
    expect(await bounced()).toBe(MORNING);

    await visit(door, { as: lan, form: {} });
    expect(await bounced()).toBeNull();
    const acts = await db.selectFrom("audit").select(["act", "by"]).execute();
    expect(acts).toContainEqual({ act: "journalist.changed", by: lan.id });
    expect(duc.id).not.toBe(lan.id);
  });
});

describe("what only the operator can mend", () => {
  it("is told at the desk: letters refused for how they were sent, lately", async () => {
    const { lan } = await returned("554 5.7.26 This mail is unauthenticated");
    for (const path of [paths.desk.home(), paths.desk.outbox()]) {
      const shown = await read(path, lan);
      expect(shown).toContain("Máy chủ nơi nhận từ chối thư của cơ quan");
      expect(shown).toContain("554 5.7.26 This mail is unauthenticated");
    }

    await db.updateTable("mail").set({ refusedAt: DAYS_AGO }).execute();
    expect(await read(paths.desk.home(), lan)).not.toContain("từ chối thư của cơ quan");
  });

  it("is told at the desk: no letter leaves at all", async () => {
    const lan = await officerOf(db, await committee(db));
    expect(await read(paths.desk.home(), lan)).not.toContain("Đang tạm ngừng gửi thư");

    await pauseMail(db, { since: MORNING, until: MORNING, problem: "535 5.7.8 Wrong password" });

    expect(await read(paths.desk.home(), lan)).toContain("Đang tạm ngừng gửi thư");
  });
});
