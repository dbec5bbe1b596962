import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import { reachOf } from "../agencies/agency.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRule } from "../policies/policies.server.ts";
import { clockOf } from "./clock.server.ts";
import type { IncidentDetails } from "./incident.ts";
import {
  changeIncident,
  closeIncident,
  findIncident,
  findIncidentFor,
  incidentsOf,
  listIncidentsFor,
  moveIncidents,
  openIncident,
} from "./incidents.server.ts";
import { contentsOf } from "./scenario.ts";
import {
  archiveScenario,
  changeScenario,
  scenariosFor,
  writeScenario,
} from "./scenarios.server.ts";

/** A fire that the agency heard of at seven in the morning of 1 September 2026. */
const fire = (details: Partial<IncidentDetails> = {}): IncidentDetails => ({
  title: "Cháy kho hàng",
  known: "Không có người bị thương.",
  kind: "fire",
  level: "serious",
  clause: "7.3",
  occurredAt: "2026-08-31T22:00:00.000Z",
  receivedAt: "2026-09-01T00:00:00.000Z",
  determinedAt: null,
  leadBody: null,
  outlet: null,
  note: null,
  ...details,
});

describe.each(databases)("incidents on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    await db.deleteFrom("policy").where("scope", "<>", "national").execute();
  });

  async function opening(details: Partial<IncidentDetails> = {}, code?: "30292" | "91") {
    const ward = await committee(db, code);
    const outcome = await openIncident(db, ward, fire(details), signed());
    if (!outcome.ok) throw new Error(outcome.reason);
    return { ward, id: outcome.id };
  }
  const dueOf = async (details: Partial<IncidentDetails>) => {
    const { id } = await opening(details);
    const incident = await findIncident(db, id);
    const clock = incident && (await clockOf(db, incident));
    return clock && { from: clock.from, due: clock.due?.at, regime: clock.due?.regime };
  };

  it("are opened with a line in the log, never with an instant that is to come", async () => {
    const { ward, id } = await opening();
    expect(await auditOf(db)).toMatchObject([{ act: "incident.opened", about: id }]);

    const ahead = fire({ determinedAt: "2026-09-01T02:00:00.000Z" });
    expect(await openIncident(db, ward, ahead, signed())).toEqual({
      ok: false,
      reason: "instants",
    });
  });

  describe("the clock", () => {
    it.each([
      {
        says: "of an event runs 24 hours from its reception, through the night and the holiday of 2 September",
        details: {},
        clock: { from: "received", due: "2026-09-02T00:00:00.000Z", regime: "2026" },
      },
      {
        says: "of divided opinion runs from when the impact was determined",
        details: { clause: "7.4", determinedAt: "2026-09-01T00:30:00.000Z" },
        clock: { from: "determined", due: "2026-09-02T00:30:00.000Z", regime: "2026" },
      },
      {
        says: "runs over Tết and a year's end as over any night",
        details: {
          occurredAt: "2025-12-31T10:00:00.000Z",
          receivedAt: "2025-12-31T11:00:00.000Z",
        },
        clock: { from: "occurred", due: "2026-01-01T10:00:00.000Z", regime: "2017" },
      },
      {
        says: "before 01/07/2026 runs from the occurrence, at 23:59 in Viet Nam still",
        details: {
          occurredAt: "2026-06-30T10:00:00.000Z",
          receivedAt: "2026-06-30T16:59:00.000Z",
        },
        clock: { from: "occurred", due: "2026-07-01T10:00:00.000Z", regime: "2017" },
      },
      {
        says: "from midnight of 01/07/2026 in Viet Nam runs from the reception",
        details: {
          occurredAt: "2026-06-30T10:00:00.000Z",
          receivedAt: "2026-06-30T17:00:00.000Z",
        },
        clock: { from: "received", due: "2026-07-01T17:00:00.000Z", regime: "2026" },
      },
      {
        says: "waits for its instant",
        details: { clause: "7.4" },
        clock: { from: "determined", due: undefined, regime: undefined },
      },
      { says: "there is none when the press asks", details: { clause: "7.5" }, clock: undefined },
    ] as const)("$says", async ({ details, clock }) => {
      expect(await dueOf(details)).toEqual(clock);
    });

    it("is shorter where a province is stricter", async () => {
      const { provinceId } = await committee(db);
      const scope = { scope: "province", provinceId } as const;
      const rule = {
        ...({ value: "12", clock: "clock_hours", statutory: false, reason: null } as const),
        ...{ fromDay: "2026-08-01", legalRef: "Quy chế tỉnh" },
      };
      await setRule(db, { key: "incident.initial_statement", ...scope }, rule, signed());

      expect(await dueOf({})).toMatchObject({ due: "2026-09-01T12:00:00.000Z" });
    });
  });

  it("are changed with what changed in the log, and no more once they are closed", async () => {
    const { id } = await opening();
    const details = fire({ level: "grave", determinedAt: "2026-09-01T00:30:00.000Z" });
    expect(await changeIncident(db, { id }, details, signed())).toEqual({
      ok: true,
      changed: true,
    });
    expect(await changeIncident(db, { id }, details, signed())).toEqual({
      ok: true,
      changed: false,
    });
    expect((await auditOf(db)).at(-1)).toMatchObject({
      particulars: { changed: ["level", "determinedAt"] },
    });

    expect(await closeIncident(db, { id }, "Đã khắc phục", signed())).toEqual({ ok: true });
    const refused = { ok: false, reason: "is-closed" };
    expect(await closeIncident(db, { id }, "Lần nữa", signed())).toEqual(refused);
    expect(await changeIncident(db, { id }, fire(), signed())).toEqual(refused);
  });

  it("are listed the most urgent first, each to its own desk and its province's", async () => {
    const { ward, id: later } = await opening();
    const { id: sooner } = await opening({ receivedAt: "2026-08-31T23:00:00.000Z" });
    const { id: without } = await opening({ clause: "7.5", outlet: "Báo Mẫu" });
    const { id: elsewhere } = await opening({}, "30292");
    const lan = await officerOf(db, ward);
    const listed = async (officer = lan) =>
      (await listIncidentsFor(db, officer, { shelf: "open" }, signed().at)).incidents;

    expect((await listed()).map(({ id }) => id)).toEqual([sooner, later, without]);
    expect((await listed())[0]).toMatchObject({ outcome: "running" });
    expect(await findIncidentFor(db, lan, elsewhere)).toBeUndefined();
    const province = await officerOf(db, await committee(db, "91"));
    expect((await listed(province)).map(({ id }) => id)).toContain(elsewhere);

    await closeIncident(db, { id: later }, "Xong", signed());
    expect(
      (await listIncidentsFor(db, lan, { shelf: "closed" }, signed().at)).incidents,
    ).toMatchObject([{ id: later }]);
  });

  it("stay in a report's count when nothing was said of them, by the day on which they came", async () => {
    const { ward, id } = await opening();
    await opening({ receivedAt: "2026-08-31T16:59:00.000Z", occurredAt: null });
    await closeIncident(db, { id }, "Không phát ngôn", signed());
    const period = { from: "2026-09-01", until: "2026-09-30" };
    const at = "2026-10-01T00:00:00.000Z";

    const expected = [
      {
        ...{ id, clause: "7.3", outcome: "overdue", statementAt: null },
        ...{ arose: "2026-09-01T00:00:00.000Z", dueAt: "2026-09-02T00:00:00.000Z" },
      },
    ];
    expect(await incidentsOf(db, reachOf(ward), period, at)).toMatchObject(expected);
    const whole = await incidentsOf(db, reachOf(await committee(db, "91")), period, at);
    expect(whole).toMatchObject(expected);
    expect(whole).toHaveLength(1);
  });

  it("go on with the agency that takes over while they are open, with what was prepared", async () => {
    const { ward, id } = await opening();
    const { id: closed } = await opening();
    await closeIncident(db, { id: closed }, "Xong", signed());
    const scenario = await writeScenario(db, ward, { title: "Lũ", kind: "flood" }, signed());
    const other = await committee(db, "30292");

    expect(await moveIncidents(db, ward, other, signed())).toBe(1);
    expect(await findIncident(db, id)).toMatchObject({ agencyId: other.id });
    expect(await findIncident(db, closed)).toMatchObject({ agencyId: ward.id });
    const kept = await db.selectFrom("scenario").selectAll().executeTakeFirst();
    expect(kept).toMatchObject({ id: scenario.id, agencyId: other.id });
  });

  describe("what was prepared", () => {
    const write = async (
      title: string,
      form: { kind?: "fire" | "flood"; level?: "serious" | "grave" } = {},
      code?: "30292" | "91",
    ) => {
      const agency = await committee(db, code);
      return writeScenario(db, agency, { title, kind: "fire", ...form }, signed());
    };
    const offered = async () => {
      const { ward } = await opening();
      const incident = { ...fire(), agencyId: ward.id, provinceId: ward.provinceId };
      return (await scenariosFor(db, incident)).map(({ title }) => title);
    };

    it("is offered by kind and level, the closest first, the ward's own before the province's", async () => {
      await write("tỉnh, mọi mức", {}, "91");
      await write("mọi mức");
      await write("nghiêm trọng", { level: "serious" });
      await write("đặc biệt", { level: "grave" });
      await write("lũ", { kind: "flood" });
      await write("phường khác", {}, "30292");

      expect(await offered()).toEqual(["nghiêm trọng", "mọi mức", "tỉnh, mọi mức"]);
    });

    it("is archived, never deleted, and offered no more", async () => {
      const { id } = await write("cũ");
      expect(await archiveScenario(db, { id }, signed())).toEqual({ ok: true });
      expect(await offered()).toEqual([]);

      const refused = { ok: false, reason: "is-archived" };
      expect(await archiveScenario(db, { id }, signed())).toEqual(refused);
      const form = { title: "mới", kind: "fire" } as const;
      expect(await changeScenario(db, { id }, form, signed())).toEqual(refused);
      const row = await db.selectFrom("scenario").selectAll().executeTakeFirstOrThrow();
      expect(row).toMatchObject({ ...contentsOf({ title: "cũ", kind: "fire" }) });
    });
  });
});
