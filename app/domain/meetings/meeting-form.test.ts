import { describe, expect, it } from "vitest";
import { en } from "#app/i18n/en.ts";
import { vi } from "#app/i18n/vi.ts";
import { wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import { formOf, MeetingForm, readMeeting, sentencesOf } from "./meeting-form.ts";

const filled = {
  kind: "press_conference",
  cadence: "periodic",
  subject: "  Kinh tế, xã hội quý III ",
  description: "",
  startsAt: "2026-11-25T08:30",
  endsAt: "2026-11-25T10:00",
  venue: "Hội trường A",
  onlineUrl: "",
  chair: "Nguyễn Văn An",
  spokespersonId: "",
};

const read = (change: Record<string, string> = {}) =>
  readMeeting(MeetingForm.parse({ ...filled, ...change }), MORNING);

describe("a filled form", () => {
  it("becomes a meeting with moments, in Vietnamese time unless another is named", () => {
    expect(read()).toEqual({
      ok: true,
      details: {
        kind: "press_conference",
        cadence: "periodic",
        subject: "Kinh tế, xã hội quý III",
        description: "",
        startsAt: "2026-11-25T01:30:00.000Z",
        endsAt: "2026-11-25T03:00:00.000Z",
        zone: "Asia/Ho_Chi_Minh",
        venue: "Hội trường A",
        venueCapacity: null,
        mapUrl: null,
        accessNotes: null,
        onlineUrl: null,
        answerBy: null,
        chair: "Nguyễn Văn An",
        spokespersonId: null,
      },
    });
  });

  it("asks for answers before the start, by the clock of the meeting's zone", () => {
    expect(read({ answerBy: "2026-11-24T16:00" })).toMatchObject({
      details: { answerBy: "2026-11-24T09:00:00.000Z" },
    });
    expect(read({ answerBy: "2026-11-25T08:30" })).toEqual({
      ok: false,
      problems: { answerBy: ["answer-by-late"] },
    });
  });

  it("reads the hours of another zone", () => {
    expect(read({ zone: "Asia/Tokyo" })).toMatchObject({
      details: { startsAt: "2026-11-24T23:30:00.000Z", zone: "Asia/Tokyo" },
    });
  });

  it.each([
    {
      what: "a start that is now",
      change: { startsAt: "2026-09-01T08:00" },
      at: "startsAt",
      why: "in-the-past",
    },
    {
      what: "a start in the past",
      change: { startsAt: "2026-08-31T08:00" },
      at: "startsAt",
      why: "in-the-past",
    },
    {
      what: "a start in the year 2206",
      change: { startsAt: "2206-11-25T08:30", endsAt: "2206-11-25T10:00" },
      at: "startsAt",
      why: "too-far",
    },
    {
      what: "an end before the start",
      change: { endsAt: "2026-11-25T08:29" },
      at: "endsAt",
      why: "ends-before-start",
    },
    {
      what: "an end with the start",
      change: { endsAt: "2026-11-25T08:30" },
      at: "endsAt",
      why: "ends-before-start",
    },
    {
      what: "a meeting of a day and a minute",
      change: { endsAt: "2026-11-26T08:31" },
      at: "endsAt",
      why: "too-long",
    },
    { what: "no place at all", change: { venue: " " }, at: "venue", why: "no-place" },
    {
      what: "an hour that the clock leaps over",
      change: { zone: "Europe/Berlin", startsAt: "2027-03-28T02:30", endsAt: "2027-03-28T04:00" },
      at: "startsAt",
      why: "no-such-time",
    },
  ])("refuses $what", ({ change, at, why }) => {
    expect(read(change as never)).toEqual({ ok: false, problems: { [at]: [why] } });
  });

  it("takes a whole day, and an online link in place of a venue", () => {
    const change = { endsAt: "2026-11-26T08:30", venue: "", onlineUrl: "https://hop.test/a" };

    expect(read(change)).toMatchObject({ ok: true, details: { venue: null } });
  });

  it.each([
    { field: "subject", value: "x".repeat(201), problem: "too-long:200" },
    { field: "subject", value: "Họp\r\nBCC: x@y.test", problem: "line-break" },
    { field: "description", value: "x".repeat(5001), problem: "too-long:5000" },
    { field: "startsAt", value: "2026-02-31T08:30", problem: "not-a-time" },
    { field: "endsAt", value: "", problem: "required" },
    { field: "zone", value: "Asia/Hanoi", problem: "not-a-choice" },
    { field: "onlineUrl", value: "javascript:alert(1)", problem: "not-a-url" },
    { field: "kind", value: "party", problem: "not-a-choice" },
    { field: "chair", value: "", problem: "required" },
  ])("refuses $field $problem", ({ field, value, problem }) => {
    const parsed = MeetingForm.safeParse({ ...filled, [field]: value });

    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      [field, problem],
    ]);
  });

  it("shows a planned meeting as it was typed", () => {
    const details = wanted({ zone: "Asia/Tokyo", onlineUrl: "https://hop.test/a" });
    const form = formOf(details);

    expect(form).toMatchObject({ startsAt: "2026-09-10T11:00", endsAt: "2026-09-10T12:30" });
    expect(readMeeting(MeetingForm.parse(form), MORNING)).toEqual({ ok: true, details });
  });

  it.each([vi, en])("has a sentence for its problems in either language", (words) => {
    const { venue } = sentencesOf(words, { venue: ["no-place"] });

    expect(venue).toEqual([words.meetings.problems["no-place"]]);
  });
});
