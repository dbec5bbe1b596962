import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findEvidenceFor, removeEvidence } from "#app/domain/corrections/evidence.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the page of the case. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { kept } = (await findEvidenceFor(db, officer, params.evidence ?? "")) ?? notFound();
  return goTo(request, paths.desk.correctionCase(kept));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findEvidenceFor(db, officer, params.evidence ?? "")) ?? notFound();
  const removed = await removeEvidence(db, found.evidence, { by: officer, at: now() });
  const words = messagesFor(request).pressCorrections;
  const sentence = removed.ok ? words.evidence.removed : words.refusals[removed.reason];
  return goToSaying(request, paths.desk.correctionCase(found.kept), sentence);
}
