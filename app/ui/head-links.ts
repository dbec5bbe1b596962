/** The parts of a page's `meta` arguments that say where it stands. */
interface Placed {
  location: { pathname: string };
  matches: { id: string; data?: unknown }[];
}

/** The one address of a page, whatever was asked of it: what a search engine should keep. */
export function canonical({ location, matches }: Placed) {
  const root = matches.find(({ id }) => id === "root")?.data as { origin?: string } | undefined;
  return { tagName: "link", rel: "canonical", href: `${root?.origin ?? ""}${location.pathname}` };
}

/** Where a feed reader finds the changes of what the page shows. */
export function atomLink(href: string, title: string) {
  return { tagName: "link", rel: "alternate", type: "application/atom+xml", href, title };
}

/** Where a calendar program subscribes to the meetings of which the page tells. */
export function calendarLink(href: string, title: string) {
  return { tagName: "link", rel: "alternate", type: "text/calendar", href, title };
}
