import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { KINDS } from "#app/domain/meetings/meeting.ts";
import { scopesFor } from "#app/domain/reminders/rule.ts";
import { endRules } from "#app/domain/reminders/rules.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands under the rules of the kind. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  return goTo(request, paths.desk.reminderRules(agency));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const kind = KINDS.find((one) => one === params.kind) ?? notFound();
  const asked = (await request.formData()).get("scope");
  const scope = scopesFor(officer, agency).find((one) => one.scope === asked) ?? notFound();
  const whose = { kind, scope, agencyId: agency.id };
  const ended = await endRules(db, whose, { by: officer, at: now() });
  const { reminders, meetings } = messagesFor(request);
  const sentence = ended.ok ? reminders.rules.ended(meetings.kinds[kind]) : reminders.rules.none;
  return goToSaying(request, paths.desk.reminderRules(agency), sentence);
}
