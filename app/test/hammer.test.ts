import { describe, expect, test } from "vitest";
import { databases } from "./database.ts";
import { hammer } from "./hammer.ts";

/** The large form of it is `node scripts/run.js bench/hammer`. */
describe.each(databases)(
  "workers that are killed while they carry letters, on $name",
  ({ name, open }) => {
    test("lose none, change none, and repeat no more than was in the air", async () => {
      const opened = await open();
      const workers = name === "PostgreSQL" ? 2 : 1;

      const audit = await hammer({ database: opened.url, letters: 200, kills: 3, workers });
      await opened.close();

      expect(audit.lost).toEqual([]);
      expect(audit.changed).toEqual([]);
      expect(audit.copies).toBeGreaterThanOrEqual(200);
      expect(audit.extra).toBeLessThanOrEqual(audit.allowed);
    });
  },
);
