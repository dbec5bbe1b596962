import { Feed } from "feed";
import { type Language, localised, type Messages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { AreaEntry } from "../areas/atlas.ts";
import { readMarkdown } from "../markdown/markdown.ts";
import { markdownHtml } from "../markdown/markdown-html.ts";
import { asHtml } from "../publishing/as-html.ts";
import type { PublicStatement } from "./public.server.ts";
import { isInParts, PARTS } from "./statement.ts";
import { beginningOf } from "./statement-text.server.ts";

interface Told {
  origin: string;
  language: Language;
  words: Messages;
}

/** What the agencies of a province, or of the whole country, have said, for feed readers (Atom, RFC 4287): unchanged, it is the same to the byte. */
export function statementFeed(
  { province, statements }: { province: AreaEntry | null; statements: PublicStatement[] },
  { origin, language, words }: Told,
): string {
  const addressOf = (path: string) => origin + localised(language, path);
  const self = addressOf(paths.statementFeed(province));
  const name =
    language === "en"
      ? (province?.fullNameEn ?? words.statements.feed.country)
      : (province?.fullName ?? words.statements.feed.country);
  const feed = new Feed({
    id: self,
    title: words.statements.feed.title(name),
    description: words.statements.feed.lead,
    link: addressOf(paths.statements(province ? { province: province.code } : {})),
    language,
    updated: new Date(changedLast(statements) ?? province?.from ?? 0),
    generator: false,
    author: { name: words.common.product, link: origin },
    copyright: words.publishing.changes.product,
    feedLinks: { atom: self },
  });
  for (const statement of statements) {
    const agency = language === "en" ? statement.agencyNameEn : statement.agencyName;
    const published = new Date(statement.publishedAt);
    const date = new Date(statement.retractedAt ?? statement.publishedAt);
    const { marks } = words.statements.feed;
    const mark = statement.retractedAt
      ? marks.retracted
      : statement.correctedById
        ? marks.corrected
        : statement.correctsId && marks.correction;
    feed.addItem({
      id: `tag:${new URL(origin).hostname},${statement.publishedAt.slice(0, 10)}:statements/${statement.id}`,
      title: asHtml(`${mark ? `[${mark}] ` : ""}${agency}: ${statement.title}`),
      link: addressOf(paths.statement(statement)),
      description: asHtml(beginningOf(statement)),
      content: contentOf(words, statement),
      author: [{ name: `${statement.speakerName}, ${statement.speakerPosition}` }],
      ...{ date, published },
    });
  }
  return feed.atom1();
}

/** When what the feed shows was last changed by somebody. */
export function changedLast(statements: PublicStatement[]): string | undefined {
  return statements
    .map(({ publishedAt, retractedAt }) => retractedAt ?? publishedAt)
    .toSorted()
    .at(-1);
}

function contentOf(words: Messages, statement: PublicStatement): string {
  const said = saidIn(words, statement);
  const { retractReason, correctionReason } = statement;
  const above = [
    retractReason && `${words.statements.feed.marks.retracted}: ${retractReason}`,
    correctionReason && `${words.statements.feed.marks.correction}: ${correctionReason}`,
  ];
  return (
    above.map((line) => (line ? `<p><strong>${asHtml(line)}</strong></p>` : "")).join("") + said
  );
}

function saidIn(words: Messages, statement: PublicStatement): string {
  if (!isInParts(statement)) return markdownHtml(readMarkdown(statement.body));
  return PARTS.filter((part) => statement[part])
    .map((part) => {
      const text = asHtml(statement[part]).replaceAll("\n", "<br>");
      return `<h2>${asHtml(words.statements.parts[part])}</h2><p>${text}</p>`;
    })
    .join("");
}
