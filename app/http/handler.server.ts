import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import type { Handler } from "./context.ts";
import { plainReads } from "./plain-reads.server.ts";

/**
 * Remix's handler, once for all routes and once for each room: those whose addresses begin with the same
 * word. Remix tries an address against every route it knows, three times a page, and there are a hundred,
 * most of them the desk's: a room's own handler takes a quarter of the time off a public page. An address
 * that is in no room as it is written goes by the whole table.
 */
export function handlerOf(build: ServerBuild, mode: string): Handler {
  const whole = createRequestHandler(build, mode);
  const rooms = new Map<string, Handler>();
  for (const room of new Set(Object.keys(build.routes).map((id) => roomOf(build, id))))
    if (room !== ANYWHERE) rooms.set(room, createRequestHandler(withRoutes(build, room), mode));
  const read = plainReads(build, (id) => id.startsWith("routes/api/"));

  return async (request, context) => {
    const { pathname } = new URL(request.url);
    const plain = read(request, pathname);
    if (plain) return plain(request, context);
    const handle = (DESK.test(pathname) ? undefined : rooms.get(firstWord(pathname))) ?? whole;
    const response = await handle(request, context);
    return API.test(pathname) ? response : explained(pathname, response);
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

/** The room of what every address passes through, and of what may stand for any. */
const ANYWHERE = "*";
const HOME = "";

function roomOf({ routes }: ServerBuild, id: string): string {
  const words: string[] = [];
  for (let route = routes[id]; route; route = routes[route.parentId ?? ""])
    words.unshift(...(route.path?.split("/") ?? []));
  const [word] = words.filter((one) => one && one !== "en?");
  if (word === undefined) return routes[id]?.index ? HOME : ANYWHERE;
  return word.startsWith(":") ? ANYWHERE : word;
}

/** The word after the language, if one is named: `areas` of `/en/areas/30307`, none of the home page. */
function firstWord(pathname: string): string {
  const [, first = "", second = ""] = pathname.split("/");
  return first === "en" ? second : first;
}

function withRoutes(build: ServerBuild, room: string): ServerBuild {
  const known = <Table extends object>(routes: Table) =>
    Object.fromEntries(
      Object.entries(routes).filter(([id]) => [room, ANYWHERE].includes(roomOf(build, id))),
    ) as Table;
  const assets = { ...build.assets, routes: known(build.assets.routes) };
  return { ...build, assets, routes: known(build.routes) };
}
