/** A form as it is filled in: text by field. */
export type Filled = Record<string, string>;

export interface TwoVersions {
  merged: Filled; // one's own where one changed something, the saved one everywhere else
  apart: string[]; // fields that both changed, each to something else
  taken: string[]; // fields that only the other changed
}

/**
 * Puts two officers' versions of one form together: `base` is what the later of them had before them, `mine`
 * what they made of it, `saved` what the other has saved meanwhile. Nothing that either typed is lost.
 */
export function putTogether(base: Filled, mine: Filled, saved: Filled): TwoVersions {
  const fields = Object.keys(saved);
  const isMine = (field: string) => text(mine, field) !== text(base, field);
  const isTheirs = (field: string) => text(saved, field) !== text(base, field);
  const differs = fields.filter((field) => text(mine, field) !== text(saved, field));
  return {
    merged: Object.fromEntries(
      fields.map((field) => [field, text(isMine(field) ? mine : saved, field)]),
    ),
    apart: differs.filter((field) => isMine(field) && isTheirs(field)),
    taken: differs.filter((field) => !isMine(field)),
  };
}

/** Line ends and blanks around a text are nobody's change. */
function text(filled: Filled, field: string): string {
  return (filled[field] ?? "").replace(/\r\n?/g, "\n").trim();
}
