import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { phaseOf, type Statement, type StatementKind, type StatementRefusal } from "./statement.ts";
import type { Contents } from "./statement-form.ts";
import { speakerAt, takeStatement } from "./statements.server.ts";

type Drafted = { ok: true; id: string } | { ok: false; reason: StatementRefusal };

export interface TextDetails {
  kind: StatementKind;
  speakerId: string;
  incidentId?: string;
  translationOfId?: string;
}

/**
 * Drafts a freely written statement of an agency, on an incident of its own or on none; in another language, beside
 * the one that it says again. Refused: `refer-up` of what is not the agency's to speak of, `not-a-speaker`.
 */
export async function draftText(
  db: Db,
  agency: { id: string },
  contents: Contents,
  { kind, speakerId, incidentId, translationOfId }: TextDetails,
  signed: Signature,
): Promise<Drafted> {
  return allOrNothing<Drafted>(db, async (trx) => {
    const incident = incidentId
      ? await trx
          .selectFrom("incident")
          .select(["id", "clause"])
          .where("id", "=", incidentId)
          .where("agencyId", "=", agency.id)
          .executeTakeFirst()
      : undefined;
    if (incident?.clause === "7.1") return { ok: false, reason: "refer-up" };
    const speaker = await speakerAt(trx, agency, speakerId, signed.at);
    if (!speaker) return { ok: false, reason: "not-a-speaker" };
    const id = randomUUID();
    await trx
      .insertInto("statement")
      .values({
        ...{ id, agencyId: agency.id, kind, ...contents, ...speaker },
        ...{ incidentId: incident?.id ?? null, translationOfId: translationOfId ?? null },
        ...{ draftedAt: signed.at, draftedBy: signed.by.id },
      })
      .execute();
    await drafted(trx, { id, agencyId: agency.id, title: contents.title }, signed);
    return { ok: true, id };
  });
}

/**
 * Begins the correction of a published text: a draft that says the same, to be put right. The published one is never
 * touched. Refused: where it stands, `is-retracted`, `is-corrected` by another one already, `has-draft` of the same.
 */
export async function draftCorrection(
  db: Db,
  statement: { id: string },
  reason: string,
  signed: Signature,
): Promise<Drafted> {
  return allOrNothing<Drafted>(db, async (trx) => {
    const wrong = await takeStatement(trx, statement.id);
    const refused = await whyNotCorrect(trx, wrong);
    if (refused) return { ok: false, reason: refused };
    const id = randomUUID();
    const { agencyId, kind, incidentId, meetingId, language, title, known, unknown, doing } = wrong;
    const { body, translationOfId, speakerId, speakerName, speakerPosition } = wrong;
    const { speakerCapacity, speakerMatter } = wrong;
    await trx
      .insertInto("statement")
      .values({
        ...{ id, agencyId, kind, incidentId, meetingId, language, title, known, unknown, doing },
        ...{ body, translationOfId, speakerId, speakerName, speakerPosition },
        ...{ speakerCapacity, speakerMatter, correctsId: wrong.id, correctionReason: reason },
        ...{ draftedAt: signed.at, draftedBy: signed.by.id },
      })
      .execute();
    const files = await trx
      .selectFrom("statementFile")
      .selectAll()
      .where("statementId", "=", wrong.id)
      .execute();
    for (const file of files)
      await trx
        .insertInto("statementFile")
        .values({ ...file, id: randomUUID(), statementId: id })
        .execute();
    await drafted(trx, { id, agencyId, title }, signed);
    return { ok: true, id };
  });
}

/** What keeps a published text from being put right, or from being published as what puts it right. */
export async function whyNotCorrect(
  trx: Db,
  wrong: Statement,
  by?: { id: string },
): Promise<StatementRefusal | undefined> {
  const phase = phaseOf(wrong);
  if (phase !== "published") return `is-${phase}`;
  if (wrong.retractedAt) return "is-retracted";
  const others = await trx
    .selectFrom("statement")
    .select(["id", "publishedAt"])
    .where("correctsId", "=", wrong.id)
    .where("withdrawnAt", "is", null)
    .where("id", "!=", by?.id ?? "")
    .execute();
  if (others.some(({ publishedAt }) => publishedAt)) return "is-corrected";
  return others.length > 0 && !by ? "has-draft" : undefined;
}

/** The incidents of an agency that a text may be about: open, and its own to speak of. */
export function incidentsToSpeakOf(db: Db, agency: { id: string }) {
  return db
    .selectFrom("incident")
    .select(["id", "title"])
    .where("agencyId", "=", agency.id)
    .where("closedAt", "is", null)
    .where("clause", "!=", "7.1")
    .orderBy("openedAt", "desc")
    .execute();
}

function drafted(
  trx: Db,
  { id, agencyId, title }: { id: string; agencyId: string; title: string },
  signed: Signature,
) {
  const particulars = { title };
  return record(trx, signed, { act: "statement.drafted", about: { id }, agencyId, particulars });
}
