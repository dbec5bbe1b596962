import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { listQueries } from "./listing.server.ts";

/** The open queries of an officer's own agency whose time has run out or soon will, the most pressing first. */
export async function pressingQueries(db: Db, officer: Officer, at: Moment, most: number) {
  const { queries, counts } = await listQueries(db, officer, { shelf: "open" }, at);
  const pressing = queries.filter(({ urgency }) => urgency === "late" || urgency === "soon");
  return {
    counts,
    queries: pressing.slice(0, most).map((query) => {
      const { id, number, title, urgency, clocks, outcomeAt } = query;
      return { id, number, title, urgency, clocks, outcomeAt };
    }),
  };
}
