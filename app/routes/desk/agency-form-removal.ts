import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { removeForm } from "#app/domain/papers/forms.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Whoever asks for this address is shown the form, where the button is. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  return goTo(request, paths.desk.agencyForm(agency));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  await removeForm(db, agency, signedNow(officer));
  return goToSaying(
    request,
    paths.desk.agencyForm(agency),
    messagesFor(request).papers.forms.removed,
  );
}
