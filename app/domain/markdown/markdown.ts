import { withoutHidden } from "./hidden-signs.ts";

/** A piece of a line. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "em"; children: Inline[] }
  | { kind: "link"; href: string; text: string }
  | { kind: "break" };

/** A piece of a text. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; children: Inline[] }
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "list"; start: number | null; items: Block[][] } // a number: counted from it
  | { kind: "quote"; children: Block[] };

/** Lists and quotes within one another; what is deeper is read as the text it is. */
const DEEPEST = 5;

/**
 * Reads the few signs of Markdown that an office needs: headings (`#`), bold, italic, lists, links, quotes. All else
 * is text, HTML too. It takes time in proportion to the length of the text, whatever is in it, and cannot fail.
 */
export function readMarkdown(source: string): Block[] {
  const lines = withoutHidden(source.replace(/\r\n?/g, "\n")).text.split("\n");
  return blocksOf(lines, 0);
}

const HEADING = /^(#{1,3})[ \t]+(?=\S)/;
const BULLET = /^[-*•][ \t]+(?=\S)/;
const NUMBER = /^(\d{1,4})[.)][ \t]+(?=\S)/;
const QUOTE = /^>[ \t]?/;

function blocksOf(lines: string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const heading = HEADING.exec(line);
    if (line.trim() === "") at += 1;
    else if (heading) {
      const level = (heading[1] ?? "").length as 1 | 2 | 3;
      const text = line.slice(heading[0].length);
      blocks.push({ kind: "heading", level, children: inlinesOf(text) });
      at += 1;
    } else if (depth < DEEPEST && QUOTE.test(line)) {
      const end = endOf(lines, at, (next) => QUOTE.test(next));
      const inner = lines.slice(at, end).map((quoted) => quoted.replace(QUOTE, ""));
      blocks.push({ kind: "quote", children: blocksOf(inner, depth + 1) });
      at = end;
    } else if (depth < DEEPEST && markOf(line)) {
      const list = listAt(lines, at, depth);
      blocks.push(list.block);
      at = list.end;
    } else {
      const end = endOf(lines, at + 1, (next) => next.trim() !== "" && !begins(next, depth));
      blocks.push({ kind: "paragraph", children: inlinesOf(lines.slice(at, end).join("\n")) });
      at = end;
    }
  }
  return blocks;
}

function endOf(lines: string[], from: number, goesOn: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && goesOn(lines[end] ?? "")) end += 1;
  return end;
}

function begins(line: string, depth: number): boolean {
  if (HEADING.test(line)) return true;
  return depth < DEEPEST && (QUOTE.test(line) || markOf(line) !== undefined);
}

interface Mark {
  start: number | null;
  length: number;
}

/** What a line of a list begins with; undefined where it is none. */
function markOf(line: string): Mark | undefined {
  const number = NUMBER.exec(line);
  if (number) return { start: Number(number[1]), length: number[0].length };
  const bullet = BULLET.exec(line);
  return bullet ? { start: null, length: bullet[0].length } : undefined;
}

/** A list from a line on: an item goes on with lines that are indented, over one blank line at most. */
function listAt(lines: string[], from: number, depth: number) {
  const first = markOf(lines[from] ?? "") as Mark;
  const items: Block[][] = [];
  let at = from;
  for (;;) {
    const mark = markOf(lines[at] ?? "");
    if (!mark || (mark.start === null) !== (first.start === null)) break;
    const inner = [(lines[at] ?? "").slice(mark.length)];
    at += 1;
    while (at < lines.length && goesOn(lines, at)) {
      inner.push(outdented(lines[at] ?? "", mark.length));
      at += 1;
    }
    items.push(blocksOf(inner, depth + 1));
    if ((lines[at] ?? "").trim() === "" && markOf(lines[at + 1] ?? "")) at += 1;
  }
  return { block: { kind: "list" as const, start: first.start, items }, end: at };
}

const INDENTED = /^(?: {2}|\t)/;

function goesOn(lines: string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (line.trim() === "") return INDENTED.test(lines[at + 1] ?? "") && lines[at + 1]?.trim() !== "";
  return INDENTED.test(line);
}

function outdented(line: string, most: number): string {
  if (line.startsWith("\t")) return line.slice(1);
  let spaces = 0;
  while (spaces < most && line[spaces] === " ") spaces += 1;
  return line.slice(spaces);
}

const LINK = /\[([^[\]\n]{1,300})\]\(([^()[\]\s<>]{1,2000})\)/y;
const ADDRESS = /https?:\/\/[^\s<>"()[\]*\\]{1,2000}/iy;
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!>])/y;

type Emphasis = "strong" | "em";
interface Open {
  kind: Emphasis;
  sign: string;
  pieces: Inline[]; // what stood before it
}

/** A line's pieces, in one pass: at most one bold and one italic are open at a time, so there is nothing to go back for. */
function inlinesOf(source: string): Inline[] {
  let pieces: Inline[] = [];
  const open: Open[] = [];
  let text = "";
  const flush = () => {
    if (text) pieces.push({ kind: "text", text });
    text = "";
  };
  const add = (piece: Inline) => {
    flush();
    pieces.push(piece);
  };
  /** Ends the innermost that is open: as what it is, or, where it was never closed, as the text it was. */
  const end = (isClosed: boolean) => {
    flush();
    const { kind, sign, pieces: before } = open.pop() as Open;
    if (isClosed) before.push({ kind, children: pieces });
    else {
      before.push({ kind: "text", text: sign });
      for (const piece of pieces) before.push(piece);
    }
    pieces = before;
  };

  let at = 0;
  while (at < source.length) {
    const sign = source[at] as string;
    if (sign === "\n") {
      add({ kind: "break" });
      at += 1;
      continue;
    }
    const escaped = sign === "\\" && matchAt(ESCAPED, source, at);
    if (escaped) {
      text += escaped[1];
      at += escaped[0].length;
      continue;
    }
    const link = linkAt(source, at);
    if (link) {
      if (link.href) add({ kind: "link", href: link.href, text: link.text });
      else text += link.source;
      at += link.source.length;
      continue;
    }
    if (sign !== "*" && sign !== "_") {
      text += sign;
      at += 1;
      continue;
    }
    const run = source[at + 1] === sign && sign === "*" ? "**" : sign;
    const kind: Emphasis = run === "**" ? "strong" : "em";
    const place = open.findIndex((one) => one.sign === run);
    const before = source[at - 1] ?? " ";
    const after = source[at + run.length] ?? " ";
    const mayClose = !/\s/.test(before) && (sign === "*" || !/[\p{L}\p{N}]/u.test(after));
    const mayOpen = !/\s/.test(after) && (sign === "*" || !/[\p{L}\p{N}]/u.test(before));
    if (place >= 0 && mayClose) {
      while (open.length > place + 1) end(false);
      end(true);
    } else if (place < 0 && mayOpen && !open.some((one) => one.kind === kind)) {
      flush();
      open.push({ kind, sign: run, pieces });
      pieces = [];
    } else text += run;
    at += run.length;
  }
  while (open.length > 0) end(false);
  flush();
  return pieces;
}

/** A link that begins at a place, in brackets or bare; without an address where it may not be followed. */
function linkAt(source: string, at: number) {
  const sign = source[at];
  if (sign === "[") {
    const [whole, text = "", address = ""] = matchAt(LINK, source, at) ?? [];
    return whole && { source: whole, text, href: safeAddress(address) };
  }
  if ((sign !== "h" && sign !== "H") || /\w/.test(source[at - 1] ?? "")) return undefined;
  const [whole] = matchAt(ADDRESS, source, at) ?? [];
  const written = whole && withoutStop(whole);
  return written && { source: written, text: written, href: safeAddress(written) };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** An address that stands in a sentence does not take the sentence's own stop along. */
function withoutStop(address: string): string {
  let end = address.length;
  while (end > 0 && ".,;:!?'”’…_".includes(address[end - 1] as string)) end -= 1;
  return address.slice(0, end);
}

/** Where a link may lead: the web or a letter, never with a password in it, and nowhere that is not said. */
function safeAddress(written: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:[^\s@]{1,64}@)/i.test(written) || !URL.canParse(written))
    return undefined;
  const { protocol, username, password, host, href } = new URL(written);
  if (username || password) return undefined;
  return protocol === "mailto:" || host !== "" ? href : undefined;
}

/** A text as it reads without any formatting, for letters and for whoever quotes it: links say where they lead. */
export function plainText(blocks: Block[]): string {
  return blocks.map(plainBlock).join("\n\n");
}

function plainBlock(block: Block): string {
  if (block.kind === "heading" || block.kind === "paragraph") return plainLine(block.children);
  if (block.kind === "quote") return prefixed("> ", "> ", plainText(block.children));
  return block.items
    .map((item, i) => {
      const mark = block.start === null ? "- " : `${block.start + i}. `;
      return prefixed(mark, " ".repeat(mark.length), item.map(plainBlock).join("\n"));
    })
    .join("\n");
}

function prefixed(first: string, others: string, text: string): string {
  return text
    .split("\n")
    .map((line, i) => (i === 0 ? first : others) + line)
    .join("\n");
}

function plainLine(children: Inline[]): string {
  return children
    .map((piece) => {
      if (piece.kind === "text") return piece.text;
      if (piece.kind === "break") return "\n";
      if (piece.kind !== "link") return plainLine(piece.children);
      const leads = piece.href.replace(/^mailto:/, "");
      const says = piece.text === leads || `${piece.text}/` === leads;
      return says ? piece.text : `${piece.text} (${leads})`;
    })
    .join("");
}
