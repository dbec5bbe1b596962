import { Feed } from "feed";
import { type Language, localised, type Messages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { AreaEntry } from "../areas/atlas.ts";
import { type Change, changeSentence } from "../spokespersons/changes.ts";
import { agencyPage } from "./agency-page.ts";
import { asHtml } from "./as-html.ts";

interface Told {
  origin: string;
  language: Language;
  words: Messages;
}

/**
 * What changed in a province's list, for feed readers (Atom, RFC 4287). An entry keeps its id for
 * good, in either language, and says nothing of when the feed was asked for: unchanged, it is the
 * same to the byte.
 */
export function changesFeed(
  { province, changes }: { province: AreaEntry; changes: Change[] },
  { origin, language, words }: Told,
): string {
  const addressOf = (path: string) => origin + localised(language, path);
  const list = addressOf(paths.provinceList(province));
  const name = language === "en" ? province.fullNameEn : province.fullName;
  const feed = new Feed({
    id: list,
    title: words.publishing.changes.title(name),
    description: words.publishing.changes.lead,
    link: list,
    language,
    // An empty feed is as old as the units of which it tells.
    updated: new Date(changes[0]?.at ?? province.from ?? 0),
    generator: false,
    author: { name: words.common.product, link: origin },
    copyright: words.publishing.changes.product,
    feedLinks: { atom: addressOf(paths.provinceFeed(province)) },
  });
  for (const change of changes) {
    const agency = language === "en" ? change.agency.nameEn : change.agency.name;
    const sentence = changeSentence(words, change);
    feed.addItem({
      id: tagOf(origin, change),
      title: asHtml(`${agency}: ${sentence}`),
      link: addressOf(agencyPage({ ...change.agency, areaCode: change.areaCode })),
      description: asHtml(sentence),
      date: new Date(change.at),
      published: new Date(change.at),
    });
  }
  return feed.atom1();
}

/** A name for ever and everywhere (RFC 4151), by this house's host and the day of the change. */
function tagOf(origin: string, { id, at }: Change): string {
  return `tag:${new URL(origin).hostname},${at.slice(0, 10)}:changes/${id}`;
}
