import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { DOCX } from "#app/domain/documents/administrative-form.server.ts";
import { letterOfDelegation } from "#app/domain/spokespersons/delegation-letter.server.ts";
import { findDraftFor } from "#app/domain/spokespersons/drafts.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";

/** The letter for the head to sign, as a Word file. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const draft = (await findDraftFor(db, officer, params.draft ?? "")) ?? notFound();
  const { letter } = messagesFor(request).register;
  return file(await letterOfDelegation(db, draft), DOCX, `${letter.file}.docx`);
}
