import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const MARK = "build/.source-hash";

/** Everything the built app is made of. */
const SOURCES = [
  "app/**/*.{ts,tsx,css,woff2}",
  "db/**/*.ts",
  "public/**/*.*",
  "package-lock.json",
  "vite.config.ts",
  "scripts/word-rooms.ts",
];

/** Builds the app unless it was built from these very sources; says whether it did. */
export async function buildIfStale(): Promise<boolean> {
  const hash = hashOfSources();
  if (existsSync(MARK) && readFileSync(MARK, "utf8") === hash) return false;
  const built = spawnSync(
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"],
    {
      env: { ...process.env, NODE_ENV: "production" },
      encoding: "utf8",
    },
  );
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}\n${built.stderr}`);
  await compressFiles();
  writeFileSync(MARK, hash);
  return true;
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const file of globSync(SOURCES).sort()) {
    if (/\.test\.tsx?$/.test(file) || file.startsWith("app/test/")) continue;
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Files that never change are compressed once, hard, instead of at every request. */
async function compressFiles() {
  const files = globSync("build/client/**/*.{js,css,svg,txt,json}");
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file);
      if (bytes.length < 1024) return;
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes));
      writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}

if (import.meta.main) console.log((await buildIfStale()) ? "Built." : "Nothing to build.");
