import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { called, department } from "#app/test/departments.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, delegated, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { findOfficer } from "../accounts/accounts.server.ts";
import { closingPaperOf } from "../agencies/successions.server.ts";
import { sentenceOf } from "../audit/sentence.ts";
import { endAssignment } from "../spokespersons/assignments.server.ts";
import { changesOf } from "../spokespersons/changes.server.ts";
import { changeSentence } from "../spokespersons/changes.ts";
import { revokeDelegation } from "../spokespersons/delegations.server.ts";
import { speakersWithin } from "../spokespersons/lookup.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { closeAgency } from "./closing.server.ts";
import { listStranded, reassignAccount } from "./officers.server.ts";
import { listTakeovers } from "./takeovers.server.ts";

const PROVINCE = { reach: "province" as const };
const BASIS = "Nghị quyết số 9/NQ-HĐND";
const DAY = "2026-09-05";
const LATER = "2026-09-05T01:00:00.000Z";

describe.each(databases)("what a closing leaves true, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  afterEach(async () => {
    const { db } = opened;
    for (const table of ["delegation", "assignment", "person", "account", "audit"] as const)
      await db.deleteFrom(table).execute();
    await db.deleteFrom("agencySuccession").execute();
    await db.deleteFrom("agency").execute();
  });

  const close = (agency: { id: string }, successors: { id: string }[] = [], fileId?: string) =>
    closeAgency(
      opened.db,
      PROVINCE,
      agency,
      { successorIds: successors.map(({ id }) => id), day: DAY, basis: BASIS, fileId },
      { ...byLan, at: "2026-09-02T01:00:00.000Z" },
    );
  const recordedEnd = (endDay: string) => ({
    ...{ endDay, kind: "revoked" as const, reason: "điều động", decisionNo: "7/QĐ-UBND" },
    signer: "Chủ tịch",
  });
  const ends = () =>
    opened.db
      .selectFrom("assignment")
      .select(["endDay", "endKind", "endReason", "endDecisionNo", "endSigner", "annulledAt"])
      .orderBy("recordedAt")
      .orderBy("annulledAt")
      .execute();

  it("never moves an earlier end, with its reason and decision", async () => {
    const { db } = opened;
    const health = await department(db);
    await endAssignment(db, await assigned(db, health), recordedEnd("2026-09-03"), byLan);
    const taken = await delegated(db, health, written({ untilAt: "2026-09-20T10:00:00.000Z" }));
    await revokeDelegation(db, taken, { endAt: "2026-09-03T10:00:00.000Z", reason: "xong" }, byLan);
    const before = await ends();

    expect(await close(health)).toMatchObject({ ok: true, ended: 0 });
    expect(await ends()).toEqual(before);
    const delegations = await db.selectFrom("delegation").selectAll().execute();
    expect(delegations).toMatchObject([
      { endAt: "2026-09-03T10:00:00.000Z", endReason: "xong", annulledAt: null },
    ]);
  });

  it("shortens a later end, and keeps what the books had said of it", async () => {
    const { db } = opened;
    const health = await department(db);
    await endAssignment(db, await assigned(db, health), recordedEnd("2026-09-20"), byLan);
    const taken = await delegated(db, health, written({ untilAt: "2026-09-30T10:00:00.000Z" }));
    await revokeDelegation(db, taken, { endAt: "2026-09-20T10:00:00.000Z", reason: "xong" }, byLan);

    expect(await close(health)).toMatchObject({ ok: true, ended: 2 });
    const revoked = { endKind: "revoked", endDecisionNo: "7/QĐ-UBND", endSigner: "Chủ tịch" };
    expect(await ends()).toMatchObject([
      { ...revoked, endDay: "2026-09-20", annulledAt: "2026-09-02T01:00:00.000Z" },
      {
        ...{ endDay: "2026-09-04", endKind: "ended", endReason: BASIS },
        ...{ endDecisionNo: null, endSigner: null, annulledAt: null },
      },
    ]);
    const delegations = await db
      .selectFrom("delegation")
      .selectAll()
      .orderBy("recordedAt")
      .execute();
    expect(delegations).toMatchObject([
      { endAt: "2026-09-20T10:00:00.000Z", endReason: "xong" },
      { endAt: "2026-09-04T17:00:00.000Z", endReason: BASIS, annulledAt: null },
    ]);
    const speaking = async (at: string) => (await speakersOf(db, health, at)).length;
    expect(await speaking("2026-09-04T16:59:59.999Z")).toBe(2);
    expect(await speaking("2026-09-04T17:00:00.000Z")).toBe(0);
  });

  it("leaves alone a delegation that was taken back before it began", async () => {
    const { db } = opened;
    const health = await department(db);
    await assigned(db, health);
    const coming = { fromAt: "2026-09-10T01:00:00.000Z", untilAt: "2026-09-11T01:00:00.000Z" };
    const taken = await delegated(db, health, written(coming));
    await revokeDelegation(db, taken, { endAt: coming.fromAt, reason: "thôi" }, byLan);

    expect(await close(health)).toMatchObject({ ended: 1 });
    const [delegation] = await db.selectFrom("delegation").selectAll().execute();
    expect(delegation).toMatchObject({ endAt: coming.fromAt, endReason: "thôi" });
  });

  it("keeps its paper, and is told in public, whether or not anybody goes on with the work", async () => {
    const { db } = opened;
    const [health, finance] = [await department(db), await department(db, called("Sở Tài chính"))];
    const document = {
      ...{ id: "paper", agencyId: health.id, sha256: "x", name: "nq.pdf", type: "application/pdf" },
      ...{ bytes: 9, uploadedAt: MORNING, uploadedBy: "lan" },
    };
    await db.insertInto("document").values(document).execute();

    expect(await close(health, [], "paper")).toMatchObject({ ok: true });
    expect(await closingPaperOf(db, health.id)).toMatchObject({
      basis: BASIS,
      document: { id: "paper", name: "nq.pdf" },
    });
    const successor = await department(db, called("Sở Công thương"));
    expect(await close(finance, [successor])).toMatchObject({ ok: true });
    expect(await closingPaperOf(db, finance.id)).toEqual({ basis: BASIS, document: null });
    const told = await changesOf(db, { all: true }, { until: "2026-10-01", limit: 9 });
    expect(told.map(({ kind, agency, other }) => [kind, agency.id, other?.name])).toEqual(
      expect.arrayContaining([
        ["closed", health.id, undefined],
        ["closed", finance.id, "Sở Công thương"],
      ]),
    );
    expect(told).toHaveLength(2);
    const [dissolved] = told.filter(({ agency }) => agency.id === health.id);
    expect(changeSentence(messagesIn("vi"), dissolved as never)).toBe(
      `Cơ quan kết thúc hoạt động, ngày cuối 04/09/2026 (${BASIS}).`,
    );
    await db.deleteFrom("document").execute();
  });

  it("takes its officers along to a single successor, on the day and not before", async () => {
    const { db } = opened;
    const [health, finance] = [await department(db), await department(db, called("Sở Tài chính"))];
    const lan = await officerOf(db, health);
    await close(health, [finance]);

    expect(await findOfficer(db, lan.id, "2026-09-04T16:59:59.999Z")).toMatchObject({
      agencyId: health.id,
      reach: "agency",
    });
    expect(await findOfficer(db, lan.id, "2026-09-04T17:00:00.000Z")).toMatchObject({
      agencyId: finance.id,
      reach: "agency",
      provinceId: "2025-91",
    });
    const minh = await officerOf(db, finance, "Minh");
    const [takeover] = await listTakeovers(db, minh, "2026-09-06T01:00:00.000Z");
    expect(takeover?.officers.map(({ name }) => name)).toEqual(["Lan"]);
    const [entry] = await db
      .selectFrom("audit")
      .select(["act", "particulars", "agencyId"])
      .where("act", "=", "account.moved")
      .execute();
    expect(entry?.agencyId).toBe(finance.id);
    expect(sentenceOf(messagesIn("vi"), entry as never)).toBe(
      `Tài khoản ${lan.email} chuyển từ Sở Y tế sang Sở Tài chính.`,
    );
    const province = await officerOf(db, await committee(db, "91"), "Hoa");
    expect(await listStranded(db, province, DAY)).toEqual([]);
  });

  it("shows officers whom nobody took over to the province, which gives them an agency", async () => {
    const { db } = opened;
    const [health, finance] = [await department(db), await department(db, called("Sở Tài chính"))];
    const trade = await department(db, called("Sở Công thương"));
    const elsewhere = await department(db, {}, "46");
    const lan = await officerOf(db, health);
    const province = await officerOf(db, await committee(db, "91"), "Hoa");
    const sister = await officerOf(db, finance, "Minh");
    const other = await officerOf(db, await committee(db, "46"), "Huế");
    await close(health, [finance, trade]);
    const give = (officer: typeof province, agencyId: string) =>
      reassignAccount(db, officer, lan, { agencyId }, { ...byLan, at: LATER });

    expect(await listStranded(db, province, "2026-09-04")).toEqual([]);
    expect(await listStranded(db, province, DAY)).toMatchObject([{ id: lan.id, name: "Lan" }]);
    expect(await listStranded(db, sister, DAY)).toEqual([]);
    expect(await listStranded(db, other, DAY)).toEqual([]);
    expect(await give(sister, finance.id)).toEqual({ ok: false, reason: "not-stranded" });
    expect(await give(other, elsewhere.id)).toEqual({ ok: false, reason: "not-stranded" });
    expect(await give(province, elsewhere.id)).toEqual({ ok: false, reason: "out-of-reach" });
    expect(await give(province, health.id)).toEqual({ ok: false, reason: "agency-closed" });
    expect(await give(province, trade.id)).toMatchObject({ ok: true });
    expect(await listStranded(db, province, DAY)).toEqual([]);
    expect(await findOfficer(db, lan.id, LATER)).toMatchObject({ agencyId: trade.id });
    expect(await give(province, finance.id)).toEqual({ ok: false, reason: "not-stranded" });
  });

  it("shows a closed committee as such among the communes, with its successor", async () => {
    const { db } = opened;
    const [ward, sister] = [await committee(db), await committee(db, "30292")];
    await assigned(db, sister);
    await closeAgency(
      db,
      { reach: "country" },
      ward,
      { successorIds: [sister.id], day: DAY, basis: BASIS },
      byLan,
    );
    vi.setSystemTime(new Date(LATER));
    const units = await speakersWithin(db, "2025-91", LATER);
    const of = (code: string) => units.find(({ area }) => area.code === code);

    expect(of("30307")).toMatchObject({
      speaker: null,
      closed: { successors: [{ id: sister.id }] },
    });
    expect(of("30292")).toMatchObject({ speaker: { name: "Nguyễn Văn An" }, closed: null });
    const before = await speakersWithin(db, "2025-91", MORNING);
    expect(before.find(({ area }) => area.code === "30307")).toMatchObject({ closed: null });
  });
});
