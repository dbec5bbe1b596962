import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { AnnulmentForm } from "#app/domain/spokespersons/assignment-form.ts";
import { type Refusal, refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { goToSaying } from "./flash.server.ts";

/** Has an entry annulled for the reason that was sent and leads back to its agency; or answers what is wrong. */
export async function answerAnnulment(
  request: Request,
  entry: { agencyId: string; name: string },
  annul: (
    sent: z.output<typeof AnnulmentForm>,
  ) => Promise<{ ok: true } | ({ ok: false } & Refusal)>,
) {
  const submission = parseWithZod(await request.formData(), { schema: AnnulmentForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const outcome = await annul(submission.value);
  const words = messagesFor(request);
  if (!outcome.ok) {
    const formErrors = [refusalSentence(words, outcome)];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  const sentence = words.register.annulment.done(entry.name);
  return goToSaying(request, paths.desk.agency({ id: entry.agencyId }), sentence);
}
