import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, statSync } from "node:fs";
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
    ["DATABASE_URL", "mysql://x"],
    ["SMTP_URL", "http://mail"],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a <b@c>\r\nBcc: d@e.vn"],
    ["MAIL_ANSWERS", "rsvp"],
    ["MAIL_ANSWERS", `${"a".repeat(30)}@angiang.gov.vn`],
    ["MAIL_RATE", "0"],
    ["SESSION_SECRET", "short"],
    ["RECEIPT_KEY", "no key"],
    ["TZ_DEFAULT", "Mars/Base"],
    ["WORKER", "maybe"],
  ])("names what is wrong when %s is %j", (name, value) => {
    expect(() => readConfig({ DATABASE_URL, [name]: value })).toThrow(
      new RegExp(`^${name} is ".*", but should be `, "s"),
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

  it("goes by the zone's name of today", () => {
    expect(readConfig({ DATABASE_URL, TZ_DEFAULT: "Asia/Saigon" }).TZ_DEFAULT).toBe(
      "Asia/Ho_Chi_Minh",
    );
  });
});
