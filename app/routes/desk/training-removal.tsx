import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findTrainingFor, removeTraining } from "#app/domain/training/training.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Whoever asks for this address is shown the log, where the button is. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const training = (await findTrainingFor(db, officer, params.training ?? "")) ?? notFound();
  return goTo(request, paths.desk.training({ id: training.agencyId }));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const training = (await findTrainingFor(db, officer, params.training ?? "")) ?? notFound();
  await removeTraining(db, training, { by: officer, at: now() });
  const sentence = messagesFor(request).agencies.training.removed(training.course);
  return goToSaying(request, paths.desk.training({ id: training.agencyId }), sentence);
}
