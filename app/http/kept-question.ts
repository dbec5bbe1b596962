import { acceptedLanguage } from "./accept-language.ts";

/** What is known of a request before anything is made of it. */
export interface Asked {
  method: string | undefined;
  /** Path and query, as they came. */
  address: string;
  cookie: string | undefined;
  acceptLanguage: string | undefined;
}

/**
 * A question whose answer may be kept and given to everybody who asks the same: all that the answer is
 * written from besides the data and the time, and nothing else of whoever happens to ask first.
 */
export interface Question {
  address: string;
  display: string;
  language: string;
  key: string;
}

/** For one reader, or about this very moment, or sent from disk. */
const NOT_FOR_ALL =
  /^(\/en)?\/(desk|sign-in|sign-out|display|invitations|calendars|unsubscribe|confirmations|asked|question-checks|query-tasks|documents|portal)(\/|$)|^(\/en)?\/meetings\/[^/]+\/files\/|^\/(healthz|readyz|__manifest)$|\/wrong-contact$|\.data$/;
const LONGEST = 1000;

/** The question that a request asks; undefined when its answer is for one reader alone. */
export function questionOf({ method, address, cookie, acceptLanguage }: Asked) {
  if ((method !== "GET" && method !== "HEAD") || address.length > LONGEST) return undefined;
  const plain = address.includes("?") ? canonical(address) : address;
  if (plain === undefined || NOT_FOR_ALL.test(pathOf(plain))) return undefined;
  const display = cookie ? displayIn(cookie) : "";
  if (display === undefined) return undefined;
  const language = plain.startsWith("/api/") ? acceptedLanguage(acceptLanguage) : "";
  return { address: plain, display, language, key: `${plain} ${language} ${display}` };
}

/** The request that a kept answer is written from. It says nothing of who asks, and nobody can break it off. */
export function requestFor({ address, display, language }: Question, origin: string): Request {
  const headers = new Headers();
  if (display) headers.set("Cookie", `display=${display}`);
  if (language) headers.set("Accept-Language", language);
  return new Request(origin + address, { headers });
}

export function pathOf(address: string): string {
  const end = address.indexOf("?");
  return end < 0 ? address : address.slice(0, end);
}

/** What social networks and advertisers hang on the links they pass on: each reader's is another one. */
const STRAY = /^(utm_\w+|fbclid|gclid|zarsrc|zalo_\w+|mc_[ce]id)$/;

/** Addresses are put in order once: under a rush the same few come again and again. */
const known = new Map<string, string | undefined>();
const MOST_KNOWN = 1000;

function canonical(address: string): string | undefined {
  if (known.has(address)) return known.get(address);
  const plain = putInOrder(address);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(address, plain);
  return plain;
}

/** The same question in one way of asking: its parameters by name, without strays. */
function putInOrder(address: string): string | undefined {
  const path = pathOf(address);
  const search = address.slice(path.length + 1);
  // A per cent sign that stands for nothing is a mistake to be told of, not to be put right.
  if (search.includes("#") || /%(?![\da-f]{2})/i.test(search)) return undefined;
  const parameters = new URLSearchParams(search);
  for (const name of [...parameters.keys()]) if (STRAY.test(name)) parameters.delete(name);
  parameters.sort();
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** Whether somebody is signed in with these cookies, or was just told something. */
export function isSomebodys(cookie: string): boolean {
  return /(?:^|;\s*)(?:(?:__Host-)?(?:session|portal)|flash)=/.test(cookie);
}

/** How a reader wants pages to look, by their cookies; undefined where they are somebody's. */
function displayIn(cookie: string): string | undefined {
  if (isSomebodys(cookie)) return undefined;
  const display = /(?:^|;\s*)display=([^;]*)/.exec(cookie)?.[1] ?? "";
  return /^[\w%=+/.-]{0,200}$/.test(display) ? display : undefined;
}
