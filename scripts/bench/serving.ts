import { readFileSync } from "node:fs";

const starter = readFileSync(new URL("../run.js", import.meta.url), "utf8");

/** What `scripts/run.js` starts a server with, read from there: it is a command and can be imported by none. */
export const FLAGS = settingOf<{ serve: string[] }>("FLAGS");
export const SETTINGS = settingOf<{ serve: Record<string, string> }>("SETTINGS");

function settingOf<Setting>(name: string): Setting {
  const written = new RegExp(`^const ${name} = (.+);$`, "m").exec(starter)?.[1] ?? "{}";
  return JSON.parse(written.replace(/(\w+):/g, '"$1":')) as Setting;
}
