import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkIn } from "#app/domain/attendance/check-in.server.ts";
import { readWorkbook } from "#app/domain/spreadsheets/workbook.server.ts";
import { db, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { signed } from "#app/test/press-room.ts";
import type { Row } from "#db/tables.ts";

/** Everything of two guests that must never reach the province. */
const PEOPLE = [
  { name: "Nguyễn Thị Hà", email: "ha.rieng@bao.test", phone: "0912 345 678" },
  { name: "Trần Văn Nam", email: "nam.rieng@bao.test", phone: "0987 654 321" },
];
const WALK_IN = { name: "Lê Đi Thẳng", outlet: "Phan Thị Khách 0909 111 222" };

async function aMeeting(): Promise<Row<"meeting">> {
  const meeting = await briefing(db, await committee(db), {
    startsAt: "2026-09-01T02:00:00.000Z",
    endsAt: "2026-09-01T03:30:00.000Z",
  });
  await db
    .insertInto("outlet")
    .values({ id: "mau", provinceId: "2025-91", name: "Báo Mẫu", type: "online" })
    .execute();
  for (const [i, person] of PEOPLE.entries()) {
    const journalist = await reporter(db, { ...person, outletId: i === 0 ? "mau" : null });
    await db
      .insertInto("invitation")
      .values({
        ...{ id: `inv-${i}`, meetingId: meeting.id, journalistId: journalist.id },
        ...{ token: `token-of-guest-${i}-000000`, calendarUid: `uid-${i}`, invitedBy: "lan" },
        ...{ invitedAt: signed().at, repliedAt: signed().at, repliedVia: "link" },
        ...(i === 0
          ? { reply: "substitute", substituteName: "Vũ Người Thay", partySize: 3, cameras: 2 }
          : { reply: "tentative", note: '=HYPERLINK("http://evil.test")' }),
      })
      .execute();
  }
  await checkIn(db, meeting, { id: crypto.randomUUID(), invitation: "inv-0" }, signed());
  await checkIn(
    db,
    meeting,
    { id: crypto.randomUUID(), walkIn: { name: WALK_IN.name, outletName: WALK_IN.outlet } },
    signed(),
  );
  return meeting;
}

const path = (meeting: { id: string }, list: string) =>
  `/desk/meetings/${meeting.id}/attendance/${list}`;

describe("the lists of a meeting", () => {
  it("tell the office who was invited, what they answered and need, and who came", async () => {
    const meeting = await aMeeting();
    const officer = await officerOf(db, await committee(db));
    const answer = await visit(path(meeting, "people/csv"), { as: officer });
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.headers.get("Content-Disposition")).toContain("moi-va-den-du-2026-09-01.csv");
    const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
    expect(csv.startsWith("\uFEFFHọ tên,Cơ quan báo chí,")).toBe(true);
    const lines = csv.trimEnd().split("\r\n");
    expect(lines).toHaveLength(4);
    const ha = lines.find((line) => line.startsWith("Nguyễn Thị Hà"))?.split(",");
    expect(ha?.slice(1, 4)).toEqual(["Báo Mẫu", "ha.rieng@bao.test", "0912 345 678"]);
    expect(ha?.slice(6, 7)).toEqual(["Cử người khác"]);
    expect(ha?.slice(9, 14)).toEqual(["Vũ Người Thay", "", "3", "Đến tận nơi", "2"]);
    expect(ha?.at(-2)).toBe("08:00 01/09/2026");
    expect(csv).toContain("Chưa chắc");
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
    expect(lines.at(-1)).toContain("Đến không có giấy mời");
  });

  it("are the same as a workbook, whose cells are text and no formulas", async () => {
    const meeting = await aMeeting();
    const officer = await officerOf(db, await committee(db));
    const answer = await visit(path(meeting, "people/xlsx"), { as: officer });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const read = await readWorkbook(bytes);
    expect(read.ok && read.sheets[0]?.text).toContain("=HYPERLINK");
    const parts = Object.entries(unzipSync(bytes)).map(([, part]) =>
      new TextDecoder().decode(part),
    );
    expect(parts.some((part) => part.includes("<f>") || part.includes("<f "))).toBe(false);
  });

  it.each(["csv", "xlsx"])(
    "give the province press agencies and numbers, and nobody (%s)",
    async (format) => {
      const meeting = await aMeeting();
      const officer = await officerOf(db, await committee(db));
      const answer = await visit(path(meeting, `outlets/${format}`), { as: officer });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const parts: Record<string, Uint8Array> =
        format === "xlsx" ? unzipSync(bytes) : { "list.csv": bytes };
      const all = [
        new TextDecoder("latin1").decode(bytes),
        JSON.stringify([...answer.headers]),
        ...Object.entries(parts).flatMap(([name, part]) => [name, new TextDecoder().decode(part)]),
      ].join("\n");
      const secrets = [
        ...PEOPLE.flatMap(({ name, email, phone }) => [name, email, phone]),
        ...["Vũ Người Thay", WALK_IN.name, WALK_IN.outlet, "Phan Thị Khách", "0909 111 222"],
        ...["HYPERLINK", "token-of-guest", "Lan"],
      ];
      for (const secret of secrets) expect(all, secret).not.toContain(secret);
      expect(all).toContain("Báo Mẫu");
      if (format === "csv")
        expect(new TextDecoder().decode(bytes).trimEnd().split("\r\n").slice(1)).toEqual([
          "Báo Mẫu,1,3,1",
          "Cơ quan báo chí chưa có trong danh bạ,0,0,1",
          "Không thuộc cơ quan báo chí nào,1,0,0",
        ]);
    },
  );

  it("have headings in English, are files of these two kinds, and are nobody else's", async () => {
    const meeting = await aMeeting();
    const officer = await officerOf(db, await committee(db));
    const english = await visit(`/en${path(meeting, "outlets/csv")}`, { as: officer });
    expect(await english.text()).toContain("Press agency,Invited (people)");
    expect((await visit(path(meeting, "outlets/pdf"), { as: officer })).status).toBe(404);
    const other = await officerOf(db, await committee(db, "30292"));
    for (const list of ["people/csv", "outlets/csv"])
      expect((await visit(path(meeting, list), { as: other })).status).toBe(404);
    expect((await visit(path(meeting, "people/csv"))).status).toBe(302);
  });
});
