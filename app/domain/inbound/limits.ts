/** As much of a mail as is taken in: answers are small, and a bounce brings back a letter with its papers. */
export const MAX_OCTETS = 1024 * 1024;

/** What is kept of a mail that is larger. */
export const KEPT_OCTETS = 64 * 1024;

/** Far beyond what mail programs write, far below what hurts. */
const MOST = { lines: 18_000, headerLines: 1_000, parts: 200, multiparts: 40, edges: 1_000 };
export const MAX_NESTING = 20;
export const MAX_HEADER_OCTETS = 256 * 1024;

/** What keeps a mail from being read at all: found by going over its octets once, before any parser sees them. */
export function whyNotRead(raw: Buffer): "too-large" | "too-tangled" | undefined {
  if (raw.length > MAX_OCTETS) return "too-large";
  const text = raw.toString("latin1");
  const lines = count(text, "\n");
  const head = /^\r?\n/m.exec(text)?.index ?? text.length;
  const tangled =
    lines > MOST.lines ||
    count(text.slice(0, head), "\n") > MOST.headerLines ||
    count(text, "\n--") > MOST.edges ||
    matches(text, /^content-type:/gim) > MOST.parts ||
    matches(text, /multipart\//gi) > MOST.multiparts;
  return tangled ? "too-tangled" : undefined;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let place = text.indexOf(sign); place >= 0; place = text.indexOf(sign, place + 1))
    found += 1;
  return found;
}

function matches(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
