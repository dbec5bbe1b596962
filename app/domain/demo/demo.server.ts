import { randomBytes } from "node:crypto";
import { DateTime } from "luxon";
import { HOME_ZONE, startOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { hashPassword } from "../accounts/passwords.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { newToken } from "../mail/subaddress.ts";
import { writePaper } from "../papers/papers.server.ts";
import { furnishComing } from "./answers.server.ts";
import { furnishCorrections } from "./corrections.server.ts";
import { furnishDay } from "./day.server.ts";
import { furnishInbound } from "./inbound.server.ts";
import { furnishIncident } from "./incident.server.ts";
import type { DemoAccount } from "./kept-accounts.server.ts";
import { furnishMeetingRooms } from "./meeting-rooms.server.ts";
import {
  ACCOUNTS,
  DELEGATION,
  HOLDERS,
  JOURNALISTS,
  LISTS,
  MARK,
  MEETINGS,
  OUTLETS,
} from "./office.ts";
import { PAPER } from "./papers.server.ts";
import { furnishPortal } from "./portal.server.ts";
import { furnishQueries } from "./queries.server.ts";
import { furnishRegistry } from "./registry.server.ts";
import { furnishReports } from "./reports.server.ts";
import { furnishSeries } from "./series.server.ts";
import { furnishStatements } from "./statements.server.ts";
import { furnishUpkeep } from "./upkeep.server.ts";

const PROVINCE = "2025-91";

/** Whether the invented demo office is in the books: every page then says so. */
export async function hasDemo(db: Db): Promise<boolean> {
  const mark = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", "demo")
    .executeTakeFirst();
  return mark !== undefined;
}

/** Whether nobody has used this installation yet: no account has ever been opened. */
export async function isNew(db: Db): Promise<boolean> {
  return !(await db.selectFrom("account").select("id").limit(1).executeTakeFirst());
}

/**
 * Furnishes the demo office, all of it or nothing, and returns its accounts with passwords made on
 * the spot. Spokespersons, journalists and meetings around the moment of signing; none of them exists.
 */
export async function furnishDemo(db: Db, { at }: { at: Moment }): Promise<DemoAccount[]> {
  const accounts = await Promise.all(
    ACCOUNTS.map(async ({ what, ...account }, i) => {
      const password = randomBytes(9).toString("base64url");
      const passwordHash = await hashPassword(password);
      const row = { ...account, id: `${MARK}account-${i}`, passwordHash };
      return { what, password, row: { ...row, createdAt: at, closedAt: null } };
    }),
  );

  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("account")
      .values(accounts.map(({ row }) => row))
      .execute();
    await furnishSpokespersons(trx, at);
    await furnishRegistry(trx, at);
    await furnishUpkeep(trx, at);
    await furnishJournalists(trx, at);
    await furnishMeetings(trx, at);
    await furnishSeries(trx, at);
    await furnishMeetingRooms(trx, at);
    await inviteToComing(trx, at);
    await furnishDay(trx, at);
    const next = MEETINGS.findIndex(({ state }) => state === "announced");
    await furnishPortal(trx, at, { meetingId: `${MARK}meeting-${next}` });
    const journalistIds = JOURNALISTS.map((_, i) => journalistId(i)).filter((_, i) => i % 3 === 0);
    await furnishIncident(trx, at, { journalistIds });
    await furnishReports(trx, at);
    await furnishQueries(trx, at, { journalistIds });
    await furnishInbound(trx, at, { meetingId: `${MARK}meeting-${next}` });
    await furnishCorrections(trx, at);
    await furnishStatements(trx, at, { journalistIds });
    await trx.insertInto("setting").values({ key: "demo", value: at }).execute();
  });
  return accounts.map(({ what, password, row }) => ({ what, password, email: row.email }));
}

async function furnishSpokespersons(db: Db, at: Moment) {
  const holders = Object.entries(HOLDERS).flatMap(([code, all]) =>
    all.map((holder, i) => ({ code, id: `${MARK}${code}-${i}`, ...holder })),
  );
  const contact = (code: string, place: number) => ({
    phone: `0296 3 ${place}00 ${String(Number(code) % 1000).padStart(3, "0")}`,
    email: `pn${place || ""}.${code}@angiang.example`,
  });
  await db
    .insertInto("person")
    .values([
      ...holders.map(({ id, name }) => ({ id, name })),
      { id: `${MARK}delegate`, name: DELEGATION.name },
    ])
    .execute();
  await db
    .insertInto("assignment")
    .values(
      holders.map(({ code, id, name: _, endDay, ...holder }, i) => ({
        ...holder,
        ...contact(code, i % 3),
        id,
        agencyId: `pc-${code}`,
        personId: id,
        untilDay: null,
        recordedAt: startOf(holder.decisionDay),
        recordedBy: `${MARK}account-2`,
        publishedAt: startOf(holder.decisionDay),
        publishedBy: `${MARK}account-2`,
        endDay: endDay ?? null,
        endKind: endDay ? ("ended" as const) : null,
        endReason: endDay ? "Chuyển công tác (mẫu)" : null,
        endDecisionNo: endDay ? "401/QĐ-UBND" : null,
        endRecordedAt: endDay ? startOf(endDay) : null,
        endRecordedBy: endDay ? `${MARK}account-2` : null,
      })),
    )
    .execute();

  const { code, name: _, ...delegation } = DELEGATION;
  const grantor = holders.find(
    (one) => one.code === code && one.capacity === "head" && !one.endDay,
  );
  const began = DateTime.fromISO(at, { zone: HOME_ZONE }).startOf("day").minus({ days: 1 });
  await db
    .insertInto("delegation")
    .values({
      ...delegation,
      ...contact(code, 2),
      id: `${MARK}delegation`,
      agencyId: `pc-${code}`,
      personId: `${MARK}delegate`,
      grantorId: grantor?.id ?? "",
      documentDay: began.toFormat("yyyy-MM-dd"),
      fromAt: began.set({ hour: 7 }).toUTC().toISO() as Moment,
      untilAt: began.plus({ days: 9 }).set({ hour: 17 }).toUTC().toISO() as Moment,
      recordedAt: at,
      recordedBy: `${MARK}account-1`,
      publishedAt: at,
      publishedBy: `${MARK}account-1`,
    })
    .execute();
}

async function furnishJournalists(db: Db, at: Moment) {
  const validUntil = DateTime.fromISO(at, { zone: HOME_ZONE }).plus({ months: 14 });
  await db
    .insertInto("outlet")
    .values(OUTLETS.map((outlet, i) => ({ ...outlet, id: outletId(i), provinceId: PROVINCE })))
    .execute();
  await db
    .insertInto("journalist")
    .values(
      JOURNALISTS.map(({ outlet, hasCard, ...journalist }, i) => ({
        ...journalist,
        id: journalistId(i),
        provinceId: PROVINCE,
        outletId: outletId(outlet),
        phone: `0900 000 ${String(i).padStart(3, "0")}`,
        pressCardNo: hasCard ? `MAU-${1000 + i}` : null,
        pressCardUntilDay: hasCard ? validUntil.toFormat("yyyy-MM-dd") : null,
        introLetterNo: hasCard ? null : `${20 + i}/GGT-MAU`,
        introLetterUntilDay: hasCard ? null : validUntil.toFormat("yyyy-MM-dd"),
        consentAt: at,
        consentBasis: "Phiếu đăng ký nhận tin (mẫu)",
        token: newToken(),
        unsubscribedAt: null,
        createdAt: at,
      })),
    )
    .execute();
  await db
    .insertInto("journalistBeat")
    .values(JOURNALISTS.map((_, i) => ({ journalistId: journalistId(i), beat: beatOf(i) })))
    .execute();
  await db
    .insertInto("journalistArea")
    .values(
      JOURNALISTS.flatMap((_, i) =>
        areasOf(i).map((code) => ({ journalistId: journalistId(i), areaId: `2025-${code}` })),
      ),
    )
    .execute();
  await db
    .insertInto("pressList")
    .values(LISTS.map(({ name }, i) => ({ id: `${MARK}list-${i}`, provinceId: PROVINCE, name })))
    .execute();
  await db
    .insertInto("pressListMember")
    .values(
      LISTS.flatMap(({ has }, list) =>
        JOURNALISTS.map((_, i) => i)
          .filter(has)
          .map((i) => ({ listId: `${MARK}list-${list}`, journalistId: journalistId(i) })),
      ),
    )
    .execute();
}

async function furnishMeetings(db: Db, at: Moment) {
  for (const [i, { code, inDays, hour, state, online, ...meeting }] of MEETINGS.entries()) {
    const someDay = DateTime.fromISO(at, { zone: HOME_ZONE }).plus({ days: inDays });
    const workday = someDay.plus({ days: someDay.isWeekend ? 8 - someDay.weekday : 0 });
    const start = workday.set({ hour, minute: 30, second: 0, millisecond: 0 });
    const planned = start.minus({ days: 9 }).toUTC().toISO() as Moment;
    const known = planned < at ? planned : at;
    const [speaker] = (HOLDERS[code] ?? []).filter((one) => one.capacity === "regular");
    const place = HOLDERS[code]?.indexOf(speaker as never);
    const chairman = HOLDERS[code]?.find((one) => one.capacity === "head" && !one.endDay);
    const id = `${MARK}meeting-${i}`;
    await db
      .insertInto("meeting")
      .values({
        ...meeting,
        id,
        agencyId: `pc-${code}`,
        startsAt: start.toUTC().toISO() as Moment,
        endsAt: start.plus({ minutes: 90 }).toUTC().toISO() as Moment,
        zone: HOME_ZONE,
        onlineUrl: online ?? null,
        chair: chairman?.name ?? "",
        spokespersonId: speaker ? `${MARK}${code}-${place}` : null,
        spokespersonName: speaker?.name ?? null,
        spokespersonPosition: speaker?.position ?? null,
        spokespersonCapacity: speaker?.capacity ?? null,
        revisedAt: known,
        createdAt: known,
        createdBy: `${MARK}account-0`,
        announcedAt: state === "draft" ? null : known,
        heldAt: state === "held" ? (start.plus({ hours: 2 }).toUTC().toISO() as Moment) : null,
        cancelledAt: state === "cancelled" ? known : null,
        cancelReason: state === "cancelled" ? "Đã khắc phục xong, phà chạy lại (mẫu)" : null,
      })
      .execute();
    if (state === "held") await furnishAnswers(db, { id, invitedAt: planned });
  }
}

/** The coming press conference is invited to as in earnest: the letters are in the outbox. */
async function inviteToComing(db: Db, at: Moment) {
  const coming = MEETINGS.findIndex(({ state }) => state === "announced");
  const [{ name } = { name: "" }] = ACCOUNTS;
  const signed = { by: { id: `${MARK}account-0`, name }, at };
  const meeting = { id: `${MARK}meeting-${coming}` };
  await writePaper(db, meeting, PAPER, signed);
  await invite(
    db,
    meeting,
    JOURNALISTS.map((_, i) => journalistId(i)).filter((_, i) => i % 4 === 0 || i >= 46),
    signed,
  );
  await furnishComing(db, { id: `${MARK}meeting-${coming}` }, at);
}

async function furnishAnswers(db: Db, meeting: { id: string; invitedAt: Moment }) {
  const replies = ["coming", "coming", "declined", null] as const;
  await db
    .insertInto("invitation")
    .values(
      JOURNALISTS.slice(0, 25).map((_, i) => ({
        id: `${MARK}${meeting.id}-${i}`,
        meetingId: meeting.id,
        journalistId: journalistId(i),
        token: newToken(),
        calendarUid: `${MARK}${meeting.id}-${i}`,
        invitedAt: meeting.invitedAt,
        invitedBy: `${MARK}account-0`,
        reply: replies[i % 4] ?? null,
        substituteName: null,
        note: null,
        repliedAt: replies[i % 4] ? meeting.invitedAt : null,
        repliedBy: null,
      })),
    )
    .execute();
}

const outletId = (i: number) => `${MARK}outlet-${i}`;
const journalistId = (i: number) => `${MARK}journalist-${i}`;

const BEATS = ["economy", "society", "agriculture", "environment", "health", "education"];
/** Two of three report from all of the province and name no area. */
const areasOf = (i: number) => (i % 3 === 0 ? AREAS.filter((_, n) => (i / 3 + n) % 3 === 0) : []);
const AREAS = ["30307", "30292", "30301", "30313"];

const beatOf = (i: number) => BEATS[i % BEATS.length] ?? "other";
