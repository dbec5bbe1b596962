import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Handler } from "./context.ts";

/**
 * Remix's handler, twice. It tries an address against every route it knows, three times a page; the
 * desk has most of the routes and the public site most of the readers, whose handler knows none of
 * the desk's. That takes a third of the time off a public page.
 */
export function handlerOf(build: ServerBuild, mode: string): Handler {
  const whole = createRequestHandler(build, mode);
  const site = createRequestHandler(withoutDesk(build), mode);
  return (request, context) => (isForSite(request) ? site : whole)(request, context);
}

/** A page of the public site; what the desk's own script asks for goes by the whole table. */
function isForSite({ url }: Request): boolean {
  const { pathname } = new URL(url);
  return !/^(\/en)?\/desk(\/|$)|^\/__manifest$|\.data$/.test(pathname);
}

function withoutDesk(build: ServerBuild): ServerBuild {
  const outside = <Table extends object>(routes: Table) =>
    Object.fromEntries(
      Object.entries(routes).filter(([id]) => !id.startsWith("routes/desk/")),
    ) as Table;
  const assets = { ...build.assets, routes: outside(build.assets.routes) };
  return { ...build, assets, routes: outside(build.routes) };
}
