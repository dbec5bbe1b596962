/** Where statements lie on the desk: in hand, published, laid aside. */
export const SHELVES = ["open", "published", "withdrawn"] as const;
export type Shelf = (typeof SHELVES)[number];
