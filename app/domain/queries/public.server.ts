import type { Db, Moment } from "#db/tables.ts";
import { placeOf } from "../paging/page.ts";
import { answersOn } from "./answering.server.ts";
import { clocksOf } from "./clocks.server.ts";
import { findQuery, type QueryOfAgency, queriesOfAgencies } from "./queries.server.ts";
import { isPublic } from "./query.ts";
import { isInTime } from "./urgency.ts";

/** Who asked, as far as the public is told: nobody's name unless they wanted it. */
function publicAsker({ nameWithheld, askerName, outletName }: QueryOfAgency) {
  return nameWithheld ? null : { name: askerName, outlet: outletName };
}

function publicly(query: QueryOfAgency) {
  const { id, agencyId, agencyName, agencyNameEn, agencyKind, areaCode, provinceId } = query;
  const { provinceType, provinceName, provinceNameEn, number, kind, title, language } = query;
  const { receivedAt, outcome, outcomeAt, opensAt } = query;
  return {
    ...{ id, agencyId, agencyName, agencyNameEn, agencyKind, areaCode, provinceId },
    ...{ provinceType, provinceName, provinceNameEn, number, kind, title, language },
    ...{ receivedAt, outcome, outcomeAt, opensAt, asker: publicAsker(query) },
  };
}

export type PublicQuery = ReturnType<typeof publicly>;

/** A question with its answer, once it is public record; undefined for everybody before. */
export async function findPublicQuery(db: Db, id: string, at: Moment) {
  const query = await findQuery(db, id);
  if (!query || !isPublic(query, at)) return undefined;
  const [answers, clocks] = await Promise.all([answersOn(db, query), clocksOf(db, query)]);
  const told = answers.filter(({ kind }) => kind !== "holding");
  return {
    query: {
      ...{ ...publicly(query), text: query.text, confirmedAt: query.confirmedAt },
      // Whose verdict it is stays between the two: that it is disputed is told, not in which words.
      disputedAt: query.disputedAt,
    },
    answers: told.map((answer) => {
      const { id: answerId, kind, outcome, text, ground, legalRef, sentAt, disputedAt } = answer;
      const { speakerName, speakerPosition, speakerCapacity, speakerMatter } = answer;
      return {
        ...{ id: answerId, kind, outcome, text, ground, legalRef, sentAt, disputedAt },
        ...{ speakerName, speakerPosition, speakerCapacity, speakerMatter },
      };
    }),
    inTime: isInTime(query, clocks) ?? null,
    dueAt: clocks.statutory?.at ?? null,
  };
}

const PAGE = 30;

function open(db: Db, agency: { id: string }, at: Moment) {
  return queriesOfAgencies(db)
    .where("query.agencyId", "=", agency.id)
    .where("query.opensAt", "<=", at)
    .where("query.keptBackAt", "is", null);
}

/** An agency's questions on public record, newest first, with what only the askers can say: how many are answered. */
export async function listPublicQueries(db: Db, agency: { id: string }, at: Moment, asked = 1) {
  const { total, confirmed } = await open(db, agency, at)
    .clearSelect()
    .select(({ fn }) => [
      fn.countAll<number>().as("total"),
      fn.count<number>("query.confirmedAt").as("confirmed"),
    ])
    .executeTakeFirstOrThrow();
  const { page, pages, before } = placeOf(Number(total), asked, PAGE);
  const rows = (await open(db, agency, at)
    .orderBy("query.opensAt", "desc")
    .orderBy("query.id")
    .limit(PAGE)
    .offset(before)
    .execute()) as QueryOfAgency[];
  const counts = { total: Number(total), confirmed: Number(confirmed) };
  return { queries: rows.map(publicly), ...{ page, pages, counts } };
}
