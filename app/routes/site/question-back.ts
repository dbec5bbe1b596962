import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { withdrawOwn } from "#app/domain/questions/questions.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { goTo } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the page where the invitation is answered. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return goTo(request, paths.reply({ token: params.token ?? "" }));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const back = (asked: string) => goTo(request, paths.replyAsked({ token }, asked));
  if (!(await mayTry("publicWrite", context.address))) return new Response(null, { status: 429 });
  const withdrawn = await withdrawOwn(db, token, params.question ?? "", now());
  return back(withdrawn.ok ? "withdrawn" : withdrawn.reason);
}
