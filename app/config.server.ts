import { createPrivateKey, type KeyObject, randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { HOME_ZONE, readZone } from "./clock.ts";
import { hostOf, isMailAddress, readMailbox } from "./domain/mail/address.ts";
import type { DkimKey } from "./domain/mail/dkim.server.ts";
import { takesTokens } from "./domain/mail/subaddress.ts";

const Settings = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default("127.0.0.1"),
    ORIGIN: z
      .url({ protocol: /^https?$/ })
      .refine((text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`)
      .optional(),
    DATABASE_URL: z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)/)
      .default("sqlite:db/local/phat-ngon.sqlite"),
    FILES: z.string().min(1).optional(),
    SMTP_URL: z.url({ protocol: /^(smtps?|lmtp)$/ }).optional(),
    MAIL_FROM: z
      .string()
      .refine((text) => !/[\r\n"]/.test(text) && readMailbox(text) !== undefined)
      .default("Phát Ngôn <baochi@phatngon.example>"),
    MAIL_ANSWERS: z
      .string()
      .refine((text) => text === "none" || (isMailAddress(text) && takesTokens(text)))
      .optional(),
    LMTP: z
      .string()
      .regex(/^(?:[\w.-]+:|\[[\da-f:]+\]:)?\d{1,5}$/i)
      .optional(),
    IMAP_URL: z.url({ protocol: /^imaps?$/ }).optional(),
    AUTHSERV_ID: z
      .string()
      .regex(/^[\w.-]+$/)
      .optional(),
    MAIL_CONNECTIONS: z.coerce.number().int().min(1).max(50).default(5),
    DKIM_DOMAIN: z
      .string()
      .regex(/^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/i)
      .optional(),
    DKIM_SELECTOR: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i)
      .optional(),
    DKIM_KEY: z.string().optional(),
    MAIL_RATE: z.coerce.number().int().min(1).max(10_000).optional(),
    SESSION_SECRET: z.string().min(32).optional(),
    RECEIPT_KEY: z
      .string()
      .refine((text) => readReceiptKey(text) !== undefined)
      .optional(),
    TZ_DEFAULT: z
      .string()
      .refine((zone) => readZone(zone) !== undefined)
      .transform((zone) => readZone(zone) as string)
      .default(HOME_ZONE),
    WORKER: z.enum(["web", "off"]).default("web"),
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  })
  .transform((settings) => ({
    ...settings,
    ORIGIN: (settings.ORIGIN ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ""),
  }));

/** An Ed25519 key in PKCS#8: as PEM (line ends may be written \n), or its base64 alone. */
export function readReceiptKey(text: string): KeyObject | undefined {
  const base64 = text.replace(/-----[A-Z ]+-----|\\n|\s/g, "");
  try {
    const key = createPrivateKey({
      ...{ key: Buffer.from(base64, "base64"), format: "der", type: "pkcs8" },
    });
    return key.asymmetricKeyType === "ed25519" ? key : undefined;
  } catch {
    return undefined;
  }
}

export type Config = Readonly<
  z.infer<typeof Settings> & { SESSION_SECRET: string; FILES: string; RECEIPT_KEY_FILE: string } & {
    dkim: DkimKey | undefined;
  }
>;

const EXPECTED: Record<string, string> = {
  PORT: "a port number, such as 3000",
  HOST: "an address to listen on, such as 127.0.0.1",
  ORIGIN:
    "the address people reach the site at, without a path, such as https://phatngon.angiang.gov.vn",
  DATABASE_URL: "sqlite:path/to/file or postgres://user:password@host/database",
  FILES: "a folder for the papers that offices send, such as /var/lib/phat-ngon/files",
  SMTP_URL: "smtp://user:password@host:587, smtps://host or lmtp://host:24",
  MAIL_FROM: "an address, such as Văn phòng UBND <baochi@angiang.gov.vn>",
  MAIL_ANSWERS:
    "an address whose mail servers deliver rsvp+anything@host too, such as rsvp@angiang.gov.vn, at most 29 characters before the @, or none",
  LMTP: "where mail for us is brought to, such as 127.0.0.1:2424",
  IMAP_URL: "a mailbox to watch, such as imaps://user:password@host/INBOX",
  AUTHSERV_ID:
    "the name under which our own mail server signs Authentication-Results, such as mx.angiang.gov.vn",
  MAIL_CONNECTIONS: "how many connections to the mail server are kept open, from 1 to 50",
  DKIM_DOMAIN: "a domain, such as angiang.gov.vn",
  DKIM_SELECTOR: "the name that the key's public half has in the DNS, such as phatngon",
  DKIM_KEY: "the file of a private RSA key in PEM, such as /etc/phat-ngon/dkim.pem",
  MAIL_RATE: "how many letters a second may leave, from 1 to 10000",
  SESSION_SECRET: "at least 32 characters (leave it out and one is generated and kept)",
  RECEIPT_KEY:
    "an Ed25519 key in PKCS#8, as openssl genpkey -algorithm ed25519 writes it (leave it out and one is generated and kept)",
  TZ_DEFAULT: "a time zone, such as Asia/Ho_Chi_Minh",
  WORKER: "web (letters leave from the web process) or off (run npm run worker)",
  TRUST_PROXY: "how many proxies stand in front, from 0 to 10",
};

/**
 * The settings that an environment asks for, checked. An empty value counts as absent; a wrong one
 * throws a sentence that names it.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.keys(EXPECTED)
      .map((name) => [name, environment[name]?.trim()] as const)
      .filter(([, value]) => value),
  );
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigError(
      wrong
        .map(
          (name) => `${name} is "${tellable(name, given[name])}", but should be ${EXPECTED[name]}.`,
        )
        .join("\n"),
    );
  }
  const settings = parsed.data;
  if (settings.FILES) mustBeFolder(settings.FILES);
  return {
    ...settings,
    SESSION_SECRET: settings.SESSION_SECRET ?? keptSecret(settings),
    FILES: settings.FILES ?? besideDatabase(settings, "files"),
    RECEIPT_KEY_FILE: besideDatabase(settings, "receipt-key"),
    dkim: dkimKey(settings),
  };
}

/** Nobody reads these in a log… */
const SECRETS = new Set(["RECEIPT_KEY", "SESSION_SECRET"]);

/** …nor the password in an address. */
function tellable(name: string, value = ""): string {
  return SECRETS.has(name) ? "…" : value.replace(/(:\/\/[^:/@]*):.*@/s, "$1:…@");
}

export class ConfigError extends Error {
  override name = "ConfigError";
}

/** With what letters are signed: by all three settings, or not at all. A signature by a stranger's domain helps nobody. */
function dkimKey(settings: z.infer<typeof Settings>): DkimKey | undefined {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY: file, MAIL_FROM } = settings;
  if (!domain && !selector && !file) return undefined;
  if (!domain || !selector || !file)
    throw new ConfigError(
      "DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY must be given together, or none.",
    );
  const sender = hostOf(readMailbox(MAIL_FROM)?.address ?? "");
  if (!`.${sender}`.endsWith(`.${domain.toLowerCase()}`))
    throw new ConfigError(
      `DKIM_DOMAIN is "${domain}", but MAIL_FROM is of ${sender}, which is not within it.`,
    );
  return { domain: domain.toLowerCase(), selector, key: privateKeyIn(file) };
}

const WEAKEST_KEY = 1024; // RFC 8301

function privateKeyIn(file: string): KeyObject {
  const wrong = (why: string) =>
    new ConfigError(`DKIM_KEY is "${file}", but should be ${EXPECTED.DKIM_KEY}: ${why}.`);
  if (!existsSync(file)) throw wrong("there is no such file");
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch {
    throw wrong("no private key without a password can be read there");
  }
  if (key.asymmetricKeyType !== "rsa") throw wrong(`it holds a key of ${key.asymmetricKeyType}`);
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < WEAKEST_KEY) throw wrong("it is too short");
  return key;
}

/** Where something of ours lies: beside an SQLite file, under its name, or else in db/local. */
function besideDatabase({ DATABASE_URL }: { DATABASE_URL: string }, what: string): string {
  return DATABASE_URL.startsWith("sqlite:") && !DATABASE_URL.includes(":memory:")
    ? `${DATABASE_URL.replace(/^sqlite:(\/\/)?/, "")}.${what}`
    : join("db", "local", what);
}

/** Whether papers could be laid there is known when one comes, which is too late. */
function mustBeFolder(path: string) {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new ConfigError(
      `FILES is "${path}", but should be ${EXPECTED.FILES}: ${(error as Error).message}.`,
    );
  }
}

/** A secret made on the first run and kept beside the database, readable by its owner only. */
function keptSecret(settings: { DATABASE_URL: string }): string {
  const file = besideDatabase(settings, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!existsSync(file))
      throw new ConfigError(
        `DATABASE_URL is "${tellable("DATABASE_URL", settings.DATABASE_URL)}", but nothing can be written beside it: ${(error as Error).message}.`,
      );
  }
  return readFileSync(file, "utf8").trim();
}

if (existsSync(".env")) process.loadEnvFile(".env");

/** The environment, read and checked once. Nothing else reads `process.env`. */
export const config = readConfig(process.env);

/** A path of ours as an address that works from a letter. */
export function absolute(path: string): string {
  return new URL(path, config.ORIGIN).href;
}
