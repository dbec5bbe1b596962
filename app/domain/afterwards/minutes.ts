import { z } from "zod";
import type { Row } from "#db/tables.ts";
import { count, paragraphs } from "../fields.ts";

export type Minutes = Row<"meetingMinutes">;

const LONGEST_MINUTES = 60_000;

/** Minutes as they are typed, and which version was before the writer's eyes (0: none). */
export const MinutesForm = z.object({
  text: paragraphs(LONGEST_MINUTES).refine((text) => text !== "", "required"),
  seen: count(0, 1_000_000),
});

/** What minutes are made of: headings, paragraphs and lists; nothing in them is ever taken for HTML. */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] };

/** Reads minutes as they are written: `# ` begins a heading, `- ` a point of a list, a blank line a new paragraph. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let isFresh = true;
  for (const written of text.split("\n")) {
    const line = written.trim();
    const last = blocks.at(-1);
    const heading = /^#{1,3} +(.+)$/.exec(line)?.[1];
    const item = /^[-*•] +(.+)$/.exec(line)?.[1];
    if (heading) blocks.push({ kind: "heading", text: heading });
    else if (item && last?.kind === "list" && !isFresh) last.items.push(item);
    else if (item) blocks.push({ kind: "list", items: [item] });
    else if (line && last?.kind === "paragraph" && !isFresh) last.text += `\n${line}`;
    else if (line) blocks.push({ kind: "paragraph", text: line });
    isFresh = line === "";
  }
  return blocks;
}
