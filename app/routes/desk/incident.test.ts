import { beforeEach, describe, expect, it } from "vitest";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { signed, speaker } from "#app/test/press-room.ts";

const filled = {
  ...{ title: "Cháy kho hàng", kind: "fire", level: "serious", clause: "7.3" },
  ...{ receivedAt: "2026-09-01T07:00", known: "Không ai bị thương." },
};

async function office() {
  const ward = await committee(db);
  const { personId } = await speaker(db, ward);
  return { ward, personId, lan: await officerOf(db, ward) };
}

const placeOf = (response: Response) => response.headers.get("Location") ?? "";

async function opened(lan: { id: string }, more: Record<string, string> = {}) {
  const response = await visit("/desk/incidents/new", { as: lan, form: { ...filled, ...more } });
  expect(response.status).toBe(302);
  return placeOf(response).replace("/statements/new", "");
}

describe("an incident at the desk", () => {
  beforeEach(() => loadLaw(db, { at: signed().at }));

  it("is opened, spoken of, approved and published, and the public page is there at once", async () => {
    const { lan, personId } = await office();
    const ha = await reporter(db);
    await db
      .insertInto("pressList")
      .values({ id: "l", provinceId: "2025-91", name: "L" })
      .execute();
    await db.insertInto("pressListMember").values({ listId: "l", journalistId: ha.id }).execute();
    const room = await opened(lan);
    expect(await textOf(await visit(room, { as: lan }))).toContain("Tính từ lúc tiếp nhận, xử lý");

    const drafted = await visit(`${room}/statements/new`, {
      as: lan,
      form: {
        ...{ language: "vi", title: "Thông tin ban đầu", known: "Lửa đã tắt.", doing: "Dọn dẹp." },
        ...{ nextUpdateAt: "2026-09-01T15:00", speakerId: personId },
      },
    });
    const statement = placeOf(drafted).replace("/approval", "");
    const publicly = statement.replace("/desk", "");
    expect((await visit(publicly)).status, "a draft is nobody's to read").toBe(404);
    const early = await visit(`${statement}/publication`, { as: lan, form: { list: "l" } });
    expect(early.status).toBe(409);

    const form = { approver: "Nguyễn Văn An", edition: "0" };
    expect((await visit(`${statement}/approval`, { as: lan, form })).status).toBe(302);
    const nobody = await visit(`${statement}/publication`, { as: lan, form: { any: "thing" } });
    expect(nobody.status).toBe(409);
    expect(await textOf(nobody)).toContain("Chưa chọn ai để gửi");
    const published = await visit(`${statement}/publication`, { as: lan, form: { list: "l" } });
    expect(placeOf(published)).toBe(`${statement}/access`);

    const page = await visit(publicly);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('"@type":"NewsArticle"');
    expect(html).toContain("Lê Thị Bình, Phó Chủ tịch (người phát ngôn thường xuyên)");
    expect(html).toContain("Gửi tới 1 cơ quan báo chí cùng lúc");
    expect(html, "no journalist is named").not.toContain(ha.email);
    const feed = await visit("/provinces/91/statements.atom");
    expect(await feed.text()).toContain(publicly);
    expect(await textOf(await visit("/agencies/pc-30307/statements"))).toContain(
      "Thông tin ban đầu",
    );
    expect(await textOf(await visit(`${statement}/access`, { as: lan }))).toContain(
      "Không thuộc cơ quan nào",
    );
  });

  it("is nobody's of another ward, nor is what is written on it", async () => {
    const { lan } = await office();
    const room = await opened(lan);
    const binh = await officerOf(db, await committee(db, "30292"), "Bình");

    for (const path of [room, `${room}/edit`, `${room}/closing`, `${room}/statements/new`])
      expect((await visit(path, { as: binh })).status, path).toBe(404);
    const urgent = `/desk/meetings/urgent?incident=${room.split("/").at(-1)}`;
    expect((await visit(urgent, { as: binh })).status).toBe(404);
  });

  it("of the whole nation says whom to call, and takes no statement", async () => {
    const { lan, personId } = await office();
    await speaker(db, await committee(db, "91"), {
      name: "Đặng Thị Lan",
      position: "Chánh Văn phòng",
    });
    const room = await opened(lan, { clause: "7.1" });
    const text = await textOf(await visit(room, { as: lan }));
    expect(text).toContain("Không thuộc thẩm quyền phát ngôn của cơ quan");
    expect(text).toMatch(/Đặng Thị Lan *, Chánh Văn phòng *: 0296 3 852 001/);

    const form = {
      ...{ language: "vi", title: "Thử", known: "Có.", doing: "Có." },
      ...{ nextUpdateAt: "2026-09-01T15:00", speakerId: personId },
    };
    const refused = await visit(`${room}/statements/new`, { as: lan, form });
    expect(refused.status).toBe(409);
  });

  it("tells who may speak when somebody else is named, and keeps what was typed", async () => {
    const { lan } = await office();
    const room = await opened(lan);
    const form = {
      ...{ language: "vi", title: "Thử", known: "Giữ lại dòng này.", doing: "Có." },
      ...{ nextUpdateAt: "2026-09-01T15:00", speakerId: "nobody" },
    };
    const refused = await visit(`${room}/statements/new`, { as: lan, form });
    const text = await textOf(refused);
    expect(text).toContain("Được phát ngôn: Lê Thị Bình.");
    expect(text).toContain("Giữ lại dòng này.");
  });

  it("is what a press conference called from it is about", async () => {
    const { lan } = await office();
    const ha = await reporter(db);
    const room = await opened(lan);
    const id = room.split("/").at(-1) ?? "";
    const page = await visit(`/desk/meetings/urgent?incident=${id}`, { as: lan });
    expect(await page.text()).toContain('value="Cháy kho hàng"');
    const form = {
      ...{ subject: "Cháy kho hàng", startsAt: "2026-09-03T10:00", minutes: "60" },
      ...{ venue: "Hội trường A", person: ha.id },
    };
    const called = await visit(`/desk/meetings/urgent?incident=${id}`, { as: lan, form });
    expect(called.status).toBe(302);

    const meeting = await db.selectFrom("meeting").select("incidentId").executeTakeFirst();
    expect(meeting?.incidentId).toBe(id);
    const shown = await (await visit(room, { as: lan })).text();
    expect(shown).toContain(placeOf(called).replace("/invitations", ""));
  });
});
