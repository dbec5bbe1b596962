import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findBooksFor } from "#app/domain/agencies/agencies.server.ts";
import { withDocument } from "#app/domain/documents/documents.server.ts";
import { DraftForm } from "#app/domain/spokespersons/delegation-form.ts";
import { draftDelegation } from "#app/domain/spokespersons/drafts.server.ts";
import { refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { readSketch } from "#app/http/draft-sent.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Nothing is shown at this address: an agency's drafts stand on its own page. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findBooksFor(db, officer, params.agency ?? "")) ?? notFound();
  return goTo(request, paths.desk.agency(agency));
}

/** Keeps what was typed so far as a draft: what cannot be read is left out and asked for again there. */
export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findBooksFor(db, officer, params.agency ?? "")) ?? notFound();
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: DraftForm });
  const problems = submission.status === "success" ? {} : (submission.error ?? {});
  for (const field of Object.keys(problems)) form.delete(field);
  const readable = DraftForm.parse(Object.fromEntries(form));

  const { sketch, sent } = await readSketch(readable);
  const signed = signedNow(officer);
  const outcome = await withDocument(db, agency, sent, signed, (trx, documentFileId) =>
    draftDelegation(trx, agency, { ...sketch, ...(documentFileId && { documentFileId }) }, signed),
  );
  const words = messagesFor(request);
  if (!outcome.ok)
    return goToSaying(request, paths.desk.delegationNew(agency), refusalSentence(words, outcome));
  return goToSaying(request, paths.desk.delegationDraft(outcome), words.register.drafts.saved);
}
