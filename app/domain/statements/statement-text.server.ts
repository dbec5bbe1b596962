import { shortTime } from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { plainText, readMarkdown } from "../markdown/markdown.ts";
import { isInParts, PARTS, type Statement } from "./statement.ts";

type Said = Pick<Statement, "language" | "body" | "known" | "unknown" | "doing" | "nextUpdateAt">;

/** What a statement says, in plain text, in its own language: what letters bring, receipts sign and papers quote. */
export function plainTextOf(statement: Said): string {
  if (!isInParts(statement)) return plainText(readMarkdown(statement.body)).normalize("NFC");
  const { parts } = messagesIn(statement.language).statements;
  const said = PARTS.filter((part) => statement[part]).map(
    (part) => `${parts[part]}\n${statement[part]}`,
  );
  if (statement.nextUpdateAt)
    said.push(`${parts.nextUpdateAt}: ${shortTime(statement.nextUpdateAt)}`);
  return said.join("\n\n").normalize("NFC");
}

/** The beginning of it, on one line, for lists and descriptions. */
export function beginningOf(statement: Said, length = 200): string {
  const text = plainTextOf({ ...statement, nextUpdateAt: null });
  const line = (isInParts(statement) ? statement.known : text).replace(/\s+/g, " ").trim();
  const signs = Array.from(line);
  return signs.length > length ? `${signs.slice(0, length - 1).join("")}…` : line;
}
