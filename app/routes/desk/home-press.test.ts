import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { requestAccreditation } from "#app/domain/portal/accreditations.server.ts";
import { byJournalist } from "#app/domain/portal/visitor.ts";
import { draftText } from "#app/domain/statements/drafting.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { signed, speaker } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";

let lan: Officer;
let sister: Officer;
let province: Officer;

beforeEach(async () => {
  await loadLaw(db, { at: signed().at });
  lan = await officerOf(db, await committee(db));
  sister = await officerOf(db, await committee(db, "30292"));
  province = await officerOf(db, await committee(db, "91"));
});

const home = async (as: Officer) => textOf(await visit(paths.desk.home(), { as }));

async function asked(title: string, receivedAt: string, more = {}) {
  await db
    .insertInto("query")
    .values({
      ...{ id: title, agencyId: "pc-30307", number: `${title}/2026`, channel: "mail" },
      ...{ kind: "forwarded_opinion", title, text: "?", language: "vi", receivedAt, ...more },
    })
    .execute();
}

describe("today at the desk, of the press's affairs", () => {
  it("names queries whose time has run out or soon will, not those that have time", async () => {
    await asked("Đã muộn", "2026-08-03T01:00:00.000Z");
    await asked("Sắp đến hạn", "2026-08-11T01:00:00.000Z");
    await asked("Còn lâu", "2026-08-31T01:00:00.000Z");
    await asked("Đã xong rồi", "2026-08-03T01:00:00.000Z", {
      outcome: "answered",
      outcomeAt: MORNING,
    });
    const text = await home(lan);

    for (const shown of ["Đã muộn", "Sắp đến hạn", "3 câu hỏi đang chờ, 1 quá hạn"])
      expect(text).toContain(shown);
    for (const hidden of ["Còn lâu", "Đã xong rồi"]) expect(text).not.toContain(hidden);
    for (const other of [sister, province])
      expect(await home(other), "a question is the unit's in charge").not.toContain("Đã muộn");
  });

  it("names what was not published by itself, with why, and the texts that wait for a yes", async () => {
    const ward = await committee(db);
    const { personId } = await speaker(db, ward);
    const text = (title: string) => ({
      ...{ language: "vi" as const, title, known: "", unknown: "", doing: "" },
      ...{ nextUpdateAt: null, body: "Tin." },
    });
    const details = { kind: "notice" as const, speakerId: personId };
    const [late, joint] = [
      await draftText(db, ward, text("Hẹn giờ mà hỏng"), details, signed()),
      await draftText(db, ward, text("Thông báo chung"), details, signed()),
    ];
    if (!late.ok || !joint.ok) throw new Error("not drafted");
    await db
      .updateTable("statement")
      .set({ scheduleProblem: "not-a-speaker" })
      .where("id", "=", late.id)
      .execute();
    await db
      .insertInto("statementSignOff")
      .values({
        ...{ id: "so", statementId: joint.id, agencyId: "pc-30292", askedAt: MORNING },
        askedBy: lan.id,
      })
      .execute();
    const [mine, hers] = [await home(lan), await home(sister)];

    expect(mine).toContain("Hẹn giờ mà hỏng");
    expect(mine).toContain("Không công bố được theo lịch");
    expect(hers).not.toContain("Hẹn giờ mà hỏng");
    expect(hers).toContain("Thông báo chung");
    expect(hers).toContain("Văn bản chờ cơ quan đồng ý");
    await db.updateTable("statement").set({ withdrawnAt: MORNING }).execute();
    expect(await home(lan)).not.toContain("Hẹn giờ mà hỏng");
    expect(await home(sister)).not.toContain("Thông báo chung");
  });

  it("counts admissions and requests about data for whoever decides on them", async () => {
    const ha = await reporter(db);
    const request = { journalistId: ha.id, provinceId: ha.provinceId, meetingId: null };
    await requestAccreditation(db, { ...request, purpose: "tin" }, byJournalist(ha, MORNING));
    const decided = { purpose: "cũ", requestedAt: MORNING, decision: "refused" as const };
    await db
      .insertInto("accreditation")
      .values({
        ...{ ...request, ...decided, id: "ac", ground: "room_full", reason: "x" },
        ...{ decidedAt: MORNING, decidedBy: "x", objectedAt: MORNING, objection: "Không" },
      })
      .execute();
    await db
      .insertInto("dataRequest")
      .values({
        ...{ id: "dr", journalistId: ha.id, provinceId: ha.provinceId, kind: "correction" },
        ...{ text: "Sai", language: "vi", askedAt: MORNING },
      })
      .execute();
    const waiting = [
      "1 đề nghị chờ quyết định",
      "1 ý kiến không đồng ý chờ trả lời",
      "1 yêu cầu của nhà báo chờ trả lời hoặc thực hiện",
    ];
    const [theirs, ours] = [await home(province), await home(lan)];

    for (const words of waiting) expect(theirs).toContain(words);
    expect(ours, "of no other desk").not.toContain(waiting[2]);
    await db.updateTable("dataRequest").set({ executedAt: MORNING }).execute();
    await db
      .updateTable("accreditation")
      .set({ decidedAt: MORNING, reviewedAt: MORNING })
      .execute();
    const after = await home(province);
    for (const words of waiting) expect(after).not.toContain(words);
  });
});
