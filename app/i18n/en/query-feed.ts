import type { queryFeed as original } from "../vi/query-feed.ts";

export const queryFeed: typeof original = {
  title: (agency) => `Asked by the press, answered: ${agency}`,
  link: "Atom feed",
};
