import { expect, test } from "vitest";
import { backoffMinutes, type SendError, type Verdict, verdictOf } from "./failure.ts";

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

test("waits 1, 5, 15, 60 minutes, then an hour at a time, for about two days", () => {
  const waits = Array.from({ length: 50 }, (_, n) => backoffMinutes(n + 1, 0.5));

  expect(waits.slice(0, 6)).toEqual([1, 5, 15, 60, 60, 60]);
  expect(waits.at(-1)).toBeUndefined();
  const hours = waits.reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0) / 60;
  expect(hours).toBeCloseTo(46, 0);
});

test("spreads a crowd by half of the wait to either side", () => {
  expect([backoffMinutes(4, 0), backoffMinutes(4, 1)]).toEqual([30, 90]);
});
