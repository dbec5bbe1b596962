import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed } from "#app/test/press-room.ts";
import {
  approve,
  contents,
  drafted,
  editionOf,
  HOUR,
  now,
  there,
} from "#app/test/statement-desk.ts";
import type { Db } from "#db/tables.ts";
import { moveIncidents } from "../incidents/incidents.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { readReceipt } from "../receipts/receipt.ts";
import { findReceipt } from "../receipts/receipts.server.ts";
import { publishStatement } from "./publication.server.ts";
import { answerSignOff, askSignOff, findSignOffFor, signOffsOf } from "./sign-offs.server.ts";
import { changeStatement, findStatement } from "./statements.server.ts";

describe.each(databases)("a joint text on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  it("waits for every agency's yes to the very edition", async () => {
    const { statement, personId } = await drafted(db);
    const sister = await committee(db, "30292");
    expect(await askSignOff(db, statement, sister, signed())).toEqual({ ok: true });
    expect(await askSignOff(db, statement, sister, signed())).toEqual({
      ok: false,
      reason: "already-asked",
    });
    await approve(db, statement);
    const publish = (at = HOUR) =>
      publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(at));
    expect(await publish()).toEqual({ ok: false, reason: "not-signed" });

    const officer = await officerOf(db, sister);
    const [asked] = await signOffsOf(db, await now(db, statement));
    const found = there(await findSignOffFor(db, officer, asked?.id ?? ""));
    const edition = await editionOf(db, statement);
    const yes = { signer: "Trần Văn Chủ tịch", edition };
    expect(
      await answerSignOff(db, found.signOff, { ...yes, edition: edition - 1 }, signed()),
    ).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await answerSignOff(db, found.signOff, yes, signed())).toEqual({ ok: true });
    await changeStatement(
      db,
      statement,
      { ...contents, title: "Khác một chữ" },
      { speakerId: personId, edition },
      signed(),
    );
    await approve(db, statement);
    expect(await publish()).toEqual({ ok: false, reason: "not-signed" });
    expect((await signOffsOf(db, await now(db, statement)))[0]?.state).toBe("void");

    await answerSignOff(db, found.signOff, { ...yes, edition: edition + 1 }, signed());
    expect(await publish()).toMatchObject({ ok: true });
    const receipt = await findReceipt(db, statement.id);
    expect(readReceipt(receipt?.content ?? "")?.agreedBy).toEqual([sister.name]);
  });

  it("is not published over an objection, and follows a closed agency", async () => {
    const { statement, ward } = await drafted(db);
    const [sister, heir] = [await committee(db, "30292"), await committee(db, "91")];
    await askSignOff(db, statement, sister, signed());
    const asked = there((await signOffsOf(db, await now(db, statement)))[0]);
    const no = { objection: "Số liệu chưa khớp.", edition: await editionOf(db, statement) };
    await answerSignOff(db, asked, no, signed());
    await approve(db, statement);
    expect(
      await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(HOUR)),
    ).toEqual({ ok: false, reason: "not-signed" });

    await moveIncidents(db, sister, heir, signed());
    expect(await signOffsOf(db, await now(db, statement))).toMatchObject([
      { agencyId: heir.id, state: "waiting" },
    ]);
    await moveIncidents(db, ward, heir, signed());
    expect(await findStatement(db, statement.id)).toMatchObject({
      ...{ agencyId: heir.id, approvedAt: null, speakerId: null },
    });
    expect(await signOffsOf(db, await now(db, statement))).toEqual([]);
    expect((await auditOf(db)).map(({ act }) => act)).toContain("statement.moved");
  });
});
