export type Id = { id: string };
export type Coded = { code: string };
export type InProvince = { province?: string }; // whose books: an administrator's choice

/** An address with what is asked for behind it; what is empty is left out. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}
