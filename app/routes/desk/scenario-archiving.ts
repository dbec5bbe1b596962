import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { archiveScenario, findScenarioFor } from "#app/domain/incidents/scenarios.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the scenario's own page. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const scenario = (await findScenarioFor(db, officer, params.scenario ?? "")) ?? notFound();
  return goTo(request, paths.desk.scenario(scenario));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const scenario = (await findScenarioFor(db, officer, params.scenario ?? "")) ?? notFound();
  const archived = await archiveScenario(db, scenario, { by: officer, at: now() });
  const words = messagesFor(request).incidents.scenarios;
  const sentence = archived.ok ? words.archivedNow : words[archived.reason];
  return goToSaying(request, paths.desk.scenarios(), sentence);
}
