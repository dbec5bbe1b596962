/**
 * The data. Days are `2026-09-10` (in Viet Nam), moments are
 * `2026-09-10T02:00:00.000Z`: text that sorts, and reads back the same from SQLite and
 * PostgreSQL. A nullable moment says whether as well as when. Nothing that happened is
 * overwritten: it is ended, revoked or cancelled, each with its own columns.
 */
export type Day = string;
export type Moment = string;
export type Language = "vi" | "en";
