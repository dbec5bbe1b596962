import { randomBytes } from "node:crypto";
import { hostOf, isMailAddress } from "./address.ts";

/** What comes back by mail, each kind under a mark of its own. */
const MARKS = { answer: "", bounce: "b-", unsubscription: "u-" } as const;
export type ReturnKind = keyof typeof MARKS;

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const TOKEN = new RegExp(`^[${LETTERS}]{32}$`);

/** A key that nobody guesses (160 bits) and that no mail server spoils: small letters and digits only. */
export function newToken(): string {
  return [...randomBytes(32)].map((byte) => LETTERS[byte % 32]).join("");
}

/** Whether a token was made by `newToken`: older ones have capitals, which do not survive every mail server. */
export function isMailSafe(token: string): boolean {
  return TOKEN.test(token);
}

const LONGEST_LOCAL_PART = 64;

/** Whether an address has room for a token before its @. */
export function takesTokens(base: string): boolean {
  return base.lastIndexOf("@") + "+b-".length + 32 <= LONGEST_LOCAL_PART;
}

/** The address under which one thing comes back (RFC 5233): `rsvp@host` and a token make `rsvp+token@host`. */
export function subaddress(base: string, kind: ReturnKind, token: string): string {
  const address = `${base.slice(0, base.lastIndexOf("@"))}+${MARKS[kind]}${token}@${hostOf(base)}`;
  if (!isMailAddress(address)) throw new Error(`Not an e-mail address: ${JSON.stringify(address)}`);
  return address;
}

/** What an address that `subaddress` made is about; undefined for every other. Case means nothing. */
export function readSubaddress(
  base: string,
  address: string,
): { kind: ReturnKind; token: string } | undefined {
  const start = `${base.slice(0, base.lastIndexOf("@"))}+`.toLowerCase();
  const end = `@${hostOf(base)}`;
  const given = address.trim().toLowerCase();
  if (!given.startsWith(start) || !given.endsWith(end)) return undefined;
  const tag = given.slice(start.length, -end.length);
  const kind = tag.startsWith("b-") ? "bounce" : tag.startsWith("u-") ? "unsubscription" : "answer";
  const token = tag.slice(MARKS[kind].length);
  return isMailSafe(token) ? { kind, token } : undefined;
}
