import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { db } from "#app/db.server.ts";
import { findQueryFor } from "#app/domain/queries/queries.server.ts";
import type { QueryRefusal } from "#app/domain/queries/query.ts";
import { type Messages, messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { goToSaying } from "./flash.server.ts";
import { requireOfficer } from "./guards.server.ts";
import { notFound } from "./responses.ts";

/**
 * The officer who asks, and the query of their own agency that they ask for: nobody else works on it. `named` is what
 * the page of a step says of it.
 */
export async function requireOwnQuery(request: Request, params: { query?: string }) {
  const officer = await requireOfficer(request);
  const query = (await findQueryFor(db, officer, params.query ?? "")) ?? notFound();
  const { id, number, title } = query;
  return { officer, query, named: { id, number, title } };
}

interface Refused {
  reason: QueryRefusal;
  maySpeak?: { name: string; position: string }[];
}

/** Why a deed on a query was refused, in sentences of the reader's language; of who would speak, who may. */
export function refusalSentences(request: Request, { reason, maySpeak }: Refused): string[] {
  const { queries } = messagesFor(request);
  const names = maySpeak?.map(({ name, position }) => `${name} (${position})`).join(", ");
  return [
    queries.refusals[reason],
    ...(maySpeak ? [names ? queries.maySpeak(names) : queries.nobodySpeaks] : []),
  ];
}

interface Submitted {
  reply(options?: { formErrors?: string[] }): SubmissionResult<string[]>;
}

/** The form again, with all that was typed, and why it was refused. */
export function refusedForm(request: Request, submission: Submitted, refused: Refused) {
  const formErrors = refusalSentences(request, refused);
  return data(submission.reply({ formErrors }), { status: 409 });
}

type Desk = Messages["queryDesk"];

/** What is done with a query on a page of its own, by the words of that page. */
type Step = { [Key in keyof Desk]: Desk[Key] extends { done: string } ? Key : never }[keyof Desk];

/**
 * Takes a step on a query as its form says, and leads back to the query with a sentence about it; or gives the form
 * again, with what is wrong in it or why the step was refused.
 */
export async function takeStep<Form extends z.ZodType>(
  request: Request,
  query: { id: string },
  { step, form }: { step: Step; form: Form },
  take: (details: z.output<Form>) => Promise<{ ok: true } | ({ ok: false } & Refused)>,
) {
  const submission = parseWithZod(await request.formData(), { schema: form });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const taken = await take(submission.value);
  if (!taken.ok) return refusedForm(request, submission, taken);
  return goToSaying(request, paths.desk.query(query), messagesFor(request).queryDesk[step].done);
}
