import { later } from "#app/clock.ts";
import { absolute } from "#app/config.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { localised, messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Db, Language, Moment, Row } from "#db/tables.ts";
import type { Letter } from "../mail/letter.ts";
import type { Fact, LetterBody } from "../mail/letter-body.ts";
import { plainLetter } from "../mail/plain-letter.server.ts";
import { oneLine } from "../meetings/calendar-values.ts";
import { dueUntil } from "../policies/due-sentence.ts";
import { clocksOf } from "./clocks.server.ts";
import type { QueryOfAgency } from "./queries.server.ts";

const DAYS_TO_ARRIVE = 7;

interface Written {
  kind: Extract<Letter["kind"], `query-${string}`>;
  agency: { id: string; name: string; nameEn: string };
  language: Language;
  to: { name: string | null; email: string };
  queryId: string | null;
  subject: string; // never the question itself: outboxes are read by others than the unit in charge
  heading: string;
  lead: string;
  facts?: Fact[];
  paragraphs?: string[];
  action?: { lead: string; label: string; path: string };
  closing?: string;
}

/** A letter of a query as the outbox takes it. */
export function letterOf(written: Written, at: Moment): Letter {
  const { kind, agency, language, to, queryId, subject, heading, lead, action } = written;
  const letters = messagesIn(language).queryLetters;
  const sender = language === "en" ? agency.nameEn : agency.name;
  const body: LetterBody = {
    ...{ language, subject: oneLine(subject), sender, heading, lead },
    salutation: letters.salutation(to.name),
    ...{ changes: [], factsLead: null, facts: written.facts ?? [] },
    paragraphs: written.paragraphs ?? [],
    action: action ? { ...action, url: absolute(localised(language, action.path)) } : null,
    ...{ closing: written.closing ?? letters.closing, footer: letters.footer, unsubscribe: null },
  };
  return plainLetter(
    body,
    { name: oneLine(to.name ?? to.email), email: to.email },
    { kind, agencyId: agency.id, queryId, expiresAt: later(at, { days: DAYS_TO_ARRIVE }) },
  );
}

const agencyOf = ({ agencyId, agencyName, agencyNameEn }: QueryOfAgency) => ({
  ...{ id: agencyId, name: agencyName, nameEn: agencyNameEn },
});

/** What is common to the letters to an asker; undefined where there is no address to write to. */
function toAsker(query: QueryOfAgency) {
  const { id, askerName, askerEmail, language, token } = query;
  if (!askerEmail || !token) return undefined;
  const letters = messagesIn(language).queryLetters;
  const page = { lead: letters.pageLead, label: letters.page, path: paths.asked({ token }) };
  return {
    ...{ agency: agencyOf(query), language, queryId: id },
    ...{ to: { name: askerName, email: askerEmail }, action: page },
  };
}

/** By when the law wants an answer, and by when the house says that it comes: both, and which is which. */
export async function dueFacts(db: Db, query: QueryOfAgency): Promise<Fact[]> {
  const words = messagesIn(query.language);
  const letters = words.queryLetters;
  const { statutory, house, promisedAt, waitsFor } = await clocksOf(db, query);
  return [
    {
      label: letters.byLaw,
      value: statutory
        ? letters.until(dueUntil(words, statutory), statutory.rule.legalRef)
        : waitsFor
          ? letters.afterConclusion
          : letters.noNumber,
    },
    ...(promisedAt
      ? [{ label: letters.promised, value: shortTime(promisedAt) }]
      : house
        ? [{ label: letters.byHouse, value: dueUntil(words, house) }]
        : []),
  ];
}

/** The link by which a stranger shows that the address is theirs; nothing has reached the desk before. */
export function checkLetter(
  request: Row<"queryRequest">,
  agency: { id: string; name: string; nameEn: string },
  at: Moment,
): Letter {
  const letters = messagesIn(request.language).queryLetters;
  const { language, askerName, askerEmail, title, token, expiresAt } = request;
  return {
    ...letterOf(
      {
        ...{ kind: "query-check", agency, language, queryId: null },
        to: { name: askerName, email: askerEmail },
        ...{ subject: letters.check.subject, heading: letters.check.heading },
        lead: letters.check.lead(language === "en" ? agency.nameEn : agency.name),
        facts: [
          { label: letters.question, value: title },
          { label: letters.check.until, value: shortTime(expiresAt) },
        ],
        action: {
          ...{ lead: letters.check.actionLead, label: letters.check.action },
          path: paths.questionCheck({ token }),
        },
        closing: letters.check.closing,
      },
      at,
    ),
    expiresAt,
  };
}

/** That a query has arrived, under which number, and by when it is answered. */
export async function receiptLetter(
  db: Db,
  query: QueryOfAgency,
  at: Moment,
): Promise<Letter | undefined> {
  const common = toAsker(query);
  if (!common) return undefined;
  const letters = messagesIn(query.language).queryLetters;
  const { number, receivedAt, title } = query;
  return letterOf(
    {
      ...{ ...common, kind: "query-receipt", subject: letters.receipt.subject(number) },
      ...{ heading: letters.receipt.heading(number), lead: letters.receipt.lead },
      facts: [
        { label: letters.question, value: title },
        { label: letters.received, value: shortTime(receivedAt) },
        ...(await dueFacts(db, query)),
      ],
      closing: letters.receipt.closing,
    },
    at,
  );
}

/** That the answer comes later than was said, and why; the law's own moment stands where it stood. */
export async function promisedLetter(
  db: Db,
  query: QueryOfAgency,
  { dueAt, reason }: { dueAt: Moment; reason: string },
  at: Moment,
): Promise<Letter | undefined> {
  const common = toAsker(query);
  if (!common) return undefined;
  const letters = messagesIn(query.language).queryLetters;
  const { number } = query;
  return letterOf(
    {
      ...{ ...common, kind: "query-promise", subject: letters.promise.subject(number) },
      ...{ heading: letters.promise.heading, lead: letters.promise.lead(shortTime(dueAt)) },
      facts: [
        { label: letters.promise.reason, value: reason },
        { label: letters.question, value: query.title },
        ...(await dueFacts(db, { ...query, promisedAt: dueAt })),
      ],
    },
    at,
  );
}

/** Whose word it is: name, position, capacity. */
function speakerText(answer: Row<"queryAnswer">, language: Language): string {
  const { capacity } = messagesIn(language).spokespersons;
  const { speakerName, speakerPosition, speakerCapacity } = answer;
  return [speakerName, speakerPosition, capacity[speakerCapacity]].join(", ");
}

const KIND_OF_LETTER = {
  holding: "query-holding",
  answer: "query-answer",
  refusal: "query-refusal",
} as const;

/** What the asker is told: a first word, the answer, or a refusal with its ground and reason. */
export function answerLetter(
  query: QueryOfAgency,
  answer: Row<"queryAnswer">,
  at: Moment,
): Letter | undefined {
  const common = toAsker(query);
  if (!common) return undefined;
  const { language, number } = query;
  const { queryLetters: letters, policies } = messagesIn(language);
  const says = letters[answer.kind];
  const isFinal = answer.kind !== "holding";
  return letterOf(
    {
      ...{ ...common, kind: KIND_OF_LETTER[answer.kind], subject: says.subject(number) },
      ...{ heading: says.heading, lead: says.lead(shortTime(query.receivedAt)) },
      facts: [
        { label: letters.question, value: query.title },
        { label: letters.speaks, value: speakerText(answer, language) },
        ...(answer.ground
          ? [
              { label: letters.ground, value: policies.choices[answer.ground] ?? answer.ground },
              { label: letters.legalRef, value: answer.legalRef ?? "" },
            ]
          : []),
        ...(answer.nextAt ? [{ label: letters.nextAt, value: shortTime(answer.nextAt) }] : []),
        ...(isFinal && query.opensAt
          ? [{ label: letters.opensAt, value: shortTime(query.opensAt) }]
          : []),
      ],
      paragraphs: [answer.text],
      action: { ...common.action, lead: isFinal ? letters.verdictLead : letters.pageLead },
    },
    at,
  );
}

/** That another agency is to answer, or has taken over the books of the one that was asked; under which number it is there. */
export function movedLetter(
  query: QueryOfAgency,
  { from, kind }: { from: string; kind: "query-forwarded" | "query-moved" },
  at: Moment,
): Letter | undefined {
  const common = toAsker(query);
  if (!common) return undefined;
  const letters = messagesIn(query.language).queryLetters;
  const says = kind === "query-moved" ? letters.moved : letters.forwarded;
  return letterOf(
    {
      ...{ ...common, kind, subject: says.subject(query.number), heading: says.heading },
      lead: says.lead(
        from,
        query.language === "en" ? query.agencyNameEn : query.agencyName,
        query.number,
      ),
      facts: [
        { label: letters.question, value: query.title },
        { label: letters.received, value: shortTime(query.receivedAt) },
      ],
      closing: letters.kept,
    },
    at,
  );
}

/** What a unit is asked to supply for an answer, and by when (Decree 244/2026, art. 4.2); in the language of who reads it. */
export function taskLetter(
  query: QueryOfAgency,
  task: Row<"queryTask"> & { email: string },
  language: Language,
  at: Moment,
): Letter {
  const letters = messagesIn(language).queryLetters;
  return letterOf(
    {
      ...{ kind: "query-task", agency: agencyOf(query), language, queryId: query.id },
      to: { name: task.unit, email: task.email },
      ...{ subject: letters.task.subject(query.number), heading: letters.task.heading },
      lead: letters.task.lead,
      facts: [
        { label: letters.question, value: query.title },
        { label: letters.task.until, value: shortTime(task.dueAt) },
      ],
      paragraphs: [task.request, letters.task.duty],
      action: {
        ...{ lead: letters.task.actionLead, label: letters.task.action },
        path: paths.queryTask({ token: task.token }),
      },
    },
    at,
  );
}
