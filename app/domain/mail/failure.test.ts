import { expect, test } from "vitest";
import { later } from "#app/clock.ts";
import {
  backoffMinutes,
  type Fault,
  faultOf,
  nextAttempt,
  type SendError,
  type Verdict,
  verdictOf,
} from "./failure.ts";

test.each<[string, Omit<SendError, "message">, Verdict]>([
  ["no such user", { responseCode: 550, command: "RCPT TO", code: "EENVELOPE" }, "refused"],
  ["spam, says the server", { responseCode: 554, command: "DATA", code: "EMESSAGE" }, "refused"],
  ["too large", { responseCode: 552, command: "MAIL FROM", code: "EENVELOPE" }, "refused"],
  ["too large to begin with", { command: "MAIL FROM", code: "EMESSAGE" }, "refused"],
  ["an address nodemailer won't say", { command: "API", code: "EENVELOPE" }, "refused"],
  ["a full mailbox", { responseCode: 452, command: "RCPT TO", code: "EENVELOPE" }, "later"],
  ["greylisting", { responseCode: 451, command: "DATA", code: "EMESSAGE" }, "later"],
  ["too many in one session", { responseCode: 452, command: "MAIL FROM" }, "later"],
  ["the server is going down", { responseCode: 421, command: "CONN" }, "later"],
  ["a wrong password", { responseCode: 535, command: "AUTH PLAIN", code: "EAUTH" }, "closed"],
  ["no password where one is needed", { command: "API", code: "EAUTH" }, "closed"],
  ["a sender that is not ours", { responseCode: 553, command: "MAIL FROM" }, "closed"],
  ["an unwelcome host", { responseCode: 554, command: "CONN", code: "EPROTOCOL" }, "closed"],
  ["a name it does not like", { responseCode: 550, command: "EHLO" }, "closed"],
  ["nobody there", { command: "CONN", code: "ESOCKET" }, "unanswered"],
  ["the line went dead", { command: "CONN", code: "ECONNECTION" }, "unanswered"],
  ["silence", { command: "CONN", code: "ETIMEDOUT" }, "unanswered"],
  ["no such host", { command: "CONN", code: "EDNS" }, "unanswered"],
])("%s: %o is %s", (_, error, verdict) => {
  expect(verdictOf({ message: "", ...error })).toBe(verdict);
});

test.each<[string, string, Fault | undefined]>([
  ["no such user", "550 5.1.1 <ha@bao.test>: User unknown in virtual mailbox table", "address"],
  ["no such host", "550 5.1.2 Bad destination system", "address"],
  ["moved away", "551 5.1.6 Mailbox has moved", "address"],
  ["gone, at Exchange Online", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", "address"],
  ["unknown to Exchange Online's edge", "550 5.4.1 Recipient address rejected", "address"],
  ["disabled", "550 5.2.1 The email account is disabled", "address"],
  ["without an enhanced status", "550 No such user here", "address"],
  ["with one that says nothing", "550 5.0.0 Unknown recipient", "address"],
  ["full for good", "552 5.2.2 Mailbox full", undefined],
  ["too large for this mailbox", "552 5.2.3 Message too large", undefined],
  ["spam", "554 5.7.1 Message rejected as spam by Content Filtering", "policy"],
  ["no SPF and no DKIM", "550-5.7.26 This mail is unauthenticated", "policy"],
  ["our sender is unknown to them", "550 5.1.8 Sender address rejected", "policy"],
  [
    "our sender is sought and not found",
    "550 5.1.0 <baochi+b-1@press.test>: Sender address rejected: undeliverable address: 550 5.1.1 User unknown",
    "policy",
  ],
  ["the same, at Exim", "550 Sender verify failed", "policy"],
  ["our sender is malformed to them", "553 5.1.7 Invalid sender", "policy"],
  ["an address of the network is no status", "550 Blocked: 5.1.1.9 is listed", "address"],
])("to RCPT TO, %s: %s is about %s", (_, words, fault) => {
  expect(faultOf({ words, atRecipient: true })).toBe(fault);
});

test("what is said of the content, or in a report, tells of the address by its status, or in plain words", () => {
  for (const words of [
    "550 User unknown",
    "550 5.0.0 No such mailbox",
    "550 5.4.1 Recipient address rejected: Access denied",
  ])
    expect(faultOf({ words })).toBe("address");
  expect(faultOf({ words: "554 5.7.1 Recipient address rejected: Access denied" })).toBe("policy");
  expect(faultOf({ words: "552 5.2.2 User over quota" })).toBeUndefined();
  expect(faultOf({ words: "554 Transaction failed" })).toBeUndefined();
  expect(faultOf({ words: "550 5.4.1 No answer from host" })).toBeUndefined();
  expect(faultOf({ words: "smtp; User unknown", status: "5.1.1" })).toBe("address");
  expect(faultOf({ words: "smtp; 550 5.1.1", status: "5.7.1" })).toBe("policy");
});

test("waits 1, 5, 15, 60 minutes, then an hour at a time, for two days from the first no", () => {
  const first = "2026-09-01T01:00:00.000Z";
  const waits: number[] = [];
  let now = first;
  for (let attempts = 1; ; attempts++) {
    const next = nextAttempt({ attempts, putBackAt: first }, now, 0.5);
    if (!next) break;
    waits.push((Date.parse(next) - Date.parse(now)) / 60_000);
    now = next;
  }

  expect(waits.slice(0, 6)).toEqual([1, 5, 15, 60, 60, 60]);
  expect(now > later(first, { hours: 47 })).toBe(true);
  expect(now <= later(first, { hours: 48 })).toBe(true);
});

test("spreads a crowd by half of the wait to either side", () => {
  expect([backoffMinutes(4, 0), backoffMinutes(4, 1)]).toEqual([30, 90]);
});
