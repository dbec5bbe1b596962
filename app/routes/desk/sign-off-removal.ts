import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { dropSignOff, findOwnSignOffFor } from "#app/domain/statements/sign-offs.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the page of the agencies that are asked; only who writes the text may press it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findOwnSignOffFor(db, officer, params.signOff ?? "")) ?? notFound();
  return goTo(request, paths.desk.signOffs(found.statement));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { signOff, statement } =
    (await findOwnSignOffFor(db, officer, params.signOff ?? "")) ?? notFound();
  const dropped = await dropSignOff(db, signOff, { by: officer, at: now() });
  const words = messagesFor(request);
  const isEnglish = languageOf(new URL(request.url).pathname) === "en";
  const name = isEnglish ? signOff.agencyNameEn : signOff.agencyName;
  const sentence = dropped.ok
    ? words.statementDesk.signOffs.dropped(name)
    : words.statements.refusals[dropped.reason];
  return goToSaying(request, paths.desk.signOffs(statement), sentence);
}
