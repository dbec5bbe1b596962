import { expect, it } from "vitest";

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

/** What few who run the app ever need, and what would cost everybody some 40 megabytes and 300 ms at the start. */
const RARE =
  /^import (?!type )[^;]*from "(docx|docxtemplater|pizzip|pdfkit|imapflow|smtp-server|nodemailer\/|(?:read|write)-excel-file)/m;

it("no library that is needed now and then is loaded at the start", () => {
  const heavy = files.filter(([, source]) => RARE.test(source));

  expect(heavy.map(([file]) => file)).toEqual([]);
});
