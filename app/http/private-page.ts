/** A letter's link is a key: its page is kept out of histories, caches and other sites' logs. */
export const PRIVATE_PAGE = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "same-origin",
  "X-Robots-Tag": "noindex, nofollow",
};
