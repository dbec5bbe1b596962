import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { signed, speaker } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Tables } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { listPublicQueries } from "../queries/public.server.ts";
import { checkReceipt, findReceipt } from "../receipts/receipts.server.ts";
import { draftText } from "../statements/drafting.server.ts";
import { equalAccessOf } from "../statements/equal-access.server.ts";
import { findPublicStatement } from "../statements/public.server.ts";
import { publishStatement } from "../statements/publication.server.ts";
import { approveStatement } from "../statements/statements.server.ts";
import { runRetention } from "./retention.server.ts";

/** Long after everything has been kept for its time. */
const YEARS_LATER = "2036-09-01T01:00:00.000Z";

/** What was said in public or decided, which no round touches; letters and mails stand in no public act. */
const ACTS: (keyof Tables)[] = [
  ...([
    "statement",
    "statementReceipt",
    "receiptKey",
    "statementCopy",
    "statementSignOff",
  ] as const),
  ...(["query", "queryAnswer", "correctionCase", "correctionRound"] as const),
  ...(["annualReport", "annualReportSending", "assignment", "person", "meeting"] as const),
  ...(["meetingMinutes", "journalist", "consentRecord", "accreditation"] as const),
];

describe.each(databases)("published acts on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let statementId = "";
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: MORNING });
    statementId = await furnish(db);
  });
  afterAll(() => opened.close());

  const rowsOf = async () => {
    const all = await Promise.all(
      ACTS.map(async (table) => [
        table,
        (
          await db
            .selectFrom(table as "statement")
            .selectAll()
            .execute()
        ).map((row) => JSON.stringify(row)),
      ]),
    );
    return Object.fromEntries(all) as Record<string, string[]>;
  };

  it("stay to the letter when everything else has been let go of, and its round says how much that was", async () => {
    const before = await rowsOf();
    const removed = await runRetention(db, signed(YEARS_LATER));

    expect(removed).toMatchObject({ meetings: 1, invitations: 1, letters: 1 });
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    expect(await rowsOf()).toEqual(before);
    const [line] = await db
      .selectFrom("audit")
      .select("particulars")
      .where("act", "=", "retention.ran")
      .execute();
    expect(JSON.parse(line?.particulars ?? "")).toMatchObject({
      removed: { meetings: 1, invitations: 1, letters: 1 },
    });
  });

  it("can be read and proved afterwards: text, receipt, equal access, question and answer", async () => {
    const found = await findPublicStatement(db, statementId);
    const receipt = await findReceipt(db, statementId);
    if (!found || !receipt) throw new Error("gone");
    const { content, signature } = receipt;
    const bytes = new TextEncoder().encode(content);

    expect(found.statement).toMatchObject({ title: "Thông cáo", body: "Mở 12 km." });
    expect(await checkReceipt(db, bytes, Buffer.from(signature, "base64"))).toMatchObject({
      ok: true,
    });
    expect((await equalAccessOf(db, { id: statementId })).counts).toMatchObject({ sent: 1 });
    const { queries } = await listPublicQueries(db, { id: "pc-30307" }, YEARS_LATER);
    expect(queries).toMatchObject([{ title: "Khi nào xong?", asker: { name: "Hà" } }]);
  });
});

/** One of each: a statement that was sent out, a question on public record, a case, a report, a meeting with a guest. */
async function furnish(db: Db): Promise<string> {
  const ward = await committee(db);
  const { personId } = await speaker(db, ward);
  const ha = await reporter(db);
  const meeting = await briefing(db, ward, { heldAt: "2026-09-10T04:00:00.000Z" });
  const [agencyId, at] = [ward.id, MORNING];
  const contents = {
    ...{ language: "vi" as const, title: "Thông cáo", known: "", unknown: "", doing: "" },
    ...{ nextUpdateAt: null, body: "Mở 12 km." },
  };
  const details = { kind: "press_release" as const, speakerId: personId };
  const draft = await draftText(db, ward, contents, details, signed());
  if (!draft.ok) throw new Error(draft.reason);
  await db
    .insertInto("statementSignOff")
    .values({
      ...{ id: "so", statementId: draft.id, agencyId: (await committee(db, "30292")).id },
      ...{ askedAt: at, askedBy: "lan", edition: 0, signer: "Cường", answeredAt: at },
    })
    .execute();
  await approveStatement(db, draft, { approver: "An", edition: 0 }, signed());
  await publishStatement(db, draft, { journalistIds: [ha.id] }, signed());
  await db.updateTable("mail").set({ stage: "sent", sentAt: at }).execute();
  await db
    .insertInto("invitation")
    .values({
      ...{ id: "i", meetingId: meeting.id, journalistId: ha.id, token: "i", calendarUid: "i" },
      ...{ invitedAt: at, invitedBy: "lan", reply: "coming", repliedAt: at },
    })
    .execute();
  await db
    .insertInto("meetingMinutes")
    .values({
      ...{ meetingId: meeting.id, version: 1, text: "Biên bản", writtenAt: at },
      ...{ writtenBy: "lan", publishedAt: at, publishedBy: "lan" },
    })
    .execute();
  await db
    .insertInto("query")
    .values({
      ...{ id: "q", agencyId, number: "1/2026", kind: "question", channel: "mail" },
      ...{ journalistId: ha.id, askerName: "Hà", title: "Khi nào xong?", text: "?" },
      ...{ language: "vi", receivedAt: at, outcome: "answered", outcomeAt: at, opensAt: at },
    })
    .execute();
  await db
    .insertInto("queryAnswer")
    .values({
      ...{ id: "qa", queryId: "q", kind: "answer", outcome: "answered", text: "Mùng năm." },
      ...{ speakerName: "Bình", speakerPosition: "Phó Chủ tịch", speakerCapacity: "regular" },
      ...{ sentAt: at, sentBy: "lan" },
    })
    .execute();
  await db
    .insertInto("correctionCase")
    .values({
      ...{ id: "c", agencyId, number: "1/2026", outletName: "Báo Mẫu", articleTitle: "Cầu" },
      ...{ articleDay: "2026-08-31", wrong: "Sập", right: "Còn", foundAt: at, openedAt: at },
      ...{ openedBy: "lan", feedbackSentAt: at, outcome: "corrected", outcomeAt: at },
      publishedAt: at,
    })
    .execute();
  await db
    .insertInto("correctionRound")
    .values({
      ...{ id: "r", caseId: "c", text: "Cầu còn.", asks: "correction", speakerName: "Bình" },
      ...{ speakerPosition: "Phó Chủ tịch", speakerCapacity: "regular", draftedAt: at },
      ...{ draftedBy: "lan", sentAt: at, sentHow: "hand" },
    })
    .execute();
  await db
    .insertInto("annualReport")
    .values({ id: "ar", agencyId, year: 2026, openedAt: at, openedBy: "lan" })
    .execute();
  await db
    .insertInto("annualReportSending")
    .values({
      ...{ id: "ars", reportId: "ar", version: 1, number: "1/BC-UBND", day: "2026-09-01" },
      ...{ signer: "An", office: "Chủ tịch", sentAt: at, snapshot: "{}", sha256: "0" },
      ...{ recordedAt: at, recordedBy: "lan", recordedByName: "Lan" },
    })
    .execute();
  await db
    .insertInto("consentRecord")
    .values({ id: "co", journalistId: ha.id, textVersion: "1", channel: "portal", givenAt: at })
    .execute();
  await db
    .insertInto("accreditation")
    .values({
      ...{ id: "ac", journalistId: ha.id, provinceId: ha.provinceId, purpose: "tin" },
      ...{ requestedAt: at, decision: "approved", decidedAt: at, decidedBy: "lan" },
    })
    .execute();
  return draft.id;
}
