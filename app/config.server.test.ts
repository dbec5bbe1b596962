import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig, readReceiptKey } from "./config.server.ts";

const folder = mkdtempSync(join(tmpdir(), "phat-ngon-test-"));
const DATABASE_URL = `sqlite:${join(folder, "house.sqlite")}`;

describe("the configuration", () => {
  it("has a working default for everything, an empty value counting as none", () => {
    expect(readConfig({ DATABASE_URL, SMTP_URL: "", PORT: " " })).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      ORIGIN: "http://localhost:3000",
      TZ_DEFAULT: "Asia/Ho_Chi_Minh",
      WORKER: "web",
    });
  });

  it("makes a secret of its own, keeps it beside the database, and finds it again", () => {
    const first = readConfig({ DATABASE_URL }).SESSION_SECRET;
    const file = join(folder, "house.sqlite.secret");

    expect(first).toMatch(/^[\w-]{43}$/);
    expect(readConfig({ DATABASE_URL }).SESSION_SECRET).toBe(first);
    expect(existsSync(file)).toBe(true);
    expect(statSync(file).mode & 0o077).toBe(0);
    const elsewhere = `sqlite:${join(folder, "other.sqlite")}`;
    expect(readConfig({ DATABASE_URL: elsewhere }).SESSION_SECRET).not.toBe(first);
  });

  it.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["ORIGIN", "phatngon.vn"],
    ["ORIGIN", "https://angiang.gov.vn/phat-ngon"],
    ["ORIGIN", "https://lan@angiang.gov.vn"],
    ["FILES", "/dev/null/papers"],
    ["DATABASE_URL", "mysql://x"],
    ["SMTP_URL", "http://mail"],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a <b@c>\r\nBcc: d@e.vn"],
    ["MAIL_ANSWERS", "rsvp"],
    ["MAIL_ANSWERS", `${"a".repeat(30)}@angiang.gov.vn`],
    ["LMTP", "localhost"],
    ["LMTP", "a b:24"],
    ["IMAP_URL", "https://mail.test/INBOX"],
    ["AUTHSERV_ID", "mx; dmarc=pass"],
    ["MAIL_RATE", "0"],
    ["MAIL_CONNECTIONS", "0"],
    ["SESSION_SECRET", "short"],
    ["RECEIPT_KEY", "no key"],
    ["TZ_DEFAULT", "Mars/Base"],
    ["WORKER", "maybe"],
  ])("names what is wrong when %s is %j", (name, value) => {
    expect(() => readConfig({ DATABASE_URL, [name]: value })).toThrow(
      new RegExp(`^${name} is ".*", but should be `, "s"),
    );
  });

  it("tells no secret and no password in a refusal", () => {
    expect(() => readConfig({ DATABASE_URL, SESSION_SECRET: "hush-hush" })).toThrow(/^(?!.*hush)/s);
    expect(() => readConfig({ DATABASE_URL: "mysql://lan:hush@db.test/office" })).toThrow(
      'DATABASE_URL is "mysql://lan:…@db.test/office", but should be',
    );
  });

  it("says where it could not write its secret", () => {
    writeFileSync(join(folder, "a-file"), "");

    expect(() => readConfig({ DATABASE_URL: `sqlite:${join(folder, "a-file", "x")}` })).toThrow(
      /^DATABASE_URL is ".*", but nothing can be written beside it: /,
    );
  });

  it("takes a key for receipts as PEM, on one line, or as base64, and tells none in a refusal", () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const der = privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
    const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey;

    for (const written of [pem, pem.replaceAll("\n", "\\n"), der])
      expect(readReceiptKey(written)?.equals(privateKey)).toBe(true);
    const wrong = rsa.export({ type: "pkcs8", format: "der" }).toString("base64");
    expect(() => readConfig({ DATABASE_URL, RECEIPT_KEY: wrong })).toThrow(/^RECEIPT_KEY is "…"/);
  });

  describe("of DKIM", () => {
    const keep = (name: string, text: string | Buffer) => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    };
    const pem = { type: "pkcs8", format: "pem" } as const;
    const good = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export(pem);
    const signing = {
      ...{ DATABASE_URL, MAIL_FROM: "VP <baochi@mail.angiang.gov.vn>" },
      ...{ DKIM_DOMAIN: "AnGiang.gov.vn", DKIM_SELECTOR: "s1", DKIM_KEY: keep("good.pem", good) },
    };

    it("is a key for the sender's domain, or none", () => {
      const { dkim } = readConfig(signing);

      expect(dkim).toMatchObject({ domain: "angiang.gov.vn", selector: "s1" });
      expect(dkim?.key.asymmetricKeyType).toBe("rsa");
      expect(readConfig({ DATABASE_URL }).dkim).toBeUndefined();
    });

    const curve = generateKeyPairSync("ed25519").privateKey.export(pem);
    const short = generateKeyPairSync("rsa", { modulusLength: 512 }).privateKey.export(pem);
    it.each([
      [{ DKIM_KEY: "" }, /must be given together/],
      [{ DKIM_SELECTOR: "" }, /must be given together/],
      [{ DKIM_DOMAIN: "" }, /must be given together/],
      [{ DKIM_DOMAIN: "angiang" }, /^DKIM_DOMAIN is "angiang", but should be a domain/],
      [{ DKIM_SELECTOR: "s 1" }, /^DKIM_SELECTOR is "s 1", but should be the name/],
      [{ DKIM_DOMAIN: "giang.gov.vn" }, /MAIL_FROM is of mail.angiang.gov.vn, which is not within/],
      [{ DKIM_KEY: "/nowhere.pem" }, /^DKIM_KEY is .* there is no such file/],
      [{ DKIM_KEY: folder }, /no private key without a password can be read there/],
      [{ DKIM_KEY: keep("text.pem", "key") }, /no private key without a password/],
      [{ DKIM_KEY: keep("curve.pem", curve) }, /it holds a key of ed25519/],
      [{ DKIM_KEY: keep("short.pem", short) }, /it is too short/],
    ])("stops the start with a sentence, given %o", (wrong, sentence) => {
      expect(() => readConfig({ ...signing, ...wrong })).toThrow(sentence);
    });
  });

  it("goes by the zone's name of today", () => {
    expect(readConfig({ DATABASE_URL, TZ_DEFAULT: "Asia/Saigon" }).TZ_DEFAULT).toBe(
      "Asia/Ho_Chi_Minh",
    );
  });
});
