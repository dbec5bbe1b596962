import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findDraftFor, withdrawDraft } from "#app/domain/spokespersons/drafts.server.ts";
import { refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the draft's own page. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const draft = (await findDraftFor(db, officer, params.draft ?? "")) ?? notFound();
  return goTo(request, paths.desk.delegationDraft(draft));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const draft = (await findDraftFor(db, officer, params.draft ?? "")) ?? notFound();
  const outcome = await withdrawDraft(db, draft, { by: officer, at: now() });
  const words = messagesFor(request);
  const sentence = outcome.ok ? words.register.drafts.withdrawn : refusalSentence(words, outcome);
  return goToSaying(request, paths.desk.agency({ id: draft.agencyId }), sentence);
}
