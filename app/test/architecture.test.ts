import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { vi } from "#app/i18n/vi.ts";

/** The rooms of the house, and the rooms each may look into. */
const rooms: Record<string, string[]> = {
  routes: ["clock", "config.server", "db.server", "domain", "http", "i18n", "paths", "ui"],
  http: ["clock", "config.server", "db.server", "domain", "i18n", "paths"],
  ui: ["clock", "domain", "i18n", "paths"],
  domain: ["clock", "config.server", "i18n", "paths"],
  i18n: ["clock"],
};

/** The shelves of the domain, lowest first: each may lean only on those below it. */
const shelves = [
  "fields",
  "paging",
  "spreadsheets",
  "revisions",
  "audit",
  "mail",
  "markdown",
  "accounts",
  "policies",
  "areas",
  "agencies",
  "documents",
  "regulations",
  "spokespersons",
  "open-data",
  "training",
  "publishing",
  "compliance",
  "press",
  "meetings",
  "programme",
  "papers",
  "press-kit",
  "afterwards",
  "notices",
  "incidents",
  "duties",
  "editions",
  "invitations",
  "attendance",
  "reminders",
  "questions",
  "receipts",
  "statements",
  "queries",
  "inbound",
  "corrections",
  "reports",
  "retention",
  "feeds",
  "portal",
  "closings",
  "demo",
];

/** In lines. What outgrows it holds a second noun. */
const LONGEST = 420;

const sources = import.meta.glob<string>("/app/*/**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});
const files = Object.entries(sources).filter(
  ([file]) => !file.includes(".test.") && !file.startsWith("/app/test/"),
);

/** What a file imports of ours, as a path from the root: aliases and relative paths alike. */
function importsOf([file, source]: [string, string]): string[] {
  return [...source.matchAll(/from "((?:#app|\.{1,2})\/[^"]+)"/g)].map(([, target = ""]) =>
    target.startsWith("#app")
      ? target.replace("#app", "/app")
      : new URL(target, `file://${file}`).pathname,
  );
}

const roomOf = (path: string) => /^\/app\/([\w-]+(?:\.server)?)/.exec(path)?.[1] ?? "";
const shelfOf = (path: string) => /^\/app\/domain\/([\w-]+)/.exec(path)?.[1] ?? "";

it("every file looks only into rooms open to it", () => {
  const trespasses = files.flatMap((file) => {
    const open = rooms[roomOf(file[0])];
    if (!open) return [];
    return importsOf(file)
      .filter((target) => roomOf(target) !== roomOf(file[0]) && !open.includes(roomOf(target)))
      .map((target) => `${file[0]} → ${target}`);
  });

  expect(trespasses).toEqual([]);
});

it("the domain leans only downwards", () => {
  const trespasses = files
    .filter(([file]) => file.startsWith("/app/domain/"))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith("/app/domain/"))
        .filter((target) => shelves.indexOf(shelfOf(target)) > shelves.indexOf(shelfOf(file[0])))
        .map((target) => `${file[0]} → ${target}`),
    );

  expect(trespasses).toEqual([]);
});

it("every shelf of the domain has its place in the order", () => {
  const unknown = files
    .map(([file]) => shelfOf(file))
    .filter((shelf) => shelf && !shelves.includes(shelf));

  expect(unknown).toEqual([]);
});

it("no shelf is named in the order that is not there", () => {
  const there = new Set(files.map(([file]) => shelfOf(file)));

  expect(shelves.filter((shelf) => !there.has(shelf))).toEqual([]);
});

it("every function that the domain lets others call says what it means to the office", () => {
  const silent = files
    .filter(([file]) => file.startsWith("/app/domain/"))
    .flatMap(([file, source]) =>
      [...source.matchAll(/(?<!\*\/\n)^export (?:async )?function (\w+)/gm)].map(
        ([, name]) => `${file} ${name}`,
      ),
    );

  expect(silent).toEqual([]);
});

it("no file of the domain or among the pages is too long to be read in one go", () => {
  const long = files
    .filter(([file]) => /^\/app\/(domain|routes|http|ui)\//.test(file))
    .filter(([, source]) => source.split("\n").length > LONGEST)
    .map(([file]) => file);

  expect(long).toEqual([]);
});

it("every file is named for what it holds", () => {
  const shapeless = files.filter(([file]) =>
    /\/(index|utils?|helpers?|services?|misc|types|lib)(\.server)?\.tsx?$/.test(file),
  );

  expect(shapeless.map(([file]) => file)).toEqual([]);
});

it("the domain has never heard of the web, and holds no page", () => {
  const worldly = files.filter(
    ([file, source]) =>
      file.startsWith("/app/domain/") &&
      (file.endsWith(".tsx") || /from "(@remix-run|react|lucide-react)/.test(source)),
  );

  expect(worldly.map(([file]) => file)).toEqual([]);
});

it("only the clock and the doors know what time it is", () => {
  const timely = files.filter(
    ([file, source]) =>
      file.startsWith("/app/domain/") &&
      /new Date\(\)|Date\.now\(\)|import \{[^}]*\b(now|today)\b[^}]*\} from "[^"]*clock/.test(
        source,
      ),
  );

  expect(timely.map(([file]) => file)).toEqual([]);
});

it("nothing but the configuration reads the environment", () => {
  const curious = files.filter(([, source]) => /process\.env/.test(source));

  expect(curious.map(([file]) => file)).toEqual([]);
});

it("no page writes an address by hand", () => {
  const handwritten = files.filter(
    ([file, source]) =>
      /^\/app\/(routes|ui)\//.test(file) &&
      /(?:to|href|action)="\/(?!assets|favicon|site\.js)[a-z]/.test(source),
  );

  expect(handwritten.map(([file]) => file)).toEqual([]);
});

/** Commands, the database's own values, and what is served as it is: they name words, too. */
const others = import.meta.glob<string>(["/scripts/**/*.ts", "/db/**/*.{ts,csv}"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const SERVED = ["public/check-in.js", "public/widget.js"];

/** The names of all words, with where they stand. */
function namesOf(words: object, place: string): [string, string][] {
  return Object.entries(words).flatMap(([name, word]) => {
    const here = `${place}.${name}`;
    return typeof word === "object" && word
      ? [[name, here], ...namesOf(word, here)]
      : [[name, here]];
  }) as [string, string][];
}

it("no word is kept that nothing mentions", () => {
  const speaking = files
    .filter(([file]) => !/^\/app\/i18n\/(vi|en)\//.test(file))
    .map(([, source]) => source);
  const beside = [...Object.values(others), ...SERVED.map((file) => readFileSync(file, "utf8"))];
  const mentioned = new Set(
    [...speaking, ...beside].flatMap((source) => [
      ...(source.match(/[\w-]+/g) ?? []),
      ...[...source.matchAll(/["`]([^"`\n]+)["`]/g)].map(([, text]) => text),
    ]),
  );
  // `is-${phase}` is put together where it is refused.
  const silent = namesOf(vi, "words").filter(
    ([name]) => !mentioned.has(name) && !mentioned.has(name.replace(/^is-/, "")),
  );

  expect(silent.map(([, place]) => place)).toEqual([]);
});

/** What few who run the app ever need, and what would cost everybody some 40 megabytes and 300 ms at the start. */
const RARE =
  /^import (?!type )[^;]*from "(docx|docxtemplater|pizzip|pdfkit|imapflow|smtp-server|nodemailer\/|(?:read|write)-excel-file)/m;

it("no library that is needed now and then is loaded at the start", () => {
  const heavy = files.filter(([, source]) => RARE.test(source));

  expect(heavy.map(([file]) => file)).toEqual([]);
});
