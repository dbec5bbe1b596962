import { describe, expect, it } from "vitest";
import { post } from "#app/domain/mail/outbox.server.ts";
import { pauseMail } from "#app/domain/mail/pause.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { guests, letterTo } from "#app/test/post-office.ts";
import { MORNING } from "#app/test/setup.ts";

async function posted() {
  const invited = await guests(db, 3);
  await post(
    db,
    invited.map((guest) => letterTo(guest)),
    MORNING,
  );
  const [sent, refused] = invited;
  await db
    .updateTable("mail")
    .set({ stage: "sent", sentAt: MORNING })
    .where("to", "=", sent?.email ?? "")
    .execute();
  await db
    .updateTable("mail")
    .set({ stage: "refused", problem: "550 5.1.1 No such user" })
    .where("to", "=", refused?.email ?? "")
    .execute();
  return { sent: sent?.email ?? "", refused: refused?.email ?? "", invited };
}

describe("the outbox", () => {
  it("shows what is in the way of a letter, each kind on a shelf of its own", async () => {
    const { sent, refused } = await posted();
    const lan = await officerOf(db, await committee(db));

    const all = await textOf(await visit(paths.desk.outbox(), { as: lan }));
    const trouble = await textOf(await visit(paths.desk.outbox({ shelf: "trouble" }), { as: lan }));

    expect(all).toContain("Cần xem 1 Chưa gửi 1 Đã gửi 1 Không cần gửi 0 Tất cả 3");
    expect(all).toContain(sent);
    expect(trouble).toContain(refused);
    expect(trouble).toContain("Máy chủ thư trả lời: 550 5.1.1 No such user");
    expect(trouble).not.toContain(sent);
  });

  it("says that sending is paused, why, and until when", async () => {
    const lan = await officerOf(db, await committee(db));
    const until = "2026-09-01T01:05:00.000Z";
    await pauseMail(db, { since: MORNING, until, problem: "535 5.7.8 Bad credentials" });
    const page = await textOf(await visit(paths.desk.outbox(), { as: lan }));

    expect(page).toContain("Đang tạm ngừng gửi thư");
    expect(page).toContain("08:05 01/09/2026 sẽ thử lại");
    expect(page).toContain("535 5.7.8 Bad credentials");
  });

  it("shows nobody another province's letters", async () => {
    const { sent } = await posted();
    const hue = await officerOf(db, await committee(db, "46"));
    const page = await textOf(await visit(paths.desk.outbox(), { as: hue }));

    expect(page).not.toContain(sent);
    expect(page).toContain("Tất cả 0");
  });
});
