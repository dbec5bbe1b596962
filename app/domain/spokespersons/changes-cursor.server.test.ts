import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { now, signedNow } from "#app/clock.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { settledUntil } from "../agencies/agencies.server.ts";
import { renameAgency } from "../agencies/renaming.server.ts";
import { assign, endAssignment } from "./assignments.server.ts";
import { changesOf } from "./changes.server.ts";
import type { Change, ChangeCursor } from "./changes.ts";
import { annulDelegation } from "./corrections.server.ts";
import { delegate } from "./delegations.server.ts";
import { importSpokespersons, readSpokespersonSheet } from "./import.server.ts";

const lan = byLan.by;

/** The clock goes on, as it does while people wait. */
function tick(milliseconds: number) {
  vi.setSystemTime(Date.now() + milliseconds);
}

/** Someone who reads on from where they stopped, a few changes at a time, as the API lets them. */
function readerOf(db: Db) {
  let since: ChangeCursor | undefined;
  const read: Change[] = [];
  return {
    read,
    async readOn() {
      for (;;) {
        const until = await settledUntil(db, now());
        const range = { until, since, oldestFirst: true, limit: 3 };
        const page = await changesOf(db, { all: true }, range);
        read.push(...page);
        since = page.at(-1) ?? since;
        if (page.length < range.limit) return;
      }
    },
  };
}

describe.each(databases)("reading on from a cursor, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  afterEach(async () => {
    await emptyRegister(opened.db);
    await opened.db.updateTable("changeStamp").set({ at: "" }).execute();
  });

  const everything = async () =>
    (await changesOf(opened.db, { all: true }, { until: "2100-01-01", limit: 999 }))
      .filter(({ at }) => at <= now())
      .map(({ id }) => id)
      .toSorted();

  it("meets what was signed early and landed late", async () => {
    const { db } = opened;
    const [longXuyen, binhDuc] = [await committee(db), await committee(db, "30292")];
    const reader = readerOf(db);
    const early = signedNow(lan);
    tick(1_000);
    await assign(db, longXuyen, decided(), signedNow(lan));
    tick(1_000);
    await reader.readOn();
    expect(reader.read).toHaveLength(1);

    const sheet = readSpokespersonSheet(
      new TextEncoder().encode(
        "area_code,capacity,name,position,phone,email,decision_no,decision_date,from\n" +
          "30292,head,Lê Bình,Chủ tịch,0296 3 852 000,binh@angiang.gov.vn,1/QĐ,2025-07-01,2025-07-01\n",
      ),
    );
    const country = { reach: "country", agencyId: null, provinceId: null } as const;
    const outcome = await importSpokespersons(db, country, sheet, early);
    expect(outcome.problems).toEqual([]);
    tick(1);
    await reader.readOn();

    expect(reader.read.map(({ agency }) => agency.id)).toEqual([longXuyen.id, binhDuc.id]);
  });

  it("waits for a writer at work rather than pass a delegation that ran out meanwhile", async () => {
    const { db } = opened;
    const [longXuyen, binhDuc] = [await committee(db), await committee(db, "30292")];
    await assigned(db, longXuyen);
    await delegated(db, longXuyen, written({ untilAt: "2026-09-01T01:00:05.000Z" }));
    const reader = readerOf(db);
    tick(1_000);

    await db.transaction().execute(async (trx) => {
      await assign(trx, binhDuc, decided(), signedNow(lan));
      tick(10_000);
      await reader.readOn();
    });
    tick(1);
    await reader.readOn();
    tick(60_000);
    await reader.readOn();

    expect(reader.read.map(({ id }) => id).toSorted()).toEqual(await everything());
    expect(reader.read.at(-1)?.kind).toBe("delegation-ended");
  });

  it("tells at once of what has just been written", async () => {
    const { db } = opened;
    const reader = readerOf(db);
    await assign(db, await committee(db), decided(), signedNow(lan));
    await reader.readOn();

    expect(reader.read).toMatchObject([{ kind: "published", at: MORNING }]);
  });

  it("misses nothing of many writers at once, quick and slow, in all they do", async () => {
    const { db } = opened;
    const codes = ["30307", "30292", "00004", "19777", "46", "01"] as const;
    const agencies: { id: string }[] = [];
    for (const code of codes) agencies.push(await committee(db, code));
    const reader = readerOf(db);
    let isWriting = true;
    const reading = (async () => {
      while (isWriting) {
        await reader.readOn();
        tick(3);
        await pause(1);
      }
    })();

    await Promise.all(
      agencies.map(async (agency, place) => {
        for (let round = 0; round < 4; round++) {
          const signed = signedNow(lan);
          tick(place + 1);
          await pause((place * 7 + round * 5) % 13);
          await db.transaction().execute(async (trx) => {
            const name = `Người ${place}.${round}`;
            const head = decided({ name, fromDay: `2025-0${round + 6}-01` });
            const outcome = await assign(trx, agency, head, signed, { supersede: true });
            if (!outcome.ok) throw new Error(outcome.reason);
            tick(2);
            await pause((place * 5 + round * 11) % 9);
            if (round < 3) return;
            const granted = await delegate(trx, agency, written(), signedNow(lan));
            if (!granted.ok) throw new Error(granted.reason);
            const delegation = { id: granted.id, agencyId: agency.id, name: "Trần Thị Cúc" };
            await annulDelegation(trx, delegation, { reason: "nhầm" }, signedNow(lan));
            const end = { endDay: "2026-09-01", reason: "nghỉ hưu", decisionNo: null };
            await endAssignment(trx, { ...outcome, name }, end, signedNow(lan));
          });
        }
      }),
    );
    isWriting = false;
    await reading;
    tick(61_000);
    await reader.readOn();

    const read = reader.read.map(({ id }) => id);
    expect(read).toHaveLength(new Set(read).size);
    expect(read.toSorted()).toEqual(await everything());
    expect(read.length).toBeGreaterThan(6 * 4 + 6 * 3);
  });

  it("stamps each writer later than the one before, even within one millisecond", async () => {
    const { db } = opened;
    const agency = await committee(db, "91");
    const sub = { ...agency, id: "so-y-te" };
    await db
      .insertInto("agency")
      .values({
        ...{ id: sub.id, areaId: agency.areaId, kind: "department" as const },
        ...{ name: "Sở Y tế", nameEn: "Department of Health" },
      })
      .execute();
    await assign(db, agency, decided(), signedNow(lan));
    await renameAgency(
      db,
      sub,
      {
        ...{ name: "Sở Y tế mới", nameEn: "New Department of Health", symbol: null },
        ...{ fromDay: "2026-09-01", basis: "NQ 1" },
      },
      signedNow(lan),
    );

    const changes = await changesOf(db, { all: true }, { until: "2100-01-01", limit: 9 });
    expect(changes.map(({ kind, at }) => [kind, at])).toEqual([
      ["renamed", "2026-09-01T01:00:00.001Z"],
      ["published", MORNING],
    ]);
  });
});
