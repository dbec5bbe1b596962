import { describe, expect, it } from "vitest";
import { cancelMeeting } from "#app/domain/invitations/changes.server.ts";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { reply } from "#app/domain/invitations/replies.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { shownBy } from "#app/test/calendar-programs.ts";
import { lintCalendar } from "#app/test/ics-lint.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { auditOf, lettersOf, signed } from "#app/test/press-room.ts";

const onlineUrl = "https://hop.test/kin";
const ics = async (path: string) => (await visit(path)).text();

describe("public feeds", () => {
  it.each([
    ["/meetings", "Lịch họp báo cả nước"],
    ["/en/meetings", "Press meetings of the whole country"],
    ["/provinces/91/meetings", "Lịch họp báo: Tỉnh An Giang"],
    ["/agencies/pc-30307/meetings", "Lịch họp báo: Ủy ban nhân dân phường Long Xuyên"],
  ])("tell calendars and readers of %s", async (path, name) => {
    await aroundLongXuyen(db);
    await briefing(db, await committee(db), { subject: "Long Xuyên họp", onlineUrl });
    const calendar = await visit(`${path}.ics`);
    const atom = await visit(`${path}.atom`);
    const body = await calendar.text();

    expect(calendar.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(calendar.headers.get("Last-Modified")).toBe("Tue, 01 Sep 2026 01:00:00 GMT");
    expect(body).toContain(`NAME:${name}\r\n`);
    expect(body).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
    expect(lintCalendar(body, { method: "PUBLISH" })).toEqual([]);
    expect(body).not.toMatch(/ATTENDEE|hop\.test/);
    expect(atom.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    expect(await atom.text()).toContain("Long Xuyên họp");
  });

  it("are not sent twice to whoever has them, until something changes", async () => {
    const meeting = await briefing(db, await committee(db));
    const first = await visit("/meetings.ics");
    const tag = first.headers.get("ETag") ?? "";
    const again = await visit("/meetings.ics", { headers: { "If-None-Match": tag } });
    const since = { "If-Modified-Since": first.headers.get("Last-Modified") ?? "" };
    const sinceThen = await visit("/meetings.ics", { headers: since });
    await cancelMeeting(db, meeting, "Bão", signed("2026-09-01T01:00:05.000Z"));
    const after = await visit("/meetings.ics", { headers: { "If-None-Match": tag } });
    const sinceAfter = await visit("/meetings.ics", { headers: since });

    expect([again.status, sinceThen.status]).toEqual([304, 304]);
    expect([after.status, sinceAfter.status]).toEqual([200, 200]);
    expect(await after.text()).toContain("STATUS:CANCELLED");
  });

  it.each([
    "/provinces/30307/meetings.ics",
    "/agencies/nobody/meetings.atom",
    "/meetings/x/calendar.ics",
  ])("are not there for what is not (%s)", async (path) => {
    expect((await visit(path)).status).toBe(404);
  });

  it("give one meeting as a file, and none that is not announced", async () => {
    const ward = await committee(db);
    const meeting = await briefing(db, ward, { onlineUrl });
    const draft = await briefing(db, ward, { announcedAt: null });
    const file = await visit(paths.meetingCalendar(meeting));
    const body = await file.text();

    expect(file.headers.get("Content-Disposition")).toContain("hop-bao.ics");
    expect(lintCalendar(body, { method: "PUBLISH" })).toEqual([]);
    expect(body).toContain("LOCATION:Hội trường A\\; Trực tuyến\r\n");
    expect(body).not.toContain("hop.test");
    expect((await visit(paths.meetingCalendar(draft))).status).toBe(404);
  });

  it("are named in the head of the pages that show the same", async () => {
    await aroundLongXuyen(db);
    const meeting = await briefing(db, await committee(db));
    const heads = [
      [paths.meetings({ province: "91" }), "/provinces/91/meetings.ics"],
      [paths.meetings({ province: "91" }), "/provinces/91/meetings.atom"],
      [paths.area({ era: "2025", code: "30307" }), "/agencies/pc-30307/meetings.ics"],
      [paths.area({ era: "2025", code: "91" }), "/provinces/91/meetings.ics"],
      [paths.meeting(meeting), `/meetings/${meeting.id}/calendar.ics`],
    ] as const;
    for (const [page, feed] of heads)
      expect(await (await visit(page)).text()).toMatch(
        new RegExp(`<link rel="alternate"[^>]*href="${feed}"`),
      );
  });
});

describe("a journalist's own calendar", () => {
  async function invited() {
    const ward = await committee(db);
    const meeting = await briefing(db, ward, { onlineUrl });
    const ha = await reporter(db);
    const other = await reporter(db, { name: "Người khác" });
    await invite(db, meeting, [ha.id, other.id], signed(), { despite: "Thử" });
    const { token } = await db
      .selectFrom("invitation")
      .select("token")
      .where("journalistId", "=", ha.id)
      .executeTakeFirstOrThrow();
    return { ward, meeting, ha, other, token };
  }
  const addressOn = async (token: string) => {
    const page = await (await visit(paths.reply({ token }))).text();
    return /https:\/\/press\.test(\/calendars\/[\w-]+\/invitations\.ics)/.exec(page)?.[1];
  };
  const open = (token: string) => visit(paths.calendarOpening({ token }), { form: { ok: "1" } });

  it("is opened by a press of a button, never by a look", async () => {
    const { token } = await invited();

    expect(await addressOn(token)).toBeUndefined();
    expect((await visit(paths.calendarOpening({ token }))).status).toBe(302);
    expect(await db.selectFrom("journalistCalendar").selectAll().execute()).toEqual([]);
    await open(token);
    expect(await addressOn(token)).toBeDefined();
    expect((await auditOf(db)).at(-1)).toMatchObject({ act: "journalist-calendar.opened" });
  });

  it("holds their own invitations, none under the UID of its letter, and nobody else", async () => {
    const { token, meeting, ha, other, ward } = await invited();
    await briefing(db, ward, { subject: "Không mời Hà" });
    await open(token);
    const body = await ics((await addressOn(token)) ?? "");
    const letter = (await lettersOf(db, meeting.id)).find(({ to }) => to === ha.email);
    const uidIn = (file = "") => /^UID:(.*)\r$/m.exec(file)?.[1];

    expect(lintCalendar(body, { method: "PUBLISH" })).toEqual([]);
    // Thunderbird would take the subscribed event for the invited one, and put the answer where it cannot be kept.
    expect(uidIn(letter?.calendar ?? "")).toMatch(/^[0-9a-z]{32}$/);
    expect(uidIn(body)).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toContain("STATUS:TENTATIVE");
    expect(body.replaceAll("\r\n ", "")).toContain(`:${onlineUrl}`);
    expect(body).not.toMatch(/ATTENDEE|Không mời/);
    expect(body).not.toContain(other.email);
    expect(body).not.toContain("Người khác");
  });

  it("follows the answer, and the meeting when it is called off", async () => {
    const { token, meeting } = await invited();
    await open(token);
    const path = (await addressOn(token)) ?? "";
    const tag = (await visit(path)).headers.get("ETag") ?? "";
    const unchanged = await visit(path, { headers: { "If-None-Match": tag } });
    await reply(db, token, { reply: "coming" }, signed("2026-09-01T02:00:00.000Z").at);
    const coming = await ics(path);
    await cancelMeeting(db, meeting, "Bão", signed("2026-09-02T01:00:00.000Z"));
    const cancelled = await ics(path);

    expect(unchanged.status).toBe(304);
    expect(coming).toContain("STATUS:CONFIRMED");
    expect(cancelled).toContain("STATUS:CANCELLED");
    expect(cancelled).toContain("SUMMARY:Đã hủy: ");
    expect(coming).toContain("CONFERENCE;");
    expect(cancelled).not.toContain("CONFERENCE;");
    expect(shownBy(coming)["ical.js"]).toHaveLength(1);
    const uids = [coming, cancelled].map((file) => /^UID:.*$/m.exec(file)?.[0]);
    expect(new Set(uids).size).toBe(1);
  });

  it("answers under its newest address alone, and under none once it is closed", async () => {
    const { token } = await invited();
    await open(token);
    const first = (await addressOn(token)) ?? "";
    await open(token);
    const second = (await addressOn(token)) ?? "";

    expect(second).not.toBe(first);
    expect((await visit(first)).status).toBe(404);
    expect((await visit(second)).status).toBe(200);
    await visit(paths.calendarClosing({ token }), { form: { ok: "1" } });
    expect((await visit(second)).status).toBe(404);
    expect(await addressOn(token)).toBeUndefined();
    expect((await auditOf(db)).at(-1)).toMatchObject({ act: "journalist-calendar.closed" });
  });

  it("is kept out of caches, search engines and other sites' logs", async () => {
    const { token } = await invited();
    await open(token);
    const { headers } = await visit((await addressOn(token)) ?? "");

    expect(headers.get("Cache-Control")).toContain("private");
    expect(headers.get("X-Robots-Tag")).toContain("noindex");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(await (await visit("/robots.txt")).text()).toContain("Disallow: /calendars/\n");
  });

  it.each(["/invitations/nobody-nobody-nobody/calendar-address"])(
    "is opened and closed for nobody by a link that is none",
    async (path) => {
      expect((await visit(path, { form: { ok: "1" } })).status).toBe(404);
      expect((await visit(`${path}/removal`, { form: { ok: "1" } })).status).toBe(404);
    },
  );
});

describe("a meeting to search engines", () => {
  const jsonLdOf = async (meeting: { id: string }) => {
    const html = await (await visit(paths.meeting(meeting))).text();
    const [, json = "{}"] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    return JSON.parse(json) as Record<string, unknown>;
  };
  const at = "2026-09-01T01:00:00.000Z";

  it("is an Event with its hour, place and people, and without the way in", async () => {
    const meeting = await briefing(db, await committee(db), {
      ...{ onlineUrl, spokespersonName: "Lê Thị Bình", spokespersonPosition: "Phó Chủ tịch" },
    });
    const event = await jsonLdOf(meeting);

    expect(event).toMatchObject({
      "@type": "Event",
      startDate: "2026-09-10T09:00:00+07:00",
      endDate: "2026-09-10T10:30:00+07:00",
      eventStatus: "https://schema.org/EventScheduled",
      eventAttendanceMode: "https://schema.org/MixedEventAttendanceMode",
      location: [
        { "@type": "Place", name: "Hội trường A" },
        { "@type": "VirtualLocation", url: `https://press.test/meetings/${meeting.id}` },
      ],
      organizer: { name: "Ủy ban nhân dân phường Long Xuyên" },
      performer: { "@type": "Person", name: "Lê Thị Bình" },
    });
    expect(JSON.stringify(event)).not.toContain("hop.test");
  });

  it.each([
    ["EventCancelled", { cancelledAt: at, cancelReason: "Bão" }, undefined],
    ["EventPostponed", { postponedAt: at, postponeReason: "Chờ" }, undefined],
    [
      "EventRescheduled",
      { rescheduledAt: at, rescheduledFrom: "2026-09-09T02:00:00.000Z", rescheduleReason: "X" },
      "2026-09-09T09:00:00+07:00",
    ],
  ])("is an %s", async (status, facts, before) => {
    const event = await jsonLdOf(await briefing(db, await committee(db), facts));

    expect(event.eventStatus).toBe(`https://schema.org/${status}`);
    expect(event.previousStartDate).toBe(before);
  });

  it("stands in the sitemap once it is announced", async () => {
    const ward = await committee(db);
    const meeting = await briefing(db, ward);
    const draft = await briefing(db, ward, { announcedAt: null });
    const xml = await (await visit("/sitemaps/meetings.xml")).text();

    expect(xml).toContain(`<loc>https://press.test/meetings/${meeting.id}</loc><lastmod>`);
    expect(xml).toContain(`<loc>https://press.test/en/meetings/${meeting.id}</loc>`);
    expect(xml).not.toContain(draft.id);
  });
});

describe("the public list", () => {
  it("is narrowed to an agency and to a day, with the days beside it", async () => {
    const ward = await committee(db);
    const hue = await committee(db, "19777");
    const on = (day: string) => ({
      startsAt: `${day}T02:00:00.000Z`,
      endsAt: `${day}T03:00:00.000Z`,
    });
    await briefing(db, ward, { subject: "Mồng chín", ...on("2026-09-09") });
    await briefing(db, hue, { subject: "Vỹ Dạ mồng mười", ...on("2026-09-10") });
    await briefing(db, ward, { subject: "Mười hai", ...on("2026-09-12") });
    const page = async (query: Parameters<typeof paths.meetings>[0]) =>
      textOf(await visit(paths.meetings(query)));

    const agency = await page({ agency: ward.id });
    const tenth = await page({ on: "2026-09-10" });
    const eleventh = await page({ on: "11/09/2026", agency: ward.id });

    expect(agency).toContain("Mồng chín");
    expect(agency).not.toContain("Vỹ Dạ mồng mười");
    expect(tenth).toContain("Họp báo ngày Thứ Năm, 10/09/2026");
    expect(tenth).toContain("Vỹ Dạ mồng mười");
    expect(tenth).not.toContain("Mồng chín");
    expect(tenth).toContain("Trước đó: Thứ Tư, 09/09/2026");
    expect(eleventh).toContain("Không có cuộc họp nào được công bố cho ngày này");
    expect(eleventh).toContain("Sau đó: Thứ Bảy, 12/09/2026");
  });

  it("says that there is no such day", async () => {
    expect(await textOf(await visit(paths.meetings({ on: "31/02/2026" })))).toContain(
      "Không có ngày này",
    );
  });
});
