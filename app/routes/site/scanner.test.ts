import { expect, it, vi } from "vitest";
import { config } from "#app/config.server.ts";
import { COUNTRY } from "#app/domain/accounts/officer.ts";
import {
  cancelMeeting,
  changeMeeting,
  postponeMeeting,
} from "#app/domain/invitations/changes.server.ts";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { reply } from "#app/domain/invitations/replies.server.ts";
import { post } from "#app/domain/mail/outbox.server.ts";
import { promiseLetter } from "#app/domain/questions/promise-letter.server.ts";
import { askForConfirmations } from "#app/domain/spokespersons/confirmations.server.ts";
import { statementLetter } from "#app/domain/statements/letters.server.ts";
import { db, visit } from "#app/test/app.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { signed, wanted } from "#app/test/press-room.ts";
import { assigned, byLan } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Tables } from "#db/tables.ts";

const LANGUAGES = ["vi", "en"] as const;
const TIMES = 50;

/** Every row of every table, as it stands. */
async function dump() {
  const tables = await db.introspection.getTables();
  const names = tables.map(({ name }) => camel(name) as keyof Tables);
  const rows = await Promise.all(
    names.map(async (name) => [name, await db.selectFrom(name).selectAll().execute()] as const),
  );
  return Object.fromEntries(
    rows.map(([name, all]) => [name, all.map((row) => JSON.stringify(row)).sort()]),
  );
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A letter of every kind the office sends, in both languages, by the deeds that send them. */
async function everyLetter() {
  const agency = await committee(db);
  await assigned(db, agency);
  await askForConfirmations(db, COUNTRY, { by: byLan.by, at: "2026-10-05T02:00:00.000Z" });
  const people = await Promise.all(
    LANGUAGES.map((language) => reporter(db, { language, name: `Hà ${language}` })),
  );
  const ids = people.map(({ id }) => id);
  const meetingOf = async (details = {}) => {
    const meeting = await briefing(db, agency, { ...wanted(), ...details });
    await invite(db, meeting, ids, signed());
    return meeting;
  };
  const details = wanted({ venueCapacity: 1 });
  const full = await meetingOf(details);
  const invitations = await db
    .selectFrom("invitation")
    .selectAll()
    .where("meetingId", "=", full.id)
    .execute();
  for (const { token } of invitations) await reply(db, token, { reply: "coming" }, MORNING);
  await reply(db, invitations[0]?.token ?? "", { reply: "declined" }, MORNING);
  await reply(db, invitations[0]?.token ?? "", { reply: "coming" }, MORNING);
  await reply(db, invitations[1]?.token ?? "", { reply: "declined" }, MORNING);
  await db.updateTable("mail").set({ stage: "sent" }).execute();
  await changeMeeting(db, full, { ...details, venue: "Hội trường B" }, signed());
  await cancelMeeting(db, await meetingOf(), "bão", signed());
  await postponeMeeting(db, await meetingOf(), "bão", signed());
  const told = { agencyId: agency.id, agencyName: agency.name, agencyNameEn: agency.nameEn };
  const answer = {
    ...{ ...told, id: "p", meetingId: full.id, subject: full.subject, startsAt: full.startsAt },
    ...{ zone: full.zone, text: "Bao giờ xong?", outletName: null, promisedAt: MORNING },
    ...{ answer: "Quý sau.", answererName: "An", answererPosition: "Chủ tịch" },
  };
  const statement = {
    ...{
      ...told,
      id: "s",
      language: "vi",
      kind: "press_release",
      title: "Thông cáo",
      speakerName: "An",
    },
    ...{ speakerPosition: "Chủ tịch", speakerCapacity: "head", nextUpdateAt: null, channels: "[]" },
    ...{
      known: "Đã rõ",
      unknown: "Chưa rõ",
      doing: "Cứu hộ",
      body: "Đã rõ",
      incidentTitle: "Bão",
    },
  } as unknown as Parameters<typeof statementLetter>[0];
  const letters = people.flatMap((one) => [
    promiseLetter(answer, one, MORNING),
    statementLetter(statement, { ...one, copyId: null, outletName: null }, MORNING),
  ]);
  await post(
    db,
    letters.map((letter) => ({
      ...letter,
      promiseId: null,
      statementCopyId: null,
      correctionRoundId: null,
      agencyId: agency.id,
    })),
    MORNING,
  );
}

/** Where a letter's links, the calendar's among them, lead. */
function linksIn(
  mails: { text: string; html: string; calendar: string | null; unsubscribeUrl: string | null }[],
) {
  const texts = mails.flatMap(({ text, html, calendar, unsubscribeUrl }) => [
    ...[text, html.replaceAll("&amp;", "&"), unsubscribeUrl ?? ""],
    (calendar ?? "").replace(/\r?\n[ \t]/g, "").replace(/\\n/g, "\n"),
  ]);
  const found = texts.flatMap((text) => text.match(/https?:\/\/[^\s"'<>\\]+/g) ?? []);
  const own = found.filter((link) => link.startsWith(config.ORIGIN));
  return [...new Set(own.map((link) => new URL(link.replace(/[.,;:)]+$/, "")).pathname))];
}

it("a scanner that follows every link of every letter fifty times changes no row of any table", async () => {
  await everyLetter();
  const mails = await db.selectFrom("mail").selectAll().execute();
  const kinds = [...new Set(mails.map(({ kind }) => kind))].sort();
  expect(kinds).toEqual([
    ...["cancellation", "change", "confirmation", "invitation", "place", "postponement"],
    ...["promise-answer", "statement"],
  ]);
  const links = linksIn(mails);
  for (const room of ["/invitations/", "/unsubscribe/", "/confirmations/", "/meetings/"])
    for (const prefix of ["", "/en"])
      expect(
        links.some((link) => link.startsWith(`${prefix}${room}`)),
        `${prefix}${room} is linked to`,
      ).toBe(room !== "/confirmations/" || prefix === "");
  vi.setSystemTime(new Date(MORNING));
  const before = await dump();

  for (const link of links)
    for (let time = 0; time < TIMES; time++)
      await (await visit(link, { method: time % 2 ? "GET" : "HEAD" })).text();

  expect(await dump()).toEqual(before);
});

it("a mail program's one click is obeyed from anywhere, without cookie, token of a form or same origin (RFC 8058)", async () => {
  await committee(db);
  const ha = await reporter(db, { name: "Hà", email: "ha@bao.test" });
  const response = await visit(`/unsubscribe/${ha.token}`, {
    form: { "List-Unsubscribe": "One-Click" },
    headers: { "Sec-Fetch-Site": "cross-site", Origin: "https://mail.example" },
  });

  expect([response.status, response.headers.get("Set-Cookie")]).toEqual([200, null]);
  const { unsubscribedAt } = await db
    .selectFrom("journalist")
    .select("unsubscribedAt")
    .executeTakeFirstOrThrow();
  expect(unsubscribedAt).toBe(MORNING);
  expect(await db.selectFrom("suppression").selectAll().execute()).toMatchObject([
    { email: "ha@bao.test", ground: "unsubscribed_by_link", liftedAt: null },
  ]);
});
