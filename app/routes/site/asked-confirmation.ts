import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { confirmAnswer } from "#app/domain/queries/asker.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

/** Looked at, it leads back to the question's page and does nothing. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return goTo(request, paths.asked({ token: params.token ?? "" }));
}

/** The asker says that it is answered. Where that can no longer be said, the page shows why. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  if (!(await mayTry("publicWrite", context.address))) throw new Response(null, { status: 429 });
  const outcome = await confirmAnswer(db, token, now());
  if (!outcome.ok && outcome.reason === "unknown") return notFound();
  return goTo(request, paths.asked({ token }));
}
