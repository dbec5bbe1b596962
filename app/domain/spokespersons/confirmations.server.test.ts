import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { type Fault, mailServer } from "#app/test/post-office.ts";
import { assigned, byLan, decided, emptyRegister } from "#app/test/register.ts";
import type { Db } from "#db/tables.ts";
import { COUNTRY } from "../accounts/officer.ts";
import { deliverDue } from "../mail/delivery.server.ts";
import { claimDue } from "../mail/outbox.server.ts";
import { smtpTransport } from "../mail/transport.server.ts";
import { endAssignment } from "./assignments.server.ts";
import {
  askForConfirmations,
  confirm,
  confirmByTelephone,
  countToAsk,
  findQuestion,
} from "./confirmations.server.ts";
import { speakersOf } from "./speakers.server.ts";
import { upkeepFor } from "./upkeep.server.ts";

/** The entries are published on 1 September; a quarter later they are to be confirmed. */
const OCTOBER = "2026-10-05T02:00:00.000Z";
const WINTER = "2027-01-04T02:00:00.000Z";
const signed = { by: byLan.by, at: OCTOBER };

describe.each(databases)("quarterly confirmation, on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: { id: string };
  let sister: { id: string };

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    ward = await committee(db);
    sister = await committee(db, "30292");
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    for (const table of ["mail", "confirmation", "setting"] as const)
      await db.deleteFrom(table).execute();
    await emptyRegister(db);
  });

  const letters = () => db.selectFrom("mail").selectAll().orderBy("to").execute();
  const question = () => db.selectFrom("confirmation").selectAll().executeTakeFirstOrThrow();
  const bao = decided({ name: "Trần Quốc Bảo", capacity: "regular", email: "bao@angiang.gov.vn" });

  describe("asking", () => {
    it("writes one letter for each public entry to the published address, with all of it and one link", async () => {
      await assigned(db, ward);
      await assigned(db, ward, bao);
      const outcome = await askForConfirmations(db, COUNTRY, signed);
      const [an, second] = await letters();
      const tokens = await db.selectFrom("confirmation").select("token").execute();

      expect(outcome).toEqual({ asked: 2 });
      expect([an?.to, second?.to]).toEqual(["an@angiang.gov.vn", "bao@angiang.gov.vn"]);
      expect(an).toMatchObject({
        kind: "confirmation",
        agencyId: ward.id,
        calendar: null,
        unsubscribeUrl: null,
        from: "Ủy ban nhân dân tỉnh An Giang <baochi@press.test>",
        expiresAt: "2026-12-31T17:00:00.000Z",
      });
      for (const fact of [
        "Ủy ban nhân dân phường Long Xuyên",
        "Nguyễn Văn An",
        "Chủ tịch UBND phường",
        "0296 3 852 852",
        "an@angiang.gov.vn",
        "118/QĐ-UBND",
      ]) {
        expect(an?.text).toContain(fact);
        expect(an?.html).toContain(fact);
      }
      const links = an?.text.match(/https?:\S+/g) ?? [];
      expect(links).toHaveLength(1);
      expect(tokens.map(({ token }) => `https://press.test/confirmations/${token}`)).toContain(
        links[0],
      );
      for (const { token } of tokens) expect(token).toMatch(/^[\w-]{32}$/);
    });

    it("asks once a quarter however often it is called, also at the same time, and again in the next", async () => {
      await assigned(db, ward);
      await assigned(db, sister);
      const both = await Promise.all([
        askForConfirmations(db, COUNTRY, signed),
        askForConfirmations(db, COUNTRY, signed),
      ]);
      const again = await askForConfirmations(db, COUNTRY, signed);
      const count = await countToAsk(db, COUNTRY, OCTOBER);
      const next = await askForConfirmations(db, COUNTRY, { ...signed, at: WINTER });

      expect(both[0].asked + both[1].asked).toBe(2);
      expect(again).toEqual({ asked: 0 });
      expect(count).toEqual({ toAsk: 0, already: 2 });
      expect(next).toEqual({ asked: 2 });
      expect(await letters()).toHaveLength(4);
    });

    it("passes over whoever was published or confirmed in the quarter, has ended, is annulled or not public", async () => {
      await assigned(db, ward);
      expect(await countToAsk(db, COUNTRY, byLan.at)).toEqual({ toAsk: 0, already: 0 });
      const ended = await assigned(db, sister);
      const end = { endDay: "2026-09-30", reason: "Nghỉ", decisionNo: null };
      await endAssignment(db, ended, end, byLan);
      const hidden = await assigned(db, ward, bao);
      const wrong = await assigned(db, sister, bao);
      await db
        .updateTable("assignment")
        .set({ publishedAt: null })
        .where("id", "=", hidden.id)
        .execute();
      await db
        .updateTable("assignment")
        .set({ annulledAt: OCTOBER })
        .where("id", "=", wrong.id)
        .execute();
      await askForConfirmations(db, COUNTRY, signed);

      expect((await letters()).map(({ to }) => to)).toEqual(["an@angiang.gov.vn"]);
    });

    it("keeps within the reach of whoever asks", async () => {
      const elsewhere = await committee(db, "00004");
      for (const agency of [ward, elsewhere]) await assigned(db, agency);
      const minh = await officerOf(db, await committee(db, "91"), "Minh");
      await askForConfirmations(db, minh, signed);

      expect((await letters()).map(({ agencyId }) => agencyId)).toEqual([ward.id]);
    });

    it("writes question, letter and log line together or not at all", async () => {
      const { id } = await assigned(db, ward);
      await db.updateTable("agency").set({ name: "x" }).where("id", "=", ward.id).execute();
      await db.deleteFrom("audit").execute();
      const broken = { by: { id: "lan", name: null as unknown as string }, at: OCTOBER };

      await expect(askForConfirmations(db, COUNTRY, broken)).rejects.toThrow();
      expect(await letters()).toEqual([]);
      expect(await db.selectFrom("confirmation").selectAll().execute()).toEqual([]);
      expect(id).toBeTruthy();
    });
  });

  describe("answering", () => {
    const asked = async (details = decided()) => {
      const entry = await assigned(db, ward, details);
      await askForConfirmations(db, COUNTRY, signed);
      return { ...entry, ...(await question()), entryId: entry.id };
    };
    const freshness = async (at: string) => (await speakersOf(db, ward, at))[0]?.confirmed;

    it("turns the entry from waiting to confirmed, signed in the person's name", async () => {
      const { token, id } = await asked();
      const before = await freshness(OCTOBER);
      const outcome = await confirm(db, token, "2026-10-06T02:00:00.000Z");
      const after = await freshness("2026-10-06T02:00:00.000Z");
      const [line] = await db
        .selectFrom("audit")
        .selectAll()
        .where("act", "=", "spokesperson.confirmed")
        .execute();

      expect(before?.state).toBe("asked");
      expect(outcome).toEqual({ ok: true });
      expect(after).toEqual({
        state: "confirmed",
        on: "2026-10-06",
        by: "confirmation",
        quarter: "2026-Q4",
      });
      expect(line).toMatchObject({ by: `confirmation:${id}`, byName: "Nguyễn Văn An" });
    });

    it("happens once, though the button is pressed many times at once", async () => {
      const { token } = await asked();
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () => confirm(db, token, OCTOBER)),
      );

      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "confirmed" });
    });

    it.each(["", "short", "x".repeat(32), "' or 1=1 --aaaaaaaaaaaaaaaaa"])(
      "is refused with a wrong key: %j",
      async (token) => {
        await asked();

        expect(await confirm(db, token, OCTOBER)).toEqual({ ok: false, reason: "unknown" });
      },
    );

    it("is refused once the next quarter has begun, and the old link does not answer the new letter", async () => {
      const { token } = await asked();
      await askForConfirmations(db, COUNTRY, { ...signed, at: WINTER });

      expect(await confirm(db, token, WINTER)).toEqual({ ok: false, reason: "superseded" });
    });

    it("is refused when the entry was annulled or has ended", async () => {
      const { token, entryId } = await asked();
      await db.updateTable("assignment").set({ endDay: "2026-10-04" }).execute();
      const ended = await confirm(db, token, OCTOBER);
      await db
        .updateTable("assignment")
        .set({ annulledAt: OCTOBER })
        .where("id", "=", entryId)
        .execute();

      expect(ended).toEqual({ ok: false, reason: "ended" });
      expect(await confirm(db, token, OCTOBER)).toEqual({ ok: false, reason: "annulled" });
      expect((await findQuestion(db, token, OCTOBER))?.state).toBe("annulled");
    });

    it("may be taken down by telephone, asked or not, once", async () => {
      const entry = await assigned(db, ward);
      const first = await confirmByTelephone(db, entry, signed);
      const second = await confirmByTelephone(db, entry, signed);

      expect([first, second]).toEqual([{ ok: true }, { ok: false, reason: "confirmed" }]);
      expect(await question()).toMatchObject({ confirmedBy: "lan", quarter: "2026-Q4" });
      expect(await countToAsk(db, COUNTRY, OCTOBER)).toEqual({ toAsk: 0, already: 1 });
      await endAssignment(
        db,
        entry,
        { endDay: "2026-12-31", reason: "Nghỉ", decisionNo: null },
        signed,
      );
      expect(await confirmByTelephone(db, entry, { ...signed, at: WINTER })).toEqual({
        ok: false,
        reason: "ended",
      });
    });

    it("leaves a letter that is no longer needed in the house", async () => {
      await asked();
      await confirm(db, (await question()).token, OCTOBER);
      const hand = { worker: "w", limit: 9, leaseSeconds: 30 };

      expect(await claimDue(db, OCTOBER, hand)).toEqual([]);
      expect((await letters())[0]).toMatchObject({ stage: "skipped", problem: "needless" });
    });

    it("shows what is to be looked after, the most pressing first", async () => {
      await asked();
      const later = "2026-11-20T02:00:00.000Z";
      const amber = await upkeepFor(db, COUNTRY, { shelf: "amber" }, later);

      expect((await upkeepFor(db, COUNTRY, { shelf: "amber" }, OCTOBER)).entries).toEqual([]);
      expect(amber.entries.map(({ name, freshness: { state } }) => [name, state])).toEqual([
        ["Nguyễn Văn An", "unconfirmed"],
      ]);
      expect(amber.counts).toEqual({ amber: 1, asked: 0, confirmed: 0, all: 1 });
    });
  });

  describe("a letter at the mail server", () => {
    let stop = async () => {};
    afterEach(() => stop());

    async function carried(rcpt: (to: string) => Fault) {
      const server = await mailServer({ rcpt });
      const transport = smtpTransport(server.url);
      stop = async () => {
        transport.close();
        await server.stop();
      };
      await deliverDue(db, transport.send, () => OCTOBER, { worker: "w", chance: () => 0.5 });
      return server.taken;
    }

    it("that knows no such mailbox turns the entry amber with its words", async () => {
      await assigned(db, ward);
      await assigned(db, sister, bao);
      await askForConfirmations(db, COUNTRY, signed);
      const taken = await carried((to) =>
        to.startsWith("an@") ? { code: 550, words: "5.1.1 No such user here" } : undefined,
      );
      const [speaker] = await speakersOf(db, ward, OCTOBER);
      const [bounced] = await db
        .selectFrom("confirmation")
        .selectAll()
        .where("agencyId", "=", ward.id)
        .execute();

      expect(taken.map(({ to }) => to)).toEqual(["bao@angiang.gov.vn"]);
      expect(bounced).toMatchObject({ bouncedAt: OCTOBER });
      expect(bounced?.bounce).toContain("No such user here");
      expect(speaker?.confirmed?.state).toBe("bounced");
      expect((await speakersOf(db, sister, OCTOBER))[0]?.confirmed?.state).toBe("asked");
      expect((await letters()).map(({ stage }) => stage)).toEqual(["refused", "sent"]);
    });

    it("that is full for the moment bounces nothing", async () => {
      await assigned(db, ward);
      await askForConfirmations(db, COUNTRY, signed);
      await carried(() => ({ code: 452, words: "4.2.2 Mailbox full" }));

      expect(await question()).toMatchObject({ bouncedAt: null });
      expect((await letters())[0]).toMatchObject({ stage: "queued", attempts: 1 });
    });
  });
});
