import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { pdf } from "#app/test/papers.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { clearPressRoom, signed } from "#app/test/press-room.ts";
import {
  approve,
  contents,
  drafted,
  editionOf,
  HOUR,
  LATER,
  now,
  published,
  there,
} from "#app/test/statement-desk.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { findReceipt } from "../receipts/receipts.server.ts";
import { draftText } from "./drafting.server.ts";
import {
  addStatementFile,
  findPublicStatementFile,
  findStatementFileFor,
  findStatementPaperFor,
} from "./files.server.ts";
import { findPublicStatement, listPublished } from "./public.server.ts";
import { publishStatement } from "./publication.server.ts";
import { publishDue, scheduleStatement } from "./schedule.server.ts";
import { answerSignOff, askSignOff, findSignOffFor, signOffsOf } from "./sign-offs.server.ts";
import { findStatementFor } from "./statements.server.ts";

describe.each(databases)("a text that is published on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
    await committee(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  it("need somebody who may speak at the instant of publication", async () => {
    const { statement } = await drafted(db, {}, "2026-09-01");
    await approve(db, statement);
    const next = "2026-09-02T02:00:00.000Z";

    expect(
      await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(next)),
    ).toEqual({ ok: false, reason: "not-a-speaker" });
    expect(
      await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(HOUR)),
    ).toMatchObject({ ok: true });
  });

  it("reach the press in plain text, and the feed's readers formatted", async () => {
    const ha = await reporter(db);
    await published(db, [ha.id]);
    const letter = await db.selectFrom("mail").selectAll().executeTakeFirstOrThrow();

    expect(letter.text).toContain(
      "Mở 12 km đường.\n\n- Từ ngày 02/09\n- Xem bản đồ (https://angiang.gov.vn/ban-do)",
    );
    expect(letter.text).not.toContain("**");
  });

  it("say the same in another language, each beside the other", async () => {
    const { statement, ward, personId } = await published(db);
    const details = { kind: "press_release" as const, speakerId: personId };
    const english = await draftText(
      db,
      ward,
      { ...contents, language: "en", title: "Riverside road", body: "12 km open." },
      { ...details, translationOfId: statement.id },
      signed(),
    );
    if (!english.ok) throw new Error(english.reason);
    expect((await findPublicStatement(db, statement.id))?.languages).toEqual([]);
    await approve(db, english);
    await publishStatement(db, english, { journalistIds: [], publicOnly: true }, signed(HOUR));

    expect((await findPublicStatement(db, statement.id))?.languages).toMatchObject([
      { id: english.id },
    ]);
    expect((await findPublicStatement(db, english.id))?.languages).toMatchObject([
      { id: statement.id },
    ]);
  });

  it("who sees what, before and after", async () => {
    const { statement, ward } = await drafted(db);
    const asked = await committee(db, "30292");
    const added = await addStatementFile(
      db,
      statement,
      { title: "Phụ lục", language: "en", isTranslation: true },
      { name: "phu-luc.pdf", bytes: pdf() },
      signed(),
    );
    if (!added.ok) throw new Error(added.reason);
    await askSignOff(db, statement, asked, signed());
    const signOff = there((await signOffsOf(db, await now(db, statement)))[0]);
    const officers = {
      own: await officerOf(db, ward),
      asked: await officerOf(db, asked),
      sister: await officerOf(db, await committee(db, "00004")),
      province: await officerOf(db, await committee(db, "91")),
      other: await officerOf(db, await committee(db, "46")),
    };
    /** The public, a journalist among them, sees what has no officer. */
    const seen = async () => {
      const ofPublic = {
        page: !!(await findPublicStatement(db, statement.id)),
        list: (await listPublished(db, {})).total,
        file: !!(await findPublicStatementFile(db, statement, added.id)),
        receipt: !!(await findReceipt(db, statement.id)),
      };
      const ofOfficers = await Promise.all(
        Object.entries(officers).map(async ([name, officer]) => [
          name,
          [
            (await findStatementFor(db, officer, statement.id)) && "works on it",
            (await findSignOffFor(db, officer, signOff.id)) && "may sign",
            (await findStatementFileFor(db, officer, added.id)) && "keeps the file",
            (await findStatementPaperFor(db, officer, added.id)) && "reads the file",
          ].filter(Boolean),
        ]),
      );
      return { public: ofPublic, ...Object.fromEntries(ofOfficers) };
    };
    const desk = {
      own: ["works on it", "keeps the file", "reads the file"],
      asked: ["may sign", "reads the file"],
      sister: [],
      province: ["works on it", "may sign", "keeps the file", "reads the file"],
      other: [],
    };
    const hidden = { page: false, list: 0, file: false, receipt: false };

    expect(await seen(), "a draft").toEqual({ public: hidden, ...desk });
    const yes = { signer: "Chủ tịch", edition: await editionOf(db, statement) };
    await answerSignOff(db, signOff, yes, signed());
    await approve(db, statement);
    const choice = { listIds: [], beats: [], outletIds: [], journalistIds: [] };
    await scheduleStatement(db, statement, { at: LATER, choice, publicOnly: true }, signed(HOUR));
    expect(await seen(), "scheduled").toEqual({ public: hidden, ...desk });
    await publishDue(db, LATER);
    const open = { page: true, list: 1, file: true, receipt: true };
    expect(await seen(), "published").toEqual({ public: open, ...desk });
    expect(await findPublicStatementFile(db, { id: "another" }, added.id)).toBeUndefined();
  });
});
