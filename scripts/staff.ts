import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { config } from "#app/config.server.ts";
import type { Courier } from "#app/domain/mail/courier.server.ts";
import type { Scribe } from "#app/domain/papers/scribe.server.ts";
import type { Furnishing } from "#app/house.server.ts";

/** Who works for a served house in a process of their own, so that nobody who reads the site waits for it. */
const scriptOf = (name: string) => new URL(`./${name}.ts`, import.meta.url);

/** A database in this process's memory can be reached by no other. */
const isReachable = !config.DATABASE_URL.endsWith(":memory:");

/** Carries letters; its process ends when nothing is left to carry. */
export const sendCourier: (() => Courier) | undefined = isReachable
  ? () => {
      const child = fork(scriptOf("courier"), process.argv.includes("--quiet") ? ["--quiet"] : []);
      const tell = (word: string) => child.connected && child.send(word, () => {});
      const back = new Promise<void>((done, failed) => {
        child.once("error", failed);
        child.once("exit", (code, signal) =>
          code === 0 ? done() : failed(new Error(`the courier ended with ${signal ?? code}`)),
        );
      });
      return { wake: () => void tell("wake"), stop: () => void tell("stop"), back };
    }
  : undefined;

/** Loads the map and the demo office. */
export const furnishApart: Furnishing | undefined = isReachable
  ? async ({ demo }) => {
      const child = spawn(
        process.execPath,
        [scriptOf("furnish").pathname, ...(demo ? ["--demo"] : [])],
        { stdio: "inherit" },
      );
      const [code] = await once(child, "exit");
      if (code !== 0) throw new Error("The map could not be loaded: see above.");
    }
  : undefined;

/** Writes papers; its process ends when nobody asked for one for a while, and is then sent for anew. */
export const writeApart: Scribe = (paper, format) =>
  askScribe(paper, format).catch(() => askScribe(paper, format));

let scribe: ChildProcess | undefined;
let asked = 0;

const askScribe: Scribe = (paper, format) => {
  if (!scribe?.connected) {
    scribe = fork(scriptOf("scribe"), { serialization: "advanced" });
    scribe.setMaxListeners(0);
    scribe.unref();
    scribe.channel?.unref();
  }
  const child = scribe;
  const id = ++asked;
  return new Promise((resolve, reject) => {
    const settle = (outcome: () => void) => {
      child.off("message", hear).off("exit", ended);
      outcome();
    };
    const hear = (answer: { id: number; bytes?: Uint8Array; problem?: string }) => {
      if (answer.id !== id) return;
      const { bytes, problem } = answer;
      settle(() => (bytes ? resolve(bytes) : reject(new Error(problem))));
    };
    const ended = () => settle(() => reject(new Error("the scribe ended before its paper did")));
    child.on("message", hear).once("exit", ended);
    child.send({ id, paper, format }, (error) => error && settle(() => reject(error)));
  });
};
