import { randomUUID } from "node:crypto";
import { endOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db, Moment, Row } from "#db/tables.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import { reachOf } from "../agencies/agency.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { DocumentRefusal, SentFile } from "../documents/document.ts";
import { withDocument } from "../documents/documents.server.ts";
import { sha256Of } from "../receipts/receipts.server.ts";
import {
  figureOf,
  INDICATORS,
  type Snapshot,
  writtenFigure,
  type YearRules,
  yearRules,
} from "./annual.ts";
import { evidenceOf } from "./evidence.server.ts";
import type { Span } from "./period.ts";

export type ReportText = Row<"annualReportText">;
export type Sending = Row<"annualReportSending">;

/** An agency's report of a year, as far as it has come. */
export interface AnnualReport {
  rules: YearRules;
  span: Span; // of its figures
  note: string | null; // why they begin later
  edition: number;
  text: ReportText | undefined; // part II as it stands
  sendings: Sending[]; // the last first
}

/** What the law asks of a year's report; undefined of a year of which it asks for none. */
export async function findYearRules(db: Db, year: number): Promise<YearRules | undefined> {
  const rules = await db
    .selectFrom("policy")
    .selectAll()
    .where("key", "in", ["report.annual.from", "report.annual.to", "report.annual.due"])
    .execute();
  return yearRules(rules, year);
}

/** The report of an agency of a year, whether anything is written of it yet; undefined where the law asks for none. */
export async function findAnnualReport(
  db: Db,
  agency: { id: string },
  year: number,
): Promise<AnnualReport | undefined> {
  const rules = await findYearRules(db, year);
  if (!rules) return undefined;
  const report = await db
    .selectFrom("annualReport")
    .selectAll()
    .where("agencyId", "=", agency.id)
    .where("year", "=", year)
    .executeTakeFirst();
  if (!report)
    return { rules, span: rules.span, note: null, edition: 0, text: undefined, sendings: [] };
  const [text, sendings] = await Promise.all([
    db
      .selectFrom("annualReportText")
      .selectAll()
      .where("reportId", "=", report.id)
      .where("edition", "=", report.edition)
      .executeTakeFirst(),
    db
      .selectFrom("annualReportSending")
      .selectAll()
      .where("reportId", "=", report.id)
      .orderBy("version", "desc")
      .execute(),
  ]);
  const span = { ...rules.span, from: report.fromDay ?? rules.span.from };
  return { rules, span, note: report.fromNote, edition: report.edition, text, sendings };
}

/** Every edition of part II, the last first: who wrote what when. */
export function listTexts(db: Db, agency: { id: string }, year: number): Promise<ReportText[]> {
  return db
    .selectFrom("annualReportText")
    .innerJoin("annualReport", "annualReport.id", "annualReportText.reportId")
    .selectAll("annualReportText")
    .where("annualReport.agencyId", "=", agency.id)
    .where("annualReport.year", "=", year)
    .orderBy("annualReportText.edition", "desc")
    .execute();
}

/** The report's row, opened with its first entry, and nobody else's to change until the transaction ends. */
async function takeReport(trx: Db, agency: { id: string }, year: number, signed: Signature) {
  return trx
    .insertInto("annualReport")
    .values({
      ...{ id: randomUUID(), agencyId: agency.id, year, fromDay: null, fromNote: null },
      ...{ openedAt: signed.at, openedBy: signed.by.id },
    })
    .onConflict((known) =>
      known
        .columns(["agencyId", "year"])
        .doUpdateSet((eb) => ({ year: eb.ref("annualReport.year") })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export type TextRefusal = "changed-meanwhile";

/**
 * Writes part II anew. Refused: `changed-meanwhile` when somebody else has written since this officer began, so that
 * nobody's words are lost.
 */
export async function writeText(
  db: Db,
  agency: { id: string },
  year: number,
  text: { difficulties?: string; proposals?: string; edition: number },
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: TextRefusal }> {
  return allOrNothing<{ ok: true } | { ok: false; reason: TextRefusal }>(db, async (trx) => {
    const report = await takeReport(trx, agency, year, signed);
    if (report.edition !== text.edition) return { ok: false, reason: "changed-meanwhile" };
    const edition = report.edition + 1;
    await trx.updateTable("annualReport").set({ edition }).where("id", "=", report.id).execute();
    await trx
      .insertInto("annualReportText")
      .values({
        ...{ reportId: report.id, edition },
        ...{ difficulties: text.difficulties ?? "", proposals: text.proposals ?? "" },
        ...{ writtenAt: signed.at, writtenBy: signed.by.id, writtenByName: signed.by.name },
      })
      .execute();
    await record(trx, signed, {
      ...{ act: "report.written", about: { id: report.id }, agencyId: agency.id },
      particulars: { year, edition },
    });
    return { ok: true };
  });
}

/**
 * Lets the figures begin when the law began to ask for them, with a note that is printed under them, or with the whole
 * span again. Refused: `not-the-first` where the law was in force all the time.
 */
export async function setStart(
  db: Db,
  agency: { id: string },
  rules: YearRules,
  { fromLaw, note }: { fromLaw: boolean; note?: string },
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "not-the-first" }> {
  const { year, lawFrom } = rules;
  if (fromLaw && !lawFrom) return { ok: false, reason: "not-the-first" };
  return allOrNothing<{ ok: true } | { ok: false; reason: "not-the-first" }>(db, async (trx) => {
    const { id } = await takeReport(trx, agency, year, signed);
    const fromDay = fromLaw ? (lawFrom as Day) : null;
    await trx
      .updateTable("annualReport")
      .set({ fromDay, fromNote: fromLaw ? (note ?? null) : null })
      .where("id", "=", id)
      .execute();
    await record(trx, signed, {
      ...{ act: "report.span-set", about: { id }, agencyId: agency.id },
      particulars: { year, fromDay },
    });
    return { ok: true };
  });
}

export type SendingRefusal = "span-open" | "sent-in-future" | "needs-reason" | DocumentRefusal;

/**
 * Records that a report was sent, and freezes it with what is behind every figure: what changes in the books
 * afterwards shows beside it and never in it. Refused: `span-open` before the figures are closed, `sent-in-future`,
 * and `needs-reason` for a later version that does not say why it takes the place of the one before.
 */
export async function recordSending(
  db: Db,
  agency: AgencyOfArea,
  year: number,
  sent: Pick<Sending, "number" | "day" | "signer" | "office" | "sentAt"> & {
    reason?: string;
    file?: SentFile;
  },
  signed: Signature,
): Promise<{ ok: true; version: number } | { ok: false; reason: SendingRefusal }> {
  const { reason, file, ...paper } = sent;
  return withDocument<{ ok: true; version: number } | { ok: false; reason: SendingRefusal }>(
    ...([db, agency, file, signed] as const),
    async (trx, fileId) => {
      const { id: reportId } = await takeReport(trx, agency, year, signed);
      const report = (await findAnnualReport(trx, agency, year)) as AnnualReport;
      if (signed.at < endOf(report.span.until)) return { ok: false, reason: "span-open" };
      if (sent.sentAt > signed.at) return { ok: false, reason: "sent-in-future" };
      const [former] = report.sendings;
      if (former && !reason) return { ok: false, reason: "needs-reason" };
      const version = (former?.version ?? 0) + 1;
      const frozen = await snapshotOf(trx, agency, report, signed.at);
      const snapshot = JSON.stringify(frozen);
      await trx
        .insertInto("annualReportSending")
        .values({
          ...{ id: randomUUID(), reportId, version, ...paper, fileId: fileId ?? null },
          ...{ reason: former ? (reason ?? null) : null, snapshot, sha256: sha256Of(snapshot) },
          ...{ recordedAt: signed.at, recordedBy: signed.by.id, recordedByName: signed.by.name },
        })
        .execute();
      const figures = INDICATORS.map((n) => writtenFigure(n, figureOf(frozen.indicators[n])));
      await record(trx, signed, {
        ...{ act: "report.sent", about: { id: reportId }, agencyId: agency.id },
        particulars: { year, number: paper.number, version, figures },
      });
      return { ok: true, version };
    },
  );
}

/** A report as its figures and words stand at a moment. */
export async function snapshotOf(
  db: Db,
  agency: AgencyOfArea,
  { span, note, text }: AnnualReport,
  at: Moment,
): Promise<Snapshot> {
  const indicators = await evidenceOf(db, reachOf(agency), span, at);
  const { difficulties = "", proposals = "" } = text ?? {};
  return { madeAt: at, span, note, difficulties, proposals, indicators };
}

/** What was frozen, and whether it is still what was frozen: its hash is counted again. */
export function thaw({ snapshot, sha256 }: Sending): { snapshot: Snapshot; isIntact: boolean } {
  return { snapshot: JSON.parse(snapshot) as Snapshot, isIntact: sha256Of(snapshot) === sha256 };
}
