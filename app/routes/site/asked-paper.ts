import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { DOCX } from "#app/domain/documents/administrative-form.server.ts";
import { paperFor } from "#app/domain/queries/asker.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { file, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";

/** What the asker was told as a Word file in the administrative form. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const answerId = (params.paper ?? "").replace(/\.docx$/, "");
  const paper = (await paperFor(db, params.token ?? "", answerId)) ?? notFound();
  const { title } = messagesFor(request).queryLetters.paper;
  const response = file(paper.bytes, DOCX, `${title[paper.kind]}.docx`);
  for (const [name, value] of Object.entries(PRIVATE_PAGE)) response.headers.set(name, value);
  return response;
}
