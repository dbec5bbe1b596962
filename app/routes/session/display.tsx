import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { displayCookie, displayOf } from "#app/http/display.server.ts";
import { goTo, ownPath } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

export async function action({ request }: ActionFunctionArgs) {
  const chosen = await request.formData();
  const wanted = {
    ...(await displayOf(request)),
    ...Object.fromEntries([...chosen].filter(([name]) => name === "size" || name === "contrast")),
  };
  const headers = { "Set-Cookie": await displayCookie(wanted) };
  const returnTo = ownPath(String(chosen.get("returnTo") ?? ""));
  return returnTo ? redirect(returnTo, { headers }) : goTo(request, paths.home(), { headers });
}

export function loader({ request }: ActionFunctionArgs) {
  return goTo(request, paths.home());
}
