import { expect, test } from "vitest";
import { isMailSafe, newToken, readSubaddress, subaddress } from "./subaddress.ts";

const BASE = "Bao.Chi@angiang.gov.vn";

test.each(["answer", "bounce", "unsubscription"] as const)(
  "an address for %s reads back",
  (kind) => {
    const token = newToken();
    const address = subaddress(BASE, kind, token);
    expect(readSubaddress(BASE, address)).toEqual({ kind, token });
    expect(readSubaddress(BASE, address.toUpperCase())).toEqual({ kind, token });
  },
);

test("tokens are safe in an address, long, and never the same", () => {
  const tokens = Array.from({ length: 200 }, newToken);
  expect(tokens.every(isMailSafe)).toBe(true);
  expect(new Set(tokens).size).toBe(200);
  expect(isMailSafe("Kx9_-abcdefghijklmnopqrstuvwxyz0")).toBe(false);
});

test.each([
  BASE,
  "bao.chi+@angiang.gov.vn",
  `other+${"a".repeat(32)}@angiang.gov.vn`,
  `bao.chi+${"a".repeat(32)}@kiengiang.gov.vn`,
  `bao.chi+b-x@angiang.gov.vn`,
  `bao.chi+${"a".repeat(31)}l@angiang.gov.vn`,
])("%s is about nothing of ours", (address) => {
  expect(readSubaddress(BASE, address)).toBeUndefined();
});

test("an address too long for any mail server is refused", () => {
  expect(() => subaddress(`${"a".repeat(60)}@x.vn`, "answer", newToken())).toThrow("Not an e-mail");
});
