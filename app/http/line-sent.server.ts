import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { readFigures } from "#app/domain/queries/figure-form.ts";
import type { LineDetails, LineOutcome } from "#app/domain/queries/lines.server.ts";
import { LineForm } from "#app/domain/queries/query-form.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { goToSaying } from "./flash.server.ts";
import { refusalSentences } from "./own-query.server.ts";

/** Reads a line to take with its figures, does with it what is wanted, and leads on; or gives all of it back with what is wrong. */
export async function lineSent(
  request: Request,
  write: (details: LineDetails, edition: number) => Promise<LineOutcome>,
) {
  const sent = await request.formData();
  const submission = parseWithZod(sent, { schema: LineForm });
  const read = readFigures(sent);
  const again = { typed: read.typed, incomplete: !read.ok };
  if (submission.status !== "success")
    return data({ ...again, result: submission.reply() }, { status: 400 });
  const { queryDesk, linesToTake } = messagesFor(request);
  if (!read.ok) {
    const result = submission.reply({ formErrors: [queryDesk.draft.incomplete] });
    return data({ ...again, result }, { status: 400 });
  }
  const { edition, untilDay = null, ...line } = submission.value;
  const outcome = await write({ ...line, untilDay, figures: read.figures }, edition);
  if (outcome.ok) return goToSaying(request, paths.desk.lines(), linesToTake.saved);
  const result = submission.reply({ formErrors: refusalSentences(request, outcome) });
  return data({ ...again, result }, { status: 409 });
}
