import { randomUUID } from "node:crypto";
import type { ExpressionBuilder } from "kysely";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db, Row, Tables } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { foldedText } from "../areas/folding.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { pageFound } from "../paging/page.server.ts";
import {
  type Contradiction,
  contradictions,
  type Figure,
  keyOf,
  type PublishedFigure,
} from "./figure.ts";
import type { QueryRefusal } from "./query.ts";

export type Line = Row<"lineToTake">;

/** What may be said again, from when until when. */
export interface LineDetails {
  topic: string;
  question: string;
  answer: string;
  fromDay: Day;
  untilDay: Day | null;
  figures: Figure[];
}

export type LineOutcome = { ok: true; id: string } | { ok: false; reason: QueryRefusal };

const foldedOf = ({ topic, question, answer, figures }: LineDetails) =>
  foldedText([topic, question, answer, ...figures.map(({ name }) => name)].join(" "));

/** Writes down what an agency may say again: an answer in force from a day on, with its figures. */
export async function writeLine(
  db: Db,
  agency: { id: string },
  details: LineDetails,
  signed: Signature,
): Promise<LineOutcome> {
  return allOrNothing<LineOutcome>(db, async (trx) => {
    const id = randomUUID();
    const { figures, ...line } = details;
    await trx
      .insertInto("lineToTake")
      .values({
        ...{ ...line, id, agencyId: agency.id, folded: foldedOf(details) },
        ...{ writtenAt: signed.at, writtenBy: signed.by.id },
      })
      .execute();
    await keepFigures(trx, { agencyId: agency.id, lineId: id }, figures);
    await record(trx, signed, {
      ...{ act: "line.written", about: { id }, agencyId: agency.id },
      particulars: { topic: line.topic },
    });
    return { ok: true, id };
  });
}

/** Writes a line anew. Refused: `changed-meanwhile` when somebody else wrote after the edition that was seen. */
export async function changeLine(
  db: Db,
  { id }: { id: string },
  details: LineDetails,
  edition: number,
  signed: Signature,
): Promise<LineOutcome> {
  return allOrNothing<LineOutcome>(db, async (trx) => {
    const { figures, ...line } = details;
    const changed = await trx
      .updateTable("lineToTake")
      .set({ ...line, folded: foldedOf(details), edition: edition + 1 })
      .set({ writtenAt: signed.at, writtenBy: signed.by.id })
      .where("id", "=", id)
      .where("edition", "=", edition)
      .where("archivedAt", "is", null)
      .returning("agencyId")
      .executeTakeFirst();
    if (!changed) return { ok: false, reason: "changed-meanwhile" };
    await trx.deleteFrom("figure").where("lineId", "=", id).execute();
    await keepFigures(trx, { ...changed, lineId: id }, figures);
    await record(trx, signed, {
      ...{ act: "line.changed", about: { id }, ...changed, particulars: { topic: line.topic } },
    });
    return { ok: true, id };
  });
}

/** Lays a line aside: it is no longer said, nor are its figures. Refused: `done-already`. */
export async function archiveLine(
  db: Db,
  { id }: { id: string },
  signed: Signature,
): Promise<LineOutcome> {
  return allOrNothing<LineOutcome>(db, async (trx) => {
    const archived = await trx
      .updateTable("lineToTake")
      .set({ archivedAt: signed.at })
      .where("id", "=", id)
      .where("archivedAt", "is", null)
      .returning(["agencyId", "topic"])
      .executeTakeFirst();
    if (!archived) return { ok: false, reason: "done-already" };
    const { agencyId, topic } = archived;
    await record(trx, signed, {
      ...{ act: "line.archived", about: { id }, agencyId, particulars: { topic } },
    });
    return { ok: true, id };
  });
}

/** Keeps figures that were said, with where. */
export async function keepFigures(
  trx: Db,
  where: { agencyId: string; lineId?: string; answerId?: string },
  figures: Figure[],
) {
  if (figures.length === 0) return;
  await trx
    .insertInto("figure")
    .values(
      figures.map((figure) => ({
        ...{ ...figure, id: randomUUID(), folded: keyOf(figure), agencyId: where.agencyId },
        ...{ lineId: where.lineId ?? null, answerId: where.answerId ?? null },
      })),
    )
    .execute();
}

/** What an agency has said of these figures: in lines in force on a day, and in answers that were sent. */
export async function figuresSaid(
  db: Db,
  agency: { id: string },
  figures: Figure[],
  day: Day,
): Promise<PublishedFigure[]> {
  const names = [...new Set(figures.map(keyOf))];
  if (names.length === 0) return [];
  return db
    .selectFrom("figure")
    .leftJoin("lineToTake", "lineToTake.id", "figure.lineId")
    .select(["figure.name", "figure.value", "figure.unit", "figure.day", "figure.source"])
    .select(["figure.lineId", "figure.answerId"])
    .where("figure.agencyId", "=", agency.id)
    .where("figure.folded", "in", names)
    .where(({ eb, or, and }) =>
      or([
        eb("figure.answerId", "is not", null),
        and([
          eb("lineToTake.archivedAt", "is", null),
          eb("lineToTake.fromDay", "<=", day),
          or([eb("lineToTake.untilDay", "is", null), eb("lineToTake.untilDay", ">=", day)]),
        ]),
      ]),
    )
    .orderBy("figure.day", "desc")
    .execute();
}

/** Where figures of a draft contradict what the agency has said elsewhere: not in earlier answers to the same query. */
export async function contradictionsIn(
  db: Db,
  query: { id: string; agencyId: string },
  figures: Figure[],
  day: Day,
): Promise<Contradiction[]> {
  const said = await figuresSaid(db, { id: query.agencyId }, figures, day);
  const own = await db
    .selectFrom("queryAnswer")
    .select("id")
    .where("queryId", "=", query.id)
    .execute();
  const ownAnswers = new Set(own.map(({ id }) => id));
  return contradictions(
    figures,
    said.filter(({ answerId }) => !ownAnswers.has(answerId ?? "")),
  );
}

export const LINE_SHELVES = ["current", "past"] as const;
export type LineShelf = (typeof LINE_SHELVES)[number];

const PAGE = 50;

/** Lines of an officer's own agency: those in force on a day, or those that are over or laid aside; words in any order, marks or none. */
export async function listLines(
  db: Db,
  officer: Pick<Officer, "agencyId">,
  { q = "", shelf, page: asked = 1 }: { q?: string; shelf: LineShelf; page?: number },
  day: Day,
) {
  const words = foldedText(q).split(" ").filter(Boolean);
  const found = db
    .selectFrom("lineToTake")
    .where("agencyId", "=", officer.agencyId ?? "")
    .where((eb) => (shelf === "current" ? isNotOver(day)(eb) : eb.not(isNotOver(day)(eb))))
    .where(({ eb, and }) => and(words.map((word) => eb("folded", "like", `%${word}%`))))
    .selectAll()
    .orderBy("writtenAt", "desc")
    .orderBy("id");
  const { shown: lines, ...place } = await pageFound(found, asked, PAGE);
  return { lines, ...place };
}

function isNotOver(day: Day) {
  return ({ eb, or, and }: ExpressionBuilder<Tables, "lineToTake">) =>
    and([
      eb("archivedAt", "is", null),
      or([eb("untilDay", "is", null), eb("untilDay", ">=", day)]),
    ]);
}

/** Lines in force that have something in common with a question, the closest first. */
export async function linesNear(db: Db, agency: { id: string }, text: string, day: Day, limit = 5) {
  const words = [...new Set(foldedText(text).split(" "))].filter((word) => word.length > 2);
  const lines = await db
    .selectFrom("lineToTake")
    .selectAll()
    .where("agencyId", "=", agency.id)
    .where("fromDay", "<=", day)
    .where(isNotOver(day))
    .orderBy("writtenAt", "desc")
    .orderBy("id")
    .execute();
  return lines
    .map((line) => {
      const within = new Set(line.folded.split(" "));
      return { line, shared: words.filter((word) => within.has(word)).length };
    })
    .filter(({ shared }) => shared >= 2)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, limit)
    .map(({ line }) => line);
}

/** A line of the officer's own agency with its figures. */
export async function findLineFor(db: Db, officer: Pick<Officer, "agencyId">, id: string) {
  const line = await db
    .selectFrom("lineToTake")
    .selectAll()
    .where("id", "=", id)
    .where("agencyId", "=", officer.agencyId ?? "")
    .executeTakeFirst();
  return line && { ...line, figures: await figuresOfLine(db, line) };
}

/** The figures that a line to take states, by name. */
function figuresOfLine(db: Db, { id }: { id: string }): Promise<Figure[]> {
  return db
    .selectFrom("figure")
    .select(["name", "value", "unit", "day", "source"])
    .where("lineId", "=", id)
    .orderBy("name")
    .execute();
}
