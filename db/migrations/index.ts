import * as first from "./2026-11-24-first.ts";

/** In order. A migration is frozen once it has run anywhere: it imports nothing from the app. */
export const migrations = {
  "2026-11-24-first": first,
};
