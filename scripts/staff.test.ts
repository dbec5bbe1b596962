import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Paper, paperOf } from "#app/domain/papers/paper.ts";
import { FORMATS, writeHere } from "#app/domain/papers/scribe.server.ts";
import { factsOf } from "#app/test/invitation-papers.ts";
import { writeApart } from "./staff.ts";

const paper = paperOf(factsOf(), "vi");

/** The processes of ours that write papers, where the system shows them. */
function scribes(): number[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
        return (
          Number(parent) === process.pid &&
          readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("scribe.ts")
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe("a scribe in a process of its own", () => {
  it("writes the same bytes as one in this process, several at a time", async () => {
    const apart = await Promise.all(FORMATS.map((format) => writeApart(paper, format)));
    const here = await Promise.all(FORMATS.map((format) => writeHere(paper, format)));

    expect(apart.map((bytes) => Buffer.from(bytes).toString("base64"))).toEqual(
      here.map((bytes) => Buffer.from(bytes).toString("base64")),
    );
  });

  it("says so when a paper cannot be written, and writes the next", async () => {
    await expect(writeApart({} as Paper, "pdf")).rejects.toThrow();
    await expect(writeApart(paper, "docx")).resolves.toBeInstanceOf(Uint8Array);
  });

  it.runIf(process.platform === "linux")("is sent for anew when it was killed", async () => {
    const [pid = 0] = scribes();
    process.kill(pid, "SIGKILL");

    await expect(writeApart(paper, "pdf")).resolves.toBeInstanceOf(Uint8Array);
    expect(scribes()).not.toContain(pid);
  });
});
