import type { Db, Moment } from "#db/tables.ts";
import type { Summary } from "../mail/letter-counts.server.ts";

/** What one press agency was sent, and when its mail server's side took it. */
export interface OutletAccess {
  outletName: string | null; // null: those who belong to none
  letters: number;
  accepted: number;
  firstAt: Moment | null;
  lastAt: Moment | null;
  refused: { problem: string | null }[];
}

export interface EqualAccess {
  outlets: OutletAccess[];
  counts: Summary;
  /** From the first letter that was taken to the last one, in milliseconds. */
  spread: number | null;
}

/**
 * The proof that everybody got the same text at the same time: for each press agency, when its letters were taken by
 * the mail server, and which were refused. It names press agencies, never journalists.
 */
export async function equalAccessOf(db: Db, statement: { id: string }): Promise<EqualAccess> {
  const rows = await db
    .selectFrom("statementCopy")
    .innerJoin("mail", "mail.statementCopyId", "statementCopy.id")
    .select(["statementCopy.outletId", "statementCopy.outletName"])
    .select(["mail.stage", "mail.attempts", "mail.sentAt", "mail.problem"])
    .where("statementCopy.statementId", "=", statement.id)
    .where("mail.kind", "=", "statement")
    .execute();
  const byOutlet = new Map<string | null, typeof rows>();
  for (const row of rows) byOutlet.set(row.outletId, [...(byOutlet.get(row.outletId) ?? []), row]);
  const outlets = [...byOutlet.values()]
    .map((copies) => {
      const times = timesOf(copies);
      return {
        outletName: copies[0]?.outletName ?? null,
        letters: copies.length,
        accepted: times.length,
        firstAt: times[0] ?? null,
        lastAt: times.at(-1) ?? null,
        refused: copies.flatMap(({ stage, problem }) => (stage === "refused" ? [{ problem }] : [])),
      };
    })
    .toSorted((a, b) => NAMES.compare(a.outletName ?? "\uffff", b.outletName ?? "\uffff"));
  const all = timesOf(rows);
  return { outlets, counts: summaryOf(rows), spread: spreadOf(all) };
}

const NAMES = new Intl.Collator("vi");

function timesOf(copies: { sentAt: Moment | null }[]): Moment[] {
  return copies.flatMap(({ sentAt }) => sentAt ?? []).toSorted();
}

function spreadOf(times: Moment[]): number | null {
  const [first, last] = [times[0], times.at(-1)];
  return first && last ? Date.parse(last) - Date.parse(first) : null;
}

function summaryOf(rows: { stage: keyof Omit<Summary, "putBack">; attempts: number }[]): Summary {
  const count = (stage: string) => rows.filter((row) => row.stage === stage).length;
  return {
    queued: count("queued"),
    putBack: rows.filter(({ stage, attempts }) => stage === "queued" && attempts > 0).length,
    sending: count("sending"),
    sent: count("sent"),
    refused: count("refused"),
    skipped: count("skipped"),
  };
}

/** To how many press agencies a statement was sent; those who belong to none count one each. All that the public is told of it. */
export async function outletsReached(db: Db, statement: { id: string }): Promise<number> {
  const rows = await db
    .selectFrom("statementCopy")
    .select(["id", "outletId"])
    .where("statementId", "=", statement.id)
    .execute();
  return new Set(rows.map(({ id, outletId }) => outletId ?? id)).size;
}
