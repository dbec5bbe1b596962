/** Where a page stands among so many things. */
export interface Place {
  page: number;
  pages: number; // one, where there is nothing
  total: number;
}

/** The place of the page that is asked for, or of the nearest that there is, and how many things stand before it. */
export function placeOf(total: number, asked: number, size: number): Place & { before: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
  return { page, pages, total, before: (page - 1) * size };
}

/** What stands on the page that is asked for, and where it is. */
export function pageOf<Thing>(
  things: Thing[],
  asked: number,
  size: number,
): Place & { shown: Thing[] } {
  const { before, ...place } = placeOf(things.length, asked, size);
  return { ...place, shown: things.slice(before, before + size) };
}
