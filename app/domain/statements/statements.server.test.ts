import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, speaker } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import type { IncidentDetails } from "../incidents/incident.ts";
import {
  changeIncident,
  incidentsOf,
  moveIncidents,
  openIncident,
} from "../incidents/incidents.server.ts";
import { mimeOf } from "../mail/mime.server.ts";
import { claimDue, markSent, refuse } from "../mail/outbox.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { revisionOf } from "../revisions/revision.server.ts";
import { equalAccessOf } from "./equal-access.server.ts";
import { findPublicStatement, listStatementsOf, newestStatementsIn } from "./public.server.ts";
import { publishStatement } from "./publication.server.ts";
import {
  approveStatement,
  changeStatement,
  draftStatement,
  findStatement,
  withdrawStatement,
} from "./statements.server.ts";

const HOUR = "2026-09-01T02:00:00.000Z";

const contents = {
  language: "vi" as const,
  title: "Thông tin ban đầu về vụ cháy",
  known: "Đám cháy đã được dập tắt.\nKhông ai bị thương.",
  unknown: "Nguyên nhân.",
  doing: "Phong tỏa hiện trường.",
  nextUpdateAt: "2026-09-01T08:00:00.000Z" as string | null,
};

const fire: IncidentDetails = {
  ...{ title: "Cháy kho hàng", known: "", kind: "fire", level: "serious", clause: "7.3" },
  ...{ occurredAt: null, receivedAt: "2026-09-01T00:00:00.000Z", determinedAt: null },
  ...{ leadBody: null, outlet: null, note: null },
};

describe.each(databases)("statements on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  async function setting(details: Partial<IncidentDetails> = {}) {
    const ward = await committee(db);
    const { personId } = await speaker(db, ward);
    const opening = await openIncident(db, ward, { ...fire, ...details }, signed());
    if (!opening.ok) throw new Error(opening.reason);
    const incident = { id: opening.id };
    const draft = (more: Partial<typeof contents> = {}, at?: string) =>
      draftStatement(db, incident, { ...contents, ...more }, personId, signed(at));
    return { ward, personId, incident, draft };
  }

  async function approved(details: Partial<IncidentDetails> = {}) {
    const set = await setting(details);
    const drafted = await set.draft();
    if (!drafted.ok) throw new Error(drafted.reason);
    const statement = { id: drafted.id };
    const approval = { approver: "Nguyễn Văn An", edition: 0 };
    expect(await approveStatement(db, statement, approval, signed())).toEqual({ ok: true });
    return { ...set, statement };
  }

  async function press(count: number) {
    const outletId = randomUUID();
    await db
      .insertInto("outlet")
      .values({ id: outletId, provinceId: "2025-91", name: "Báo Mẫu", type: "print" })
      .execute();
    const all = [];
    for (let i = 0; i < count; i++)
      all.push(await reporter(db, { outletId: i < 2 ? outletId : null }));
    return all.map(({ id }) => id);
  }

  it("go from draft to approved to public, each step with a line in the log", async () => {
    const { statement } = await approved();
    const journalistIds = await press(3);
    const published = await publishStatement(db, statement, { journalistIds }, signed(HOUR));

    expect(published).toEqual({ ok: true, letters: 3, outlets: 2 });
    expect((await auditOf(db)).map(({ act }) => act)).toEqual([
      "incident.opened",
      "statement.drafted",
      "statement.approved",
      "statement.published",
    ]);
    expect(await findStatement(db, statement.id)).toMatchObject({
      ...{ kind: "initial_statement", publishedAt: HOUR, publishedBy: "lan" },
      ...{ speakerName: "Lê Thị Bình", speakerPosition: "Phó Chủ tịch" },
      ...{ speakerCapacity: "regular", approver: "Nguyễn Văn An" },
      ...{ dueAt: "2026-09-02T00:00:00.000Z", onTime: 1 },
    });
  });

  it("leave as one letter for each journalist, word for word, all due at the same moment", async () => {
    const { statement } = await approved();
    await press(1);
    const ha = await reporter(db, { language: "en", name: "Anna" });
    const lan = await reporter(db);
    const to = { journalistIds: [ha.id, lan.id] };
    await publishStatement(db, statement, to, signed(HOUR));

    const letters = await db.selectFrom("mail").selectAll().orderBy("toName").execute();
    expect(letters.map(({ kind, dueAt, to }) => ({ kind, dueAt, to }))).toEqual([
      { kind: "statement", dueAt: HOUR, to: ha.email },
      { kind: "statement", dueAt: HOUR, to: lan.email },
    ]);
    const [english, vietnamese] = letters;
    expect(english?.subject).toBe(`[Initial statement] ${contents.title}`);
    expect(english?.text).toContain("The text is in Vietnamese.");
    expect(vietnamese?.subject).toBe(`[Thông tin ban đầu] ${contents.title}`);
    for (const letter of letters) {
      expect(letter.text).toContain(contents.known);
      expect(letter.text).toContain("Lê Thị Bình, Phó Chủ tịch");
      expect(letter.text).toContain(`/statements/${statement.id}`);
      expect(letter.html).toContain("Không ai bị thương.");
      const raw = await mimeOf(letter);
      expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
      expect(raw).not.toContain("text/calendar");
    }
    const others = letters.map(({ text }) => text).join("");
    expect(others.match(/@bao\.test/g), "nobody learns of anybody else's address").toBeNull();
  });

  it("are all written or not at all", async () => {
    const { statement } = await approved();
    const [first = "", second = ""] = await press(2);
    await db
      .insertInto("statementCopy")
      .values({ id: randomUUID(), statementId: statement.id, journalistId: second })
      .execute();
    const to = { journalistIds: [first, second] };

    await expect(publishStatement(db, statement, to, signed(HOUR))).rejects.toThrow();
    expect(await findStatement(db, statement.id)).toMatchObject({ publishedAt: null });
    expect(await db.selectFrom("mail").selectAll().execute()).toEqual([]);
  });

  it("published twice at once are published and sent once", async () => {
    const { statement } = await approved();
    const journalistIds = await press(2);
    const publish = () => publishStatement(db, statement, { journalistIds }, signed(HOUR));
    const outcomes = await Promise.all([publish(), publish()]);

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "is-published" });
    expect(await db.selectFrom("mail").selectAll().execute()).toHaveLength(2);
  });

  it("are refused to whoever may not speak then, though they could when it was approved", async () => {
    const { draft, personId, incident } = await setting();
    const drafted = await draft({ nextUpdateAt: "2026-09-05T00:00:00.000Z" });
    if (!drafted.ok) throw new Error(drafted.reason);
    await approveStatement(db, drafted, { approver: "An", edition: 0 }, signed());
    await db
      .updateTable("assignment")
      .set({ untilDay: "2026-09-01" })
      .where("personId", "=", personId)
      .execute();
    const publish = (at: string) =>
      publishStatement(db, drafted, { journalistIds: [], publicOnly: true }, signed(at));
    const refused = { ok: false, reason: "not-a-speaker" };

    // The second of September begins at 17:00 by UTC.
    expect(await publish("2026-09-01T17:00:00.000Z")).toEqual(refused);
    expect(await publish("2026-09-01T16:59:59.999Z")).toMatchObject({ ok: true });
    expect(await draftStatement(db, incident, contents, randomUUID(), signed())).toEqual(refused);
  });

  it("are not the agency's to make of a national incident", async () => {
    const { draft } = await setting({ clause: "7.1" });
    expect(await draft()).toEqual({ ok: false, reason: "refer-up" });

    const other = await approved();
    const national = { ...fire, clause: "7.1" } as const;
    expect(await changeIncident(db, other.incident, national, signed())).toMatchObject({
      ok: true,
    });
    const to = { journalistIds: await press(1) };
    expect(await publishStatement(db, other.statement, to, signed(HOUR))).toEqual({
      ...{ ok: false, reason: "refer-up" },
    });
    expect(await db.selectFrom("mail").selectAll().execute()).toEqual([]);
  });

  it("of an incident of several provinces wait for the lead body's word", async () => {
    const { draft } = await setting({ clause: "7.2", leadBody: "Bộ Nông nghiệp và Môi trường" });
    const drafted = await draft();
    if (!drafted.ok) throw new Error(drafted.reason);
    const approval = { approver: "An", edition: 0 };
    expect(await approveStatement(db, drafted, approval, signed())).toEqual({
      ...{ ok: false, reason: "not-agreed" },
    });
    const agreed = { ...approval, agreedWith: "Vụ Truyền thông, qua điện thoại" };
    expect(await approveStatement(db, drafted, agreed, signed())).toEqual({ ok: true });
  });

  it("say when the next word comes, and not a time that has passed", async () => {
    const { draft } = await setting();
    const approval = { approver: "An", edition: 0 };
    for (const [nextUpdateAt, reason] of [
      [null, "no-next-update"],
      ["2026-09-01T01:00:00.000Z", "next-update-past"],
    ] as const) {
      const drafted = await draft({ nextUpdateAt });
      if (!drafted.ok) throw new Error(drafted.reason);
      const outcome = await approveStatement(db, drafted, approval, signed());
      expect(outcome).toEqual({ ok: false, reason });
    }
  });

  it("that changed have to be approved again, and tell the slower of two writers", async () => {
    const { statement, personId } = await approved();
    const rewrite = (edition: number) =>
      changeStatement(db, statement, contents, { speakerId: personId, edition }, signed());
    expect(await rewrite(0)).toEqual({ ok: true });
    expect(await rewrite(0)).toEqual({ ok: false, reason: "changed-meanwhile" });

    const to = { journalistIds: await press(1) };
    expect(await publishStatement(db, statement, to, signed(HOUR))).toEqual({
      ...{ ok: false, reason: "is-draft" },
    });
    const old = { approver: "An", edition: 0 };
    expect(await approveStatement(db, statement, old, signed())).toEqual({
      ...{ ok: false, reason: "changed-meanwhile" },
    });
  });

  it("once public are never changed, approved or withdrawn", async () => {
    const { statement, personId } = await approved();
    await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(HOUR));
    const refused = { ok: false, reason: "is-published" };
    const details = { speakerId: personId, edition: 0 };

    expect(await changeStatement(db, statement, contents, details, signed(HOUR))).toEqual(refused);
    const approval = { approver: "An", edition: 0 };
    expect(await approveStatement(db, statement, approval, signed(HOUR))).toEqual(refused);
    expect(await withdrawStatement(db, statement, signed(HOUR))).toEqual(refused);
  });

  it("are carried on by the next one, which both pages tell of", async () => {
    const { statement, draft, ward } = await approved();
    await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(HOUR));
    const next = await draft({ title: "Cập nhật" }, "2026-09-01T03:00:00.000Z");
    if (!next.ok) throw new Error(next.reason);
    const later = signed("2026-09-01T04:00:00.000Z");
    await approveStatement(db, next, { approver: "An", edition: 0 }, later);
    expect(await findPublicStatement(db, next.id), "a draft is nobody's to read").toBeUndefined();
    await publishStatement(db, next, { journalistIds: [], publicOnly: true }, later);

    expect(await findPublicStatement(db, next.id)).toMatchObject({
      ...{ statement: { kind: "notice" }, former: { id: statement.id }, later: [], outlets: 0 },
    });
    expect(await findPublicStatement(db, statement.id)).toMatchObject({
      ...{ former: null, later: [{ id: next.id }] },
    });
    const { statements } = await listStatementsOf(db, ward);
    expect(statements.map(({ id }) => id)).toEqual([next.id, statement.id]);
    expect(await newestStatementsIn(db, ward.provinceId, 1)).toMatchObject([{ id: next.id }]);
    expect(statements[0]).not.toHaveProperty("draftedBy");
  });

  it("keep whether they came in time, to the millisecond; what comes after changes nothing of it", async () => {
    const period = { from: "2026-09-01", until: "2026-09-30" };
    for (const [at, outcome, onTime] of [
      ["2026-09-01T23:59:59.999Z", "on_time", 1],
      ["2026-09-02T00:00:00.000Z", "late", 0],
    ] as const) {
      await clearPressRoom(db);
      const { ward, incident, draft } = await setting();
      const first = await draft({ nextUpdateAt: "2026-09-03T00:00:00.000Z" });
      if (!first.ok) throw new Error(first.reason);
      const approval = { approver: "An", edition: 0 };
      await approveStatement(db, first, approval, signed());
      await publishStatement(db, first, { journalistIds: [], publicOnly: true }, signed(at));

      expect(await findStatement(db, first.id)).toMatchObject({ onTime });
      expect(
        await incidentsOf(db, { agencyId: ward.id }, period, "2026-12-01T00:00:00.000Z"),
      ).toMatchObject([{ id: incident.id, outcome, statementAt: at }]);
    }
  });

  it("count their time again when the instant that starts the clock is put right", async () => {
    const { statement, incident } = await approved();
    await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(HOUR));
    const earlier = { ...fire, receivedAt: "2026-08-31T01:00:00.000Z" };
    await changeIncident(db, incident, earlier, signed(HOUR));

    expect(await findStatement(db, statement.id)).toMatchObject({
      ...{ dueAt: "2026-09-01T01:00:00.000Z", onTime: 0 },
    });
  });

  it("go to nobody unless somebody was chosen, and never to who has unsubscribed", async () => {
    const { statement } = await approved();
    const gone = await reporter(db, { unsubscribedAt: HOUR });
    const publish = (journalistIds: string[]) =>
      publishStatement(db, statement, { journalistIds }, signed(HOUR));

    expect(await publish([])).toEqual({ ok: false, reason: "nobody" });
    expect(await publish([gone.id])).toEqual({ ok: false, reason: "nobody" });
    expect(await findStatement(db, statement.id)).toMatchObject({ publishedAt: null });
  });

  it("prove for each press agency when its letters were taken, and which were refused", async () => {
    const { statement } = await approved();
    const journalistIds = await press(3);
    await publishStatement(db, statement, { journalistIds }, signed(HOUR));
    const hand = { worker: "w", limit: 10, leaseSeconds: 30 };
    const letters = await claimDue(db, HOUR, hand);
    const ofOutlet = await db
      .selectFrom("statementCopy")
      .select("id")
      .where("outletId", "is not", null)
      .execute();
    const ids = ofOutlet.map(({ id }) => id);
    const [first, second] = letters.filter((one) => ids.includes(one.statementCopyId ?? ""));
    const [alone] = letters.filter((one) => !ids.includes(one.statementCopyId ?? ""));
    if (!first || !second || !alone) throw new Error("three letters were to be claimed");
    await markSent(db, [{ mail: first, receipt: "250 OK" }], "2026-09-01T02:00:01.000Z");
    await markSent(db, [{ mail: second, receipt: "250 OK" }], "2026-09-01T02:00:04.000Z");
    await refuse(db, alone, "unwritable", "2026-09-01T02:00:05.000Z");

    const access = await equalAccessOf(db, statement);
    expect(access.outlets).toEqual([
      {
        ...{ outletName: "Báo Mẫu", letters: 2, accepted: 2, refused: [] },
        ...{ firstAt: "2026-09-01T02:00:01.000Z", lastAt: "2026-09-01T02:00:04.000Z" },
      },
      {
        ...{ outletName: null, letters: 1, accepted: 0, refused: [{ problem: "unwritable" }] },
        ...{ firstAt: null, lastAt: null },
      },
    ]);
    expect(access.spread).toBe(3000);
    expect(access.counts).toMatchObject({ sent: 2, refused: 1, queued: 0 });
    expect(JSON.stringify(access), "no journalist is named").not.toContain("Hà");
  });

  it("raise the number of the public pages", async () => {
    const { statement } = await approved();
    const before = await revisionOf(db);
    await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(HOUR));

    expect(await revisionOf(db)).toBeGreaterThan(before);
  });

  it("in the making go over to a successor without their speaker and approval", async () => {
    const { ward, statement } = await approved();
    const other = await committee(db, "30292");
    await moveIncidents(db, ward, other, signed());

    expect(await findStatement(db, statement.id)).toMatchObject({
      ...{ agencyId: other.id, speakerId: null, approvedAt: null, approver: null },
    });
  });
});
