import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRule } from "../policies/policies.server.ts";
import type { PolicyKey } from "../policies/policy.ts";
import { delegationRulesOf } from "../spokespersons/delegation-rules.server.ts";
import { delegate } from "../spokespersons/delegations.server.ts";
import { activateDraft, draftDelegation, listDrafts } from "../spokespersons/drafts.server.ts";
import { importSpokespersons, readSpokespersonSheet } from "../spokespersons/import.server.ts";
import { type Refusal, refusalSentence } from "../spokespersons/refusal.ts";
import { complianceWithin } from "./compliance.server.ts";

const ward = { id: "pc-30307" };
const DAYS_30 = "2026-10-01T01:00:00.000Z"; // thirty days from 1 September, eight in the morning
const LONGER = "2026-10-01T01:00:00.001Z";
const PLACE = { scope: "province" as const, provinceId: "2025-91" };

describe.each(databases)("the rules of the house on delegations, in $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    for (const code of ["30307", "91", "46"] as const) await committee(opened.db, code);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    const { db } = opened;
    await db.deleteFrom("delegationDraft").execute();
    await emptyRegister(db);
    await db.deleteFrom("policy").execute();
    await db.deleteFrom("setting").where("key", "=", "law.version").execute();
    await loadLaw(db, { at: MORNING });
    await assigned(db, ward);
  });

  const province = (key: PolicyKey, value: string, fromDay = "2026-08-01") =>
    setRule(
      opened.db,
      { key, ...PLACE },
      {
        ...{ value, clock: key.endsWith("days") ? null : ("clock_hours" as const), fromDay },
        ...{ statutory: false, reason: null, legalRef: "Quy chế phát ngôn tỉnh An Giang, Điều 7" },
      },
      byLan,
    );
  const enter = (details: Parameters<typeof written>[0]) =>
    delegate(opened.db, ward, written(details), byLan);

  it("take a term beyond what is only suggested, and say which rule it goes beyond", async () => {
    expect(await enter({ untilAt: DAYS_30 })).toEqual({ ok: true, id: expect.any(String) });
    expect(await enter({ untilAt: LONGER, matter: "Cháy chợ", documentNo: "26/UQ" })).toEqual({
      ok: true,
      id: expect.any(String),
      warning: { days: 30, legalRef: "Mức gợi ý; tỉnh quyết định", isBinding: false },
    });
  });

  it("refuse a term beyond what the province laid down, with a sentence that names the rule", async () => {
    expect(await province("delegation.max_duration_days", "10")).toMatchObject({ ok: true });
    const refused = await enter({ untilAt: "2026-09-11T01:00:00.001Z" });

    expect(refused).toMatchObject({ ok: false, reason: "too-long", rule: { days: 10 } });
    expect(refusalSentence(messagesIn("vi"), refused as unknown as Refusal)).toBe(
      "Dài hơn thời hạn dài nhất 10 ngày đang áp dụng cho cơ quan này (Quy chế phát ngôn tỉnh An Giang, Điều 7). Xin rút ngắn thời hạn.",
    );
    expect(await enter({ untilAt: "2026-09-11T01:00:00.000Z" })).toMatchObject({ ok: true });
    expect(await delegationRulesOf(opened.db, ward.id, MORNING)).toMatchObject({
      longest: { days: 10, isBinding: true },
      publication: { hours: 12, isBinding: false },
    });
    const hue = await delegationRulesOf(opened.db, "pc-46", MORNING);
    expect(hue.longest).toMatchObject({ days: 30, isBinding: false });
  });

  it("go by the day on which the document was signed", async () => {
    await province("delegation.max_duration_days", "10", "2026-09-01");
    const before = { documentDay: "2026-08-31", fromAt: "2026-09-01T01:00:00.000Z" };

    expect(await enter({ ...before, untilAt: DAYS_30 })).toMatchObject({ ok: true });
    expect(
      await enter({ untilAt: DAYS_30, matter: "Cháy chợ", documentNo: "26/UQ" }),
    ).toMatchObject({
      reason: "too-long",
    });
  });

  it("hold for drafts and for imported lists", async () => {
    const { db } = opened;
    await province("delegation.max_duration_days", "10");
    const draft = await draftDelegation(db, ward, written({ untilAt: DAYS_30 }), byLan);
    const sheet = readSpokespersonSheet(
      new TextEncoder().encode(
        "area_code,name,position,phone,email,capacity,decision_no,decision_date,from,until,matter\n" +
          "30307,Cúc,Trưởng phòng,0296 3 852 854,cuc@ag.gov.vn,Ủy quyền,3/UQ,01/09/2026,01/09/2026,01/10/2026,Sạt lở\n",
      ),
    );
    const country = { reach: "country", agencyId: null, provinceId: null } as const;

    expect(await activateDraft(db, draft, byLan)).toMatchObject({ reason: "too-long" });
    const [still] = await db.selectFrom("delegationDraft").selectAll().execute();
    expect(still?.closedAt).toBeNull();
    const { problems } = await importSpokespersons(db, country, sheet, byLan, { dryRun: true });
    expect(problems).toMatchObject([{ line: 2, column: "until", problem: "too-long" }]);
  });

  it("start a clock once a draft is signed, and count in compliance where they bind", async () => {
    const { db } = opened;
    const hoa = await officerOf(db, await committee(db, "91"), "Hoa");
    const markAt = async (at: string) =>
      (await complianceWithin(db, hoa, "2025-91", at)).find(({ agency }) => agency.id === ward.id)
        ?.marks.published;
    await draftDelegation(db, ward, { name: "Cúc" }, byLan);
    await draftDelegation(db, ward, written(), byLan);
    const dues = async () => (await listDrafts(db, hoa)).map(({ due }) => due?.at).toSorted();

    // Signed on the first, at an hour that nobody wrote down: twelve hours from the end of that day.
    expect(await dues()).toEqual(["2026-09-02T04:59:59.999Z", undefined]);
    expect(await markAt("2026-09-03T01:00:00.000Z")).toBe("none");
    await province("delegation.publish_after_signing", "6");
    expect(await dues()).toEqual(["2026-09-01T22:59:59.999Z", undefined]);
    expect(await markAt(MORNING)).toBe("waiting");
    expect(await markAt("2026-09-03T01:00:00.000Z")).toBe("no");
  });

  it("take no second delegation for a matter at the same time, unless it is intended", async () => {
    const { db } = opened;
    await delegated(db, ward);
    const second = { name: "Lê Dũng", documentNo: "26/UQ-UBND", matter: " sạt lở  BỜ sông " };
    const refused = await enter(second);

    expect(refused).toMatchObject({ reason: "matter-delegated", other: { name: "Trần Thị Cúc" } });
    expect(refusalSentence(messagesIn("en"), refused as unknown as Refusal)).toContain(
      "This matter is delegated to Trần Thị Cúc from 08:00 01/09/2026 until 17:00 01/09/2026.",
    );
    const after = { fromAt: "2026-09-01T10:00:00.000Z", untilAt: "2026-09-02T10:00:00.000Z" };
    expect(await enter({ ...second, ...after })).toMatchObject({ ok: true });
    expect(await enter({ ...second, matter: "Cháy chợ" })).toMatchObject({ ok: true });
    const intended = {
      ...second,
      documentNo: "27/UQ",
      besideReason: "một người cho báo nước ngoài",
    };
    expect(await enter(intended)).toMatchObject({ ok: true });
    const kept = await db
      .selectFrom("delegation")
      .select("besideReason")
      .where("documentNo", "=", "27/UQ")
      .execute();
    expect(kept).toEqual([{ besideReason: "một người cho báo nước ngoài" }]);
    await assigned(db, { id: "pc-46" }, decided());
    expect(await delegate(db, { id: "pc-46" }, written(second), byLan)).toMatchObject({ ok: true });
  });
});
