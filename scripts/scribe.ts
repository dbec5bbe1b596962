import { setPriority } from "node:os";
import type { Paper } from "#app/domain/papers/paper.ts";
import { type Format, writeHere } from "#app/domain/papers/scribe.server.ts";

/** Writes papers for the web process that asks for them, and ends when it asked for none for a while, or with it. */
const REST_SECONDS = 30;
/** Somebody waits for the paper, but more wait for pages. */
const BEHIND_READERS = 5;

try {
  setPriority(BEHIND_READERS);
} catch {
  // Where that is not allowed, side by side.
}

const end = () => process.connected && process.disconnect();
const rest = setTimeout(end, REST_SECONDS * 1000);

process.on(
  "message",
  async ({ id, paper, format }: { id: number; paper: Paper; format: Format }) => {
    rest.refresh();
    try {
      process.send?.({ id, bytes: await writeHere(paper, format) });
    } catch (error) {
      process.send?.({ id, problem: (error as Error).message });
    }
    rest.refresh();
  },
);
process.once("disconnect", () => clearTimeout(rest));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
