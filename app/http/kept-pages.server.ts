import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { versionOf } from "#db/version.ts";
import type { Handler } from "./context.ts";

/** The lookup's pages, which say the same to everybody. */
const SAME_FOR_ALL = /^(\/en)?(\/|\/areas\/[\w-]+|\/former-areas\/[\w-]+|\/about)?$/;
const MOST_PAGES = 500;
const LONGEST_KEY = 500;

interface Page {
  body: string;
  headers: [string, string][];
}

const version = versionOf(db, config.DATABASE_URL);

/** The pages written since the database last changed and the second began. */
let kept = { mark: "", pages: new Map<string, Page>() };

/**
 * Keeps the lookup's pages as they were written, for a rush: the same page is written once a second,
 * and anew as soon as anything changed in the database. So nothing old is shown: whatever begins or
 * ends by itself does so with a second.
 */
export function keepingPages(handle: Handler): Handler {
  return async (request, context) => {
    const key = keyOf(request);
    const pages = key && (await pagesNow());
    if (!pages) return handle(request, context);

    const known = pages.get(key);
    if (known) return new Response(known.body, { headers: known.headers });
    const response = await handle(request, context);
    if (response.status !== 200 || response.headers.has("Set-Cookie")) return response;
    const page = { body: await response.text(), headers: [...response.headers] };
    if (pages.size < MOST_PAGES) pages.set(key, page);
    return new Response(page.body, { headers: page.headers });
  };
}

async function pagesNow(): Promise<Map<string, Page> | undefined> {
  const state = await version.read().catch(() => undefined);
  if (state === undefined) return undefined;
  const mark = `${state} ${now().slice(0, 19)}`;
  if (kept.mark !== mark) kept = { mark, pages: new Map() };
  return kept.pages;
}

/** What a page depends on besides the database and the time: its address, and how its reader wants it shown. */
function keyOf({ method, url, headers }: Request): string | undefined {
  const { pathname, search } = new URL(url);
  if (method !== "GET" || !SAME_FOR_ALL.test(pathname)) return undefined;
  const display = /(?:^|;\s*)display=([^;]*)/.exec(headers.get("Cookie") ?? "")?.[1] ?? "";
  const key = `${pathname}${search} ${display}`;
  return key.length <= LONGEST_KEY ? key : undefined;
}

export function closeKeptPages(): Promise<void> {
  return version.close();
}
