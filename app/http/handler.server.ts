import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import type { Handler } from "./context.ts";
import { plainReads } from "./plain-reads.server.ts";

/**
 * Remix's handler, three times. It tries an address against every route it knows, three times a page. The
 * desk has most of the routes and the public site most of the readers, whose handler knows none of the
 * desk's; other programs ask by far the most, and theirs knows none but the API's: what they read plainly
 * is answered without any (see `plainReads`). That takes a third of the time off a public page.
 */
export function handlerOf(build: ServerBuild, mode: string): Handler {
  const whole = createRequestHandler(build, mode);
  const site = createRequestHandler(
    withRoutes(build, (id) => !/^routes\/(desk|api)\//.test(id)),
    mode,
  );
  const api = createRequestHandler(
    withRoutes(build, (id) => /^(root$|routes\/api\/)/.test(id)),
    mode,
  );
  const read = plainReads(build, (id) => id.startsWith("routes/api/"));
  return async (request, context) => {
    const { pathname } = new URL(request.url);
    if (API.test(pathname)) return (read(request, pathname) ?? api)(request, context);
    return explained(pathname, await (DESK.test(pathname) ? whole : site)(request, context));
  };
}

/** A file that is not there has no page to say so on: a sentence in its place. */
function explained(pathname: string, response: Response): Response {
  const isSilent = !response.body && !response.headers.has("Content-Type");
  if (response.status !== 404 || !isSilent) return response;
  const headers = new Headers(response.headers);
  headers.set("Content-Type", "text/plain; charset=utf-8");
  const { title, text } = messagesIn(languageOf(pathname)).common.errors[404];
  return new Response(`${title}. ${text}\n`, { status: 404, headers });
}

const API = /^\/(api\/|healthz$|readyz$)/;
/** The desk's pages, and what its own script asks for, go by the whole table. */
const DESK = /^(\/en)?\/desk(\/|$)|^\/__manifest$|\.data$/;

function withRoutes(build: ServerBuild, isKnown: (id: string) => boolean): ServerBuild {
  const known = <Table extends object>(routes: Table) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => isKnown(id))) as Table;
  const assets = { ...build.assets, routes: known(build.assets.routes) };
  return { ...build, assets, routes: known(build.routes) };
}
