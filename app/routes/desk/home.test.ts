import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { assigned, decided, delegated, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";

const read = async (as: { id: string }, path = paths.desk.home()) =>
  textOf(await visit(path, { as }));

async function invited(
  meeting: { id: string },
  letter: { stage: "refused" | "queued" | "sent"; attempts?: number } | null,
  reply: "coming" | null = null,
) {
  const journalist = await reporter(db);
  const id = journalist.id;
  await db
    .insertInto("invitation")
    .values({
      ...{ id, meetingId: meeting.id, journalistId: journalist.id, token: id, calendarUid: id },
      ...{ invitedAt: MORNING, invitedBy: "lan", reply, repliedAt: reply && MORNING },
    })
    .execute();
  if (!letter) return;
  await db
    .insertInto("mail")
    .values({
      ...{ id, kind: "invitation", invitationId: id, revision: 0, to: "ha@bao.test" },
      ...{ toName: "Hà", from: "baochi@press.test", messageId: id, subject: "x", text: "x" },
      ...{ html: "x", postedAt: MORNING, dueAt: MORNING, expiresAt: "2026-09-10T02:00:00.000Z" },
      ...letter,
    })
    .execute();
}

describe("today at the desk", () => {
  it("offers to invite the press at once, and says that all is well when it is", async () => {
    const agency = await committee(db);
    await assigned(db, agency);
    const page = await read(await officerOf(db, agency));

    expect(page).toContain("Thứ Ba, 01/09/2026");
    expect(page).toContain("Có việc đột xuất");
    expect(page).toContain("Chưa có cuộc họp nào sắp tới");
    expect(page).toContain("Không có gì cần để ý lúc này.");
  });

  it("shows the next meetings with their answers, within reach only", async () => {
    const agency = await committee(db);
    const meeting = await briefing(db, agency);
    await invited(meeting, null, "coming");
    await invited(meeting, null);
    await briefing(db, await committee(db, "30292"), { subject: "Của Bình Đức" });
    const page = await read(await officerOf(db, agency));

    expect(page).toContain("Họp báo tháng 9");
    expect(page).toContain("mời 2, tham dự 1, chưa trả lời 1");
    expect(page).not.toContain("Của Bình Đức");
  });

  it("names letters that were refused or put back, so that somebody telephones", async () => {
    const agency = await committee(db);
    const meeting = await briefing(db, agency);
    await invited(meeting, { stage: "refused" });
    await invited(meeting, { stage: "queued", attempts: 2 });
    await invited(meeting, { stage: "sent", attempts: 1 });
    const [own, other] = [
      await officerOf(db, agency),
      await officerOf(db, await committee(db, "19777")),
    ];

    expect(await read(own)).toContain("1 thư bị từ chối, 1 thư đang chờ gửi lại");
    expect(await read(other)).not.toContain("thư bị từ chối");
  });

  it("names meetings that are over and not yet recorded as held", async () => {
    const agency = await committee(db);
    const past = { startsAt: "2026-08-20T02:00:00.000Z", endsAt: "2026-08-20T03:00:00.000Z" };
    await briefing(db, agency, { ...past, subject: "Đã qua" });
    await briefing(db, agency, { ...past, subject: "Đã ghi", heldAt: MORNING });
    const page = await read(await officerOf(db, agency));

    expect(page).toMatch(/chờ ghi nhận Đã qua/);
    expect(page).not.toContain("Đã ghi");
  });

  it("names terms that end within thirty days, and no others", async () => {
    const agency = await committee(db);
    await assigned(db, agency, decided());
    await assigned(
      db,
      agency,
      decided({ name: "Bảo", capacity: "regular", untilDay: "2026-10-01" }),
    );
    await delegated(db, agency, written());
    const later = await committee(db, "30292");
    await assigned(db, later, decided({ name: "Kim", untilDay: "2026-10-02" }));
    const page = await read(await officerOf(db, await committee(db, "91")));

    expect(page).toContain("Bảo, đến 01/10/2026");
    expect(page).toContain("Trần Thị Cúc, đến 17:00 01/09/2026");
    expect(page).not.toContain("Kim, đến");
  });

  it("counts the agencies without a spokesperson, and tells an agency of its own lack", async () => {
    const agency = await committee(db);
    await assigned(db, agency);
    const province = await officerOf(db, await committee(db, "91"));
    const bare = await officerOf(db, await committee(db, "30292"));

    expect(await read(province)).toContain("2 trong 3 cơ quan");
    expect(await read(bare)).toContain("Cơ quan của bạn chưa có ai");
    expect(await read(province, `/en${paths.desk.home()}`)).toContain("2 of 3 agencies");
  });
});
