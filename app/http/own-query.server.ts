import type { SubmissionResult } from "@conform-to/react";
import { data } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findQueryFor } from "#app/domain/queries/queries.server.ts";
import type { QueryRefusal } from "#app/domain/queries/query.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { requireOfficer } from "./guards.server.ts";
import { notFound } from "./responses.ts";

/** The officer who asks, and the query of their own agency that they ask for: nobody else works on it. */
export async function requireOwnQuery(request: Request, params: { query?: string }) {
  const officer = await requireOfficer(request);
  const query = (await findQueryFor(db, officer, params.query ?? "")) ?? notFound();
  return { officer, query };
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
