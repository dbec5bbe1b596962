import { withQuery } from "./paths/address.ts";
import { meetings } from "./paths/meetings.ts";
import { office } from "./paths/office.ts";
import { portal } from "./paths/portal.ts";
import { pressBook } from "./paths/press-book.ts";
import { pressWork } from "./paths/press-work.ts";
import { registry } from "./paths/registry.ts";
import { site } from "./paths/site.ts";

/** Every address of the house as a function, without its language (see `localised`), by the rooms in `paths/`. */
export const paths = {
  ...site,
  api: {
    lookup: (q?: string) => withQuery("/api/v1/lookup", { q }),
    area: (code: string, query: { era?: string; on?: string } = {}) =>
      withQuery(`/api/v1/areas/${code}`, query),
    document: () => "/api/v1/openapi.json",
  },
  portal,
  desk: { ...registry, ...pressBook, ...meetings, ...pressWork, ...office },
};
