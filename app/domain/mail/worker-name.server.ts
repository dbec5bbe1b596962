import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

// machine / process / a word of its own: `desk-1.4026531836.5f0c…/4711/9d2e…`
const own = new Set<string>();
const machine = machineName();

/** A name for a worker that no other running worker has, and by which others can tell whether it still runs. */
export function newWorkerName(): string {
  const name = `${machine}/${process.pid}/${randomUUID().slice(0, 8)}`;
  own.add(name);
  return name;
}

/**
 * Whether a worker is certainly dead: it ran on this machine and its process is gone. Of workers
 * elsewhere nothing is known; their lease must lapse.
 */
export function isGone(worker: string): boolean {
  const [itsMachine, pid] = worker.split("/");
  if (itsMachine !== machine || own.has(worker)) return false;
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Process numbers mean something within one boot and one container only; Linux names both. */
function machineName(): string {
  const marks = [hostname().replaceAll("/", "-")];
  try {
    marks.push(readlinkSync("/proc/self/ns/pid").replace(/\D/g, ""));
    marks.push(readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  } catch {
    // Elsewhere the host's name must do.
  }
  return marks.join(".");
}
