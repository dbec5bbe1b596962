import { expect, it } from "vitest";
import { databases } from "#app/test/database.ts";
import { called, department } from "#app/test/departments.ts";
import { briefing, reporter } from "#app/test/people.ts";
import { signed } from "#app/test/press-room.ts";
import { byLan } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { invite } from "../invitations/invitations.server.ts";
import { reply } from "../invitations/replies.server.ts";
import { seatingOf } from "../invitations/seating.server.ts";
import { closeAgency } from "./closing.server.ts";

it.each(databases)(
  "seats at meetings that moved whom only the closed agency's usual number kept waiting, on $name",
  async ({ open }) => {
    const { db, close } = await open();
    const [old, successor] = [await department(db), await department(db, called("Sở Tài chính"))];
    await db.updateTable("agency").set({ outletQuota: 1 }).where("id", "=", old.id).execute();
    await db
      .insertInto("outlet")
      .values({ id: "Báo A", provinceId: "2025-91", name: "Báo A", type: "print" })
      .execute();
    const meeting = await briefing(db, old);
    const people = [
      await reporter(db, { name: "An", outletId: "Báo A" }),
      await reporter(db, { name: "Bình", outletId: "Báo A" }),
    ];
    const ids = people.map(({ id }) => id);
    await invite(db, meeting, ids, signed());
    for (const id of ids) {
      const { token } = await db
        .selectFrom("invitation")
        .select("token")
        .where("journalistId", "=", id)
        .executeTakeFirstOrThrow();
      await reply(db, token, { reply: "coming" }, MORNING);
    }
    const waiting = async () => {
      const now = await db.selectFrom("meeting").selectAll().executeTakeFirstOrThrow();
      return (await seatingOf(db, now)).listed.map(({ name }) => name);
    };
    const before = await waiting();
    const closing = { successorIds: [successor.id], day: "2026-09-05", basis: "NQ 9" };
    const closed = await closeAgency(db, { reach: "province" }, old, closing, byLan);
    const letters = await db.selectFrom("mail").selectAll().where("kind", "=", "place").execute();

    expect(before).toEqual(["Bình"]);
    expect(closed).toMatchObject({ ok: true, moved: 1 });
    expect(await waiting()).toEqual([]);
    expect(letters.map(({ toName, from }) => [toName, from.includes("Tài chính")])).toEqual([
      ["Bình", true],
    ]);
    await close();
  },
);
