import { Feed } from "feed";
import { type Language, localised, type Messages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { asHtml } from "../publishing/as-html.ts";
import type { QueryTold } from "./public.server.ts";

interface Told {
  origin: string;
  language: Language;
  words: Messages;
}

/** An agency's questions on public record with their answers, for feed readers (Atom, RFC 4287): unchanged, it is the same to the byte. */
export function queryFeed(
  { agency, queries }: { agency: { id: string; name: string }; queries: QueryTold[] },
  { origin, language, words }: Told,
): string {
  const addressOf = (path: string) => origin + localised(language, path);
  const self = addressOf(paths.agencyQueryFeed(agency));
  const feed = new Feed({
    id: self,
    title: words.queryFeed.title(agency.name),
    description: words.asking.public.listLead(agency.name),
    link: addressOf(paths.agencyQueries(agency)),
    language,
    updated: new Date(queries[0]?.opensAt ?? 0),
    generator: false,
    author: { name: words.common.product, link: origin },
    copyright: words.publishing.changes.product,
    feedLinks: { atom: self },
  });
  for (const query of queries) {
    const published = new Date(query.opensAt);
    const last = query.answers.at(-1);
    feed.addItem({
      id: `tag:${new URL(origin).hostname},${query.opensAt.slice(0, 10)}:queries/${query.id}`,
      title: asHtml(query.title),
      link: addressOf(paths.query(query)),
      content: contentOf(query),
      ...(last && { author: [{ name: `${last.speakerName}, ${last.speakerPosition}` }] }),
      ...{ date: published, published },
    });
  }
  return feed.atom1();
}

function contentOf({ text, answers }: QueryTold): string {
  const told = answers.map(
    ({ text: answer, speakerName, speakerPosition }) =>
      `<p>${inLines(answer)}</p><p>${asHtml(`${speakerName}, ${speakerPosition}`)}</p>`,
  );
  return [`<blockquote>${inLines(text)}</blockquote>`, ...told].join("");
}

const inLines = (text: string) => asHtml(text).replaceAll("\n", "<br>");
