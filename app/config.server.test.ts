import { existsSync, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "./config.server.ts";

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
    ["LMTP", "localhost"],
    ["LMTP", "a b:24"],
    ["IMAP_URL", "https://mail.test/INBOX"],
    ["AUTHSERV_ID", "mx; dmarc=pass"],
    ["MAIL_RATE", "0"],
    ["MAIL_CONNECTIONS", "0"],
    ["SESSION_SECRET", "short"],
    ["TZ_DEFAULT", "Mars/Base"],
    ["WORKER", "maybe"],
  ])("names what is wrong when %s is %j", (name, value) => {
    expect(() => readConfig({ DATABASE_URL, [name]: value })).toThrow(
      new RegExp(`^${name} is ".*", but should be `, "s"),
    );
  });

  it("goes by the zone's name of today", () => {
    expect(readConfig({ DATABASE_URL, TZ_DEFAULT: "Asia/Saigon" }).TZ_DEFAULT).toBe(
      "Asia/Ho_Chi_Minh",
    );
  });
});
