import { readFile } from "node:fs/promises";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { MAX_OCTETS } from "#app/domain/inbound/limits.ts";
import { type TakenIn, takeIn } from "#app/domain/inbound/taking-in.server.ts";
import { isMailAddress } from "#app/domain/mail/address.ts";
import type { Command } from "../cli.ts";
import { Refused } from "./refused.ts";

/** For whoever pipes mail to us: not now, try again (sysexits.h). */
export const failsWith = 75;

export const run: Command = async (files, flags) => {
  if (flags.to !== undefined && !isMailAddress(flags.to))
    throw new Refused(`--to ${flags.to} is no e-mail address.`);
  const to = flags.to === undefined ? undefined : [flags.to];
  const taken: (TakenIn & { file: string })[] = [];
  for (const file of files.length > 0 ? files : ["-"]) {
    const raw = file === "-" ? await standardInput() : await read(file);
    taken.push({ file, ...(await takeIn(db, { raw, to, at: now() })) });
  }
  return {
    json: taken.map(({ fingerprint: _, ...mail }) => mail),
    lines: taken.map(({ file, isNew, outcome, reason, reply, id }) => {
      const what = [outcome, reason, reply].filter(Boolean).join(", ");
      return `${file}: ${what}${isNew ? "" : " (known already)"} (${id})`;
    }),
  };
};

async function read(file: string): Promise<Buffer> {
  return readFile(file).catch((error: Error) => {
    throw new Refused(`${file} cannot be read: ${error.message}`);
  });
}

/** A mail on the pipe; of one without an end no more than shows that it is too large. */
async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let octets = 0;
  for await (const chunk of process.stdin) {
    if (octets <= MAX_OCTETS) chunks.push(chunk);
    octets += chunk.length;
  }
  return Buffer.concat(chunks);
}
