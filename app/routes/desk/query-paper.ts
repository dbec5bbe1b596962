import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { DOCX } from "#app/domain/documents/administrative-form.server.ts";
import { answersOn } from "#app/domain/queries/answering.server.ts";
import { answerPaper } from "#app/domain/queries/paper.server.ts";
import { requireOwnQuery } from "#app/http/own-query.server.ts";
import { file, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";

/** What the asker was told as a Word file in the administrative form, to be signed and sent on paper. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query } = await requireOwnQuery(request, params);
  const answers = await answersOn(db, query);
  const answer = answers.find(({ id }) => `${id}.docx` === params.paper) ?? notFound();
  const { title } = messagesFor(request).queryLetters.paper;
  const name = `${title[answer.kind]} ${query.number.replace("/", "-")}.docx`;
  return file(await answerPaper(db, query, answer), DOCX, name);
}
