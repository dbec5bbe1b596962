/** "Ủy ban nhân dân" stands on a line of its own above the name of its place. */
export function agencyLines(name: string): string[] {
  const [, committee, place] = /^(Ủy ban nhân dân)\s+(.+)$/i.exec(name) ?? [];
  return committee && place ? [committee, place] : [name];
}
