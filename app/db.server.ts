import { connect } from "#db/connect.ts";
import { config } from "./config.server.ts";

/** The one open door to the database. */
export const db = connect(config.DATABASE_URL);
