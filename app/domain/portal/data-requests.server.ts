import { randomUUID } from "node:crypto";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Language, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { dueFor, dueForMany } from "../policies/due.server.ts";
import { officeOf, provinceInHand } from "../press/scope.server.ts";
import { unsubscribe } from "../press/subscriptions.server.ts";
import { type AnswerForm, DATA_GROUND_REFS, type DataRequest, stateOf } from "./data-request.ts";
import { eraseJournalist } from "./erasure.server.ts";
import { officeLetters, portalLetter } from "./letters.server.ts";
import { holdRecord } from "./records.server.ts";
import { byJournalist, type OwnRecord, type Visitor } from "./visitor.ts";

export type DataRefusal =
  | "unknown"
  | "asked-already"
  | "answered-already"
  | "not-answered"
  | "refused"
  | "letter-on-its-way"
  | "executed-already";
export type DataOutcome = { ok: true; id: string } | { ok: false; reason: DataRefusal };

/**
 * Asks a province's office to correct or to erase what it keeps of somebody. What needs no officer is done at once:
 * whoever wants to be erased gets no more letters, stands on no list, and their calendar answers no more. Refused:
 * `unknown`, `asked-already`.
 */
export async function requestOnData(
  db: Db,
  own: OwnRecord,
  { kind, text }: Pick<DataRequest, "kind" | "text">,
  { language, at }: { language: Language; at: Moment },
): Promise<DataOutcome> {
  const signed = byJournalist(own, at);
  return allOrNothing<DataOutcome>(db, async (trx) => {
    const held = await holdRecord(trx, own);
    if (!held) return { ok: false, reason: "unknown" };
    const open = await trx
      .selectFrom("dataRequest")
      .select("id")
      .where("journalistId", "=", own.id)
      .where("kind", "=", kind)
      .where("executedAt", "is", null)
      .executeTakeFirst();
    if (open) return { ok: false, reason: "asked-already" };
    const id = randomUUID();
    const { provinceId } = own;
    await trx
      .insertInto("dataRequest")
      .values({ id, journalistId: own.id, provinceId, kind, text, language, askedAt: at })
      .execute();
    await record(trx, signed, {
      ...{ act: "data.requested", about: { id }, agencyId: await officeOf(trx, provinceId) },
      particulars: { kind },
    });
    if (kind === "erasure") await stopAtOnce(trx, held, at);
    return { ok: true, id };
  });
}

async function stopAtOnce(trx: Db, { id, token }: { id: string; token: string }, at: Moment) {
  await unsubscribe(trx, token, at);
  await trx.deleteFrom("pressListMember").where("journalistId", "=", id).execute();
  await trx
    .updateTable("journalistCalendar")
    .set({ closedAt: at })
    .where("journalistId", "=", id)
    .where("closedAt", "is", null)
    .execute();
}

function requests(db: Db) {
  return db
    .selectFrom("dataRequest")
    .innerJoin("journalist", "journalist.id", "dataRequest.journalistId")
    .innerJoin("area as province", "province.id", "dataRequest.provinceId")
    .selectAll("dataRequest")
    .select(["journalist.name", "journalist.email", "journalist.erasedAt"])
    .select(["province.type", "province.name as provinceName", "province.nameEn"]);
}

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof requests>["executeTakeFirst"]>>>;

/** The two clocks of a request: the answer's, and that of what follows from it. */
export async function clocksOfRequest(db: Db, { askedAt: start, provinceId }: DataRequest) {
  const [answer, execution] = await Promise.all([
    dueFor(db, "pdp.subject_reply", { start, provinceId }),
    dueFor(db, "pdp.execute", { start, provinceId }),
  ]);
  return { answer, execution };
}

/** One's own requests with their clocks, newest first. */
export async function ownRequests(db: Db, visitor: Visitor) {
  const rows = await requests(db)
    .where(
      "dataRequest.journalistId",
      "in",
      visitor.records.map(({ id }) => id),
    )
    .orderBy("dataRequest.askedAt", "desc")
    .execute();
  const starts = rows.map(({ askedAt, provinceId }) => ({ start: askedAt, provinceId }));
  const [answers, executions] = await Promise.all([
    dueForMany(db, "pdp.subject_reply", starts),
    dueForMany(db, "pdp.execute", starts),
  ]);
  return rows.map(({ answeredBy, executedBy, email, erasedAt, ...row }, place) => ({
    ...{ ...row, state: stateOf(row) },
    clocks: { answer: answers[place], execution: executions[place] },
  }));
}

/** Data of people is the affair of the province's office that keeps it, and of administrators: of no other desk. */
function within(officer: Officer) {
  const province = provinceInHand(officer);
  return (query: ReturnType<typeof requests>) =>
    query
      .$if(officer.reach === "agency", (none) => none.where("dataRequest.id", "is", null))
      .$if(province !== undefined, (own) =>
        own.where("dataRequest.provinceId", "=", province as string),
      );
}

export const REQUEST_SHELVES = ["open", "closed"] as const;
export type RequestShelf = (typeof REQUEST_SHELVES)[number];

/** The requests that an officer answers, the oldest first where they are open, each with both clocks. */
export async function listRequestsFor(db: Db, officer: Officer, shelf: RequestShelf) {
  const rows = await within(officer)(requests(db)).orderBy("dataRequest.askedAt").execute();
  const isOpen = ({ executedAt }: DataRequest) => executedAt === null;
  const counts = {
    open: rows.filter(isOpen).length,
    closed: rows.filter((row) => !isOpen(row)).length,
  };
  const shown = rows.filter((row) => isOpen(row) === (shelf === "open"));
  const starts = shown.map(({ askedAt, provinceId }) => ({ start: askedAt, provinceId }));
  const [answers, executions] = await Promise.all([
    dueForMany(db, "pdp.subject_reply", starts),
    dueForMany(db, "pdp.execute", starts),
  ]);
  return {
    counts,
    requests: shown.map((row, place) => ({
      ...{ ...row, state: stateOf(row) },
      due: row.answeredAt ? executions[place] : answers[place],
    })),
  };
}

/** How many requests wait for this officer, to be answered or to be carried out. */
export async function countRequestsFor(db: Db, officer: Officer): Promise<number> {
  const { open } = await within(officer)(requests(db))
    .where("dataRequest.executedAt", "is", null)
    .clearSelect()
    .select((eb) => eb.fn.count<number>("dataRequest.id").as("open"))
    .executeTakeFirstOrThrow();
  return Number(open);
}

/** The request, if it is this officer's to answer. */
export async function findRequestFor(db: Db, officer: Officer, id: string) {
  const found = await within(officer)(requests(db))
    .where("dataRequest.id", "=", id)
    .executeTakeFirst();
  return found && { ...found, state: stateOf(found) };
}

async function holdFor(trx: Db, officer: Officer, id: string) {
  await trx
    .updateTable("dataRequest")
    .set((row) => ({ kind: row.ref("kind") }))
    .where("id", "=", id)
    .execute();
  return findRequestFor(trx, officer, id);
}

/**
 * Answers a request by letter: what will be done, or on which ground of the list it is not. Refused: `unknown`,
 * `answered-already`.
 */
export async function answerRequest(
  db: Db,
  officer: Officer,
  id: string,
  { outcome, ground, answer }: AnswerForm,
  signed: Signature,
): Promise<DataOutcome> {
  return allOrNothing<DataOutcome>(db, async (trx) => {
    const found = await holdFor(trx, officer, id);
    if (!found) return { ok: false, reason: "unknown" };
    if (found.answeredAt) return { ok: false, reason: "answered-already" };
    const kept = outcome === "accepted" ? null : (ground ?? null);
    await trx
      .updateTable("dataRequest")
      .set({ outcome, ground: kept, answer, answeredAt: signed.at })
      .set({ answeredBy: signed.by.id, answeredByName: signed.by.name })
      // A refusal leaves nothing to be carried out.
      .$if(outcome === "refused", (row) =>
        row.set({ executedAt: signed.at, executedBy: signed.by.id }),
      )
      .where("id", "=", id)
      .execute();
    await record(trx, signed, {
      ...{ act: "data.answered", about: { id }, agencyId: await officeOf(trx, found.provinceId) },
      particulars: { kind: found.kind, outcome, ground: kept },
    });
    const letter = await answerLetter(trx, { ...found, outcome, ground: kept, answer }, signed.at);
    await post(trx, [letter], signed.at);
    return { ok: true, id };
  });
}

/**
 * Carries out what was answered: an erasure takes the person out of every row there is, once the answer has left; a
 * correction was made at the journalist's record and is closed. Refused: `unknown`, `not-answered`, `refused`,
 * `executed-already`, `letter-on-its-way`.
 */
export async function executeRequest(
  db: Db,
  officer: Officer,
  id: string,
  signed: Signature,
): Promise<DataOutcome> {
  return allOrNothing<DataOutcome>(db, async (trx) => {
    const found = await holdFor(trx, officer, id);
    if (!found) return { ok: false, reason: "unknown" };
    if (!found.answeredAt) return { ok: false, reason: "not-answered" };
    if (found.outcome === "refused") return { ok: false, reason: "refused" };
    if (found.executedAt) return { ok: false, reason: "executed-already" };
    if (found.kind === "erasure") {
      if (await hasLetterOnItsWay(trx, found)) return { ok: false, reason: "letter-on-its-way" };
      await eraseJournalist(trx, { id: found.journalistId }, signed);
    }
    await trx
      .updateTable("dataRequest")
      .set({ executedAt: signed.at, executedBy: signed.by.id })
      .where("id", "=", id)
      .execute();
    await record(trx, signed, {
      ...{ act: "data.carried-out", about: { id } },
      agencyId: await officeOf(trx, found.provinceId),
      particulars: { kind: found.kind },
    });
    return { ok: true, id };
  });
}

async function hasLetterOnItsWay(trx: Db, { email }: Found): Promise<boolean> {
  const waiting = await trx
    .selectFrom("mail")
    .select("id")
    .where("kind", "=", "portal-data")
    .where("to", "=", email)
    .where("stage", "in", ["queued", "sending"])
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}

async function answerLetter(db: Db, found: Found, at: Moment) {
  const { provinceId, language, kind, outcome, ground, answer, name, email } = found;
  const words = messagesIn(language);
  const { letters, data } = words.portal;
  return portalLetter(
    {
      ...{ kind: "portal-data", language, to: { name, email } },
      from: await officeLetters(db, provinceId),
      subject: letters.data.subject(data.outcomes[outcome ?? "accepted"]),
      lead: letters.data.lead[kind],
      facts: ground
        ? [
            { label: data.ground, value: data.grounds[ground as keyof typeof data.grounds] },
            {
              label: data.legalRef,
              value: DATA_GROUND_REFS[ground as keyof typeof DATA_GROUND_REFS],
            },
          ]
        : [],
      paragraphs: [
        answer ?? "",
        ...(kind === "erasure" && outcome !== "refused" ? [letters.data.last] : []),
      ],
      action: {
        ...{ lead: letters.data.actionLead, label: letters.data.action },
        path: paths.portal.data(),
      },
      closing: letters.data.closing,
    },
    at,
  );
}
