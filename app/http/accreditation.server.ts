import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { db } from "#app/db.server.ts";
import {
  type AccreditationOutcome,
  findAccreditationFor,
} from "#app/domain/portal/accreditations.server.ts";
import { type Messages, messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { goToSaying } from "./flash.server.ts";
import { requireOfficer } from "./guards.server.ts";
import { notFound } from "./responses.ts";

/** The officer who asks, and the request for admission that they ask for, if it is theirs to see to. */
export async function requireAccreditation(request: Request, params: { accreditation?: string }) {
  const officer = await requireOfficer(request);
  const found = (await findAccreditationFor(db, officer, params.accreditation ?? "")) ?? notFound();
  return { officer, found };
}

type Desk = Messages["portal"]["desk"];
type Sentence = { [Key in keyof Desk]: Desk[Key] extends string ? Key : never }[keyof Desk];

/**
 * Does with a request for admission what its form says, and leads back to it with a sentence of the desk's; or gives
 * the form again, with what is wrong in it or why it was refused.
 */
export async function accreditationSent<Form extends z.ZodType>(
  request: Request,
  { id }: { id: string },
  { form, saying }: { form: Form; saying: Sentence },
  deed: (details: z.output<Form>) => Promise<AccreditationOutcome>,
) {
  const submission = parseWithZod(await request.formData(), { schema: form });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const done = await deed(submission.value);
  const { portal } = messagesFor(request);
  if (!done.ok) {
    const formErrors = [portal.accreditation.problems[done.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.accreditation({ id }), portal.desk[saying]);
}
