import "./refusal.ts";

import { db } from "#app/db.server.ts";
import { furnishHouse } from "#app/house.server.ts";

/**
 * Loads the map and, with `--demo`, the demo office, for a server that starts: the memory that this takes
 * ends with the process.
 */
await furnishHouse({ demo: process.argv.includes("--demo") });
await db.destroy();
