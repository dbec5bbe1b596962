import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingsAt, openBrowser, openWindow, type Served, serve, signIn } from "./browser.ts";

/** Every page looked at by axe, light and dark, in both languages, and measured on a phone. */
let house: Served;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([serve(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const PUBLIC = [
  "/",
  "/?q=my+binh+long+xuyen",
  "/?q=xyzqwv",
  "/areas/30307",
  "/areas/30313",
  "/areas/91",
  "/areas/20333",
  "/provinces",
  "/provinces/91/spokespersons",
  "/provinces/91/spokespersons?q=xyzqwv&on=31/02/2026",
  "/provinces/91/changes",
  "/provinces/91/openness",
  "/agencies/pc-30307/changes",
  "/agencies/pc-30307/wrong-contact",
  "/agencies/pc-30307/wrong-contact?received=1",
  "/confirmations/nobodys-token",
  "/former-areas/30280",
  "/former-areas/thanh-pho-long-xuyen-an-giang",
  "/meetings",
  "/meetings?when=past",
  "/meetings/demo-meeting-3",
  "/statements/demo-statement",
  "/agencies/pc-30307/ask",
  "/agencies/pc-30307/ask?sent=1",
  "/agencies/pc-30307/queries",
  "/agencies/pc-30313/queries",
  "/queries/demo-query-2",
  "/asked/nobodys-token",
  "/question-checks/nobodys-token",
  "/agencies/pc-30307/statements",
  "/corrections",
  "/corrections?agency=pc-30307",
  "/corrections?province=01",
  "/agencies/pc-30313/statements",
  "/meetings/demo-meeting-0",
  "/invitations/nobodys-token",
  "/unsubscribe/nobodys-token",
  "/about",
  "/api",
  "/embed",
  "/embed?q=long+xuyen",
  "/embed?q=so+y+te+an+giang",
  "/embed?agency=demo-so-yt",
  "/embed?area=30307&theme=dark&as=iframe",
  "/embed/areas/30307",
  "/embed/areas/99999",
  "/sign-in",
  "/nowhere",
];

const DESK = [
  "/desk/suppressed-addresses",
  "/desk/meetings/demo-meeting-3/seats",
  "/desk/meetings/demo-meeting-3/guest-list",
  "/desk",
  "/desk/queries",
  "/desk/queries/new",
  "/desk/queries/demo-query-1",
  "/desk/lines",
  "/desk/lines/new",
  "/desk/account",
  "/desk/audit",
  "/desk/spokespersons",
  "/desk/spokespersons/import",
  "/desk/spokespersons/imports",
  "/desk/agencies/pc-30307",
  "/desk/agencies/pc-30307/assignments/new",
  "/desk/agencies/pc-30307/delegations/new",
  "/desk/agencies/new",
  "/desk/agencies/pc-30307/profile",
  "/desk/agencies/pc-30307/channels",
  "/desk/agencies/pc-30307/regulation",
  "/desk/agencies/pc-30307/training",
  "/desk/agencies/demo-so-yt",
  "/desk/agencies/demo-so-yt/name",
  "/desk/agencies/demo-so-yt/closing",
  "/desk/compliance",
  "/desk/compliance?only=lacking&sort=regulation",
  "/desk/confirmations",
  "/desk/contact-reports",
  "/desk/contact-reports/demo-report",
  "/desk/assignments/demo-waiting/publication",
  "/desk/assignments/demo-30307-2/correction",
  "/desk/assignments/demo-30307-2/annulment",
  "/desk/assignments/demo-30307-2/unavailability",
  "/desk/assignments/demo-30307-2/confirmation",
  "/desk/delegation-drafts/demo-draft",
  "/desk/delegation-drafts/demo-draft/activation",
  "/desk/delegations/demo-delegation/annulment",
  "/desk/assignments/demo-30307-2/end",
  "/desk/delegations/demo-delegation/end",
  "/desk/policies",
  "/desk/policies?key=reply.forwarded_opinion&from=23/11/2026",
  "/desk/policies/spokesperson.publish_after_decision/new",
  "/desk/journalists",
  "/desk/journalists/new",
  "/desk/journalists/import",
  "/desk/journalists/demo-journalist-1",
  "/desk/press-lists",
  "/desk/press-lists/demo-list-0",
  "/desk/outlets",
  "/desk/meetings",
  "/desk/meetings?when=past",
  "/desk/meetings/calendar?view=month&of=province",
  "/desk/meetings/calendar?view=week",
  "/desk/meetings/calendar?view=agenda&of=province",
  "/desk/meetings/demo-meeting-3/move",
  "/desk/meetings/new",
  "/desk/meetings/urgent",
  "/desk/meetings/demo-meeting-0",
  "/desk/meetings/demo-meeting-2",
  "/desk/meetings/demo-meeting-3",
  "/desk/meetings/demo-meeting-4",
  "/desk/meetings/demo-meeting-3/paper",
  "/desk/agencies/pc-30307/forms",
  "/desk/meetings/demo-meeting-3/questions",
  "/desk/meetings/series/new",
  "/desk/series",
  "/desk/series/demo-series",
  "/desk/series/demo-series/cancellation",
  "/desk/duties",
  "/desk/meetings/demo-meeting-3/edit",
  "/desk/meetings/demo-meeting-4/announcement",
  "/desk/meetings/demo-meeting-3/cancellation",
  "/desk/meetings/demo-meeting-3/invitations",
  "/desk/reminders",
  "/desk/meetings/demo-meeting-3/reminders",
  "/desk/meetings/demo-meeting-3/reminders?rule=decision",
  "/desk/agencies/pc-30307/reminders",
  "/desk/agencies/pc-30307/reminders/press_conference",
  "/desk/promises",
  "/desk/promises?shelf=kept",
  "/desk/incidents",
  "/desk/incidents?shelf=closed",
  "/desk/incidents/new",
  "/desk/incidents/demo-incident",
  "/desk/incidents/demo-incident-running",
  "/desk/incidents/demo-incident-running/edit",
  "/desk/incidents/demo-incident-running/closing",
  "/desk/incidents/demo-incident-running/statements/new",
  "/desk/meetings/urgent?agency=pc-30307&incident=demo-incident",
  "/desk/statements/demo-statement",
  "/desk/statements/demo-statement/edit",
  "/desk/statements/demo-statement/approval",
  "/desk/statements/demo-statement/publication",
  "/desk/statements/demo-statement/access",
  "/desk/correction-cases",
  "/desk/correction-cases?shelf=overdue",
  "/desk/correction-cases?shelf=closed&q=xyzqwv",
  "/desk/correction-cases/new",
  "/desk/correction-cases/demo-case-found",
  "/desk/correction-cases/demo-case-found/edit",
  "/desk/correction-cases/demo-case-found/evidence",
  "/desk/correction-cases/demo-case-found/feedback",
  "/desk/correction-cases/demo-case-found/sending",
  "/desk/correction-cases/demo-case-waiting",
  "/desk/correction-cases/demo-case-waiting/answer",
  "/desk/correction-cases/demo-case-refused",
  "/desk/correction-cases/demo-case-refused/feedback",
  "/desk/correction-cases/demo-case-refused/closing",
  "/desk/correction-cases/demo-case-corrected",
  "/desk/correction-cases/demo-case-corrected/publication",
  "/desk/scenarios",
  "/desk/scenarios/new",
  "/desk/scenarios/demo-scenario-0",
  "/desk/meetings/demo-meeting-3/programme",
  "/desk/meetings/demo-meeting-3/spokespersons",
  "/desk/agenda-items/demo-meeting-3-item-1",
  "/desk/meetings/demo-meeting-3/files",
  "/desk/meetings/demo-meeting-4/files?kind=transcript",
  "/desk/meeting-files/demo-file-0",
  "/desk/meeting-files/demo-file-0/version",
  "/desk/meeting-files/demo-file-0/withdrawal",
  "/desk/meetings/demo-meeting-0/minutes",
  "/desk/meetings/demo-meeting-1/minutes",
  "/desk/meetings/demo-meeting-0/videos",
  "/desk/meetings/demo-meeting-0/articles",
  "/desk/reports",
  "/desk/reports?period=2026",
  "/desk/reports/annual/2026",
  "/desk/reports/annual/2026/indicators/1",
  "/desk/reports/annual/2026/indicators/5",
  "/desk/reports/annual/2026/text",
  "/desk/reports/annual/2026/start",
  "/desk/reports/annual/2026/sending",
  "/desk/reports/appearances",
  "/desk/retention",
  "/desk/outbox",
  "/desk/mailbox",
  "/desk/inbound",
];

const ADMINISTRATION = [
  "/desk/compliance",
  "/desk/compliance?sort=trained",
  "/desk/compliance?province=2025-91",
  "/desk/policies",
  "/desk/policies/refusal.codes/new",
  "/desk/policies/spokesperson.publish_after_decision/new?province=2025-91",
  "/desk/policies/law-spokesperson.publish_after_decision-2026-07-01/end",
  "/desk/policies/law-spokesperson.publish_after_decision-2026-07-01/verification",
  "/desk/holidays",
  "/desk/holidays/2026-02-17/removal",
];

const faces = [
  { colorScheme: "light", language: "" },
  { colorScheme: "dark", language: "/en" },
] as const;

describe.each(faces)("in the $colorScheme, under «$language»", ({ colorScheme, language }) => {
  it.each([
    { room: "the public site", pages: PUBLIC, who: undefined },
    { room: "the desk", pages: DESK, who: 0 },
    { room: "the administrator's desk", pages: ADMINISTRATION, who: 2 },
  ])("axe finds nothing in $room, and no page is wider than a phone", async ({ pages, who }) => {
    const rows = [0, 1].map((row) => pages.filter((_, place) => place % 2 === row));
    const found = await Promise.all(
      rows.map((row) => findingsOf(row, { who, colorScheme, language })),
    );
    expect(found.flat()).toEqual([]);
  });
});

interface Face {
  who: number | undefined;
  colorScheme: "light" | "dark";
  language: string;
}

/** What axe, a ruler and the console have to say of some pages, seen one after another in a window of their own. */
async function findingsOf(pages: string[], { who, colorScheme, language }: Face) {
  const viewport = { width: 360, height: 740 };
  const { page, complaints, close } = await openWindow(browser, { colorScheme, viewport });
  if (who !== undefined) await signIn(page, house, who);
  const addresses = pages.map((path) => `${language}${path}`.replace(/^\/en\/(?=$|\?)/, "/en"));
  const findings = await findingsAt(page, complaints, { origin: house.origin, addresses });
  await close();
  return findings;
}
