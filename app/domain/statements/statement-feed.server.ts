import { Feed } from "feed";
import { type Language, localised, type Messages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { AreaEntry } from "../areas/atlas.ts";
import type { PublicStatement } from "./public.server.ts";
import { PARTS } from "./statement.ts";

interface Told {
  origin: string;
  language: Language;
  words: Messages;
}

/** What the agencies of a province have said, for feed readers (Atom, RFC 4287): unchanged, it is the same to the byte. */
export function statementFeed(
  { province, statements }: { province: AreaEntry; statements: PublicStatement[] },
  { origin, language, words }: Told,
): string {
  const addressOf = (path: string) => origin + localised(language, path);
  const self = addressOf(paths.statementFeed(province));
  const name = language === "en" ? province.fullNameEn : province.fullName;
  const feed = new Feed({
    id: self,
    title: words.statements.feed.title(name),
    description: words.statements.feed.lead,
    link: addressOf(paths.provinceList(province)),
    language,
    updated: new Date(statements[0]?.publishedAt ?? province.from ?? 0),
    generator: false,
    author: { name: words.common.product, link: origin },
    copyright: words.publishing.changes.product,
    feedLinks: { atom: self },
  });
  for (const statement of statements) {
    const agency = language === "en" ? statement.agencyNameEn : statement.agencyName;
    const date = new Date(statement.publishedAt);
    feed.addItem({
      id: `tag:${new URL(origin).hostname},${statement.publishedAt.slice(0, 10)}:statements/${statement.id}`,
      title: asHtml(`${agency}: ${statement.title}`),
      link: addressOf(paths.statement(statement)),
      description: asHtml(statement.known),
      content: contentOf(words, statement),
      author: [{ name: `${statement.speakerName}, ${statement.speakerPosition}` }],
      ...{ date, published: date },
    });
  }
  return feed.atom1();
}

function contentOf(words: Messages, statement: PublicStatement): string {
  return PARTS.filter((part) => statement[part])
    .map((part) => {
      const text = asHtml(statement[part]).replaceAll("\n", "<br>");
      return `<h2>${asHtml(words.statements.parts[part])}</h2><p>${text}</p>`;
    })
    .join("");
}

/** The feed's texts are HTML: what was typed is text in it, and ends no section. */
function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
