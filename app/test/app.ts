import { copyFileSync } from "node:fs";
// The whole app, built in memory from source by the Remix Vite plugin: no server, no build step.
// @ts-expect-error a virtual module
import * as virtualBuild from "virtual:remix/server-build";
import type { ServerBuild } from "@remix-run/node";
import { sql } from "kysely";
import { beforeEach, expect, vi } from "vitest";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { beginSession } from "#app/domain/accounts/sessions.server.ts";
import { frontDoor } from "#app/http/front-door.server.ts";
import { handlerOf } from "#app/http/handler.server.ts";
import { sessionCookie } from "#app/http/session.server.ts";
import type { Tables } from "#db/tables.ts";
import { prepared } from "./prepared.ts";

export const build = virtualBuild as ServerBuild;
export { db };

// Nobody has opened the house yet: it begins as a copy of the empty one.
copyFileSync(prepared.emptyHouse(), config.DATABASE_URL.replace("sqlite:", ""));

/** Lowest first: what points at a table is emptied before it. */
const TABLES: (keyof Tables)[] = [
  "setting",
  "area",
  "areaAlias",
  "succession",
  "agency",
  "agencyName",
  "agencySuccession",
  "channel",
  "document",
  "regulation",
  "policy",
  "holiday",
  "account",
  "session",
  "person",
  "training",
  "spokespersonImport",
  "assignment",
  "delegation",
  "delegationDraft",
  "confirmation",
  "contactReport",
  "outlet",
  "suppression",
  "journalist",
  "journalistBeat",
  "journalistArea",
  "portalLink",
  "portalSession",
  "consentRecord",
  "foreignPress",
  "dataRequest",
  "pressList",
  "pressListMember",
  "scenario",
  "incident",
  "journalistCalendar",
  "annualReport",
  "annualReportText",
  "annualReportSending",
  "retentionRun",
  "meetingSeries",
  "meeting",
  "appearance",
  "guestTally",
  "agendaItem",
  "meetingSpeaker",
  "meetingFile",
  "meetingFileVersion",
  "meetingMinutes",
  "meetingLink",
  "meetingNotice",
  "statement",
  "statementCopy",
  "statementFile",
  "statementSignOff",
  "receiptKey",
  "statementReceipt",
  "accreditation",
  "meetingPaper",
  "agencyForm",
  "enclosure",
  "invitation",
  "reminderStop",
  "attendance",
  "questionOrder",
  "question",
  "promise",
  "query",
  "queryCounter",
  "queryRequest",
  "queryPromise",
  "queryTask",
  "queryDraft",
  "queryStep",
  "queryAnswer",
  "lineToTake",
  "figure",
  "correctionCaseCounter",
  "correctionCase",
  "correctionRound",
  "correctionEvidence",
  "mail",
  "inboundMail",
  "receivedMail",
  "audit",
];

/** The house is empty when a test walks in, and nothing is said on the console unless the test expects it. */
beforeEach(async () => {
  await emptyTheHouse();
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
  quiet.mockClear();
  return () => {
    expect(quiet.mock.calls, "nothing went to the error log").toEqual([]);
    quiet.mockRestore();
  };
});

/** Most of ninety tables are empty anyway: one question tells which are not. */
async function emptyTheHouse() {
  const filled = TABLES.map(
    (table) =>
      sql`select ${sql.lit(table)} as name where exists (select 1 from ${sql.table(table)})`,
  );
  const { rows } = await sql<{ name: keyof Tables }>`${sql.join(filled, sql` union all `)}`.execute(
    db,
  );
  const names = new Set(rows.map(({ name }) => name));
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("reminderRule").where("scope", "<>", "national").execute();
    for (const table of TABLES.toReversed())
      if (names.has(table)) await trx.deleteFrom(table).execute();
  });
}

const handle = handlerOf(build, "test");
const door = frontDoor(handle, () => {});

interface Visit {
  as?: { id: string };
  form?: Record<string, string | string[]> | FormData;
  json?: object;
  headers?: Record<string, string>;
  method?: string;
}

/** Knocks on the app's real door: same-origin check, routing, guards, loaders, actions and rendering all take part. */
export async function visit(path: string, { as, form, json, headers, method }: Visit = {}) {
  const cookie: Record<string, string> = as ? { Cookie: await signedIn(as) } : {};
  const body = json
    ? JSON.stringify(json)
    : form && (form instanceof FormData ? form : encoded(form));
  const type: Record<string, string> = json ? { "Content-Type": "application/json" } : {};
  const init = {
    headers: { ...cookie, ...type, ...headers },
    method: method ?? (body ? "POST" : "GET"),
  };
  return door(new Request(`https://press.test${path}`, { ...init, body }), "127.0.0.1");
}

/** The text of a page as a reader meets it: without tags, blanks run together. */
export async function textOf(response: Response): Promise<string> {
  const html = await response.text();
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
}

function encoded(form: Record<string, string | string[]>) {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  );
  return new URLSearchParams(pairs);
}

async function signedIn(account: { id: string }): Promise<string> {
  const token = await beginSession(db, account, {
    at: new Date().toISOString(),
    userAgent: "test",
  });
  return (await sessionCookie(token)).split(";")[0] ?? "";
}
