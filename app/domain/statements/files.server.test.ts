import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { png } from "#app/test/papers.ts";
import { clearPressRoom, signed } from "#app/test/press-room.ts";
import { approve, drafted, HOUR, there } from "#app/test/statement-desk.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { readReceipt } from "../receipts/receipt.ts";
import { findReceipt } from "../receipts/receipts.server.ts";
import { addStatementFile, removeStatementFile, statementFiles } from "./files.server.ts";
import { publishStatement } from "./publication.server.ts";
import { findStatement } from "./statements.server.ts";

describe.each(databases)("files of a text on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  it("go with the text: what was approved has to be so again, and a published one keeps its own", async () => {
    const { statement } = await drafted(db);
    await approve(db, statement);
    const details = { title: "Bản đồ", language: "vi", isTranslation: false };
    const sent = { name: "bando.png", bytes: png() };
    expect(await addStatementFile(db, statement, details, sent, signed())).toMatchObject({
      ok: true,
    });
    expect((await findStatement(db, statement.id))?.approvedAt).toBeNull();
    const exe = { name: "a.pdf", bytes: new Uint8Array([0x4d, 0x5a, 0, 1, 2]) };
    expect(await addStatementFile(db, statement, details, exe, signed())).toMatchObject({
      ok: false,
      reason: "file-unknown-type",
    });
    await approve(db, statement);
    await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(HOUR));

    const file = there((await statementFiles(db, statement))[0]);
    expect(await addStatementFile(db, statement, details, sent, signed())).toEqual({
      ok: false,
      reason: "is-published",
    });
    expect(await removeStatementFile(db, file, signed())).toEqual({
      ok: false,
      reason: "is-published",
    });
    const receipt = await findReceipt(db, statement.id);
    expect(readReceipt(receipt?.content ?? "")?.attachments).toEqual([
      { name: "bando.png", bytes: file?.bytes, sha256: file?.sha256 },
    ]);
  });
});
