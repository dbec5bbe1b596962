import { getZodConstraint } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  count,
  day,
  email,
  line,
  localMoment,
  optional,
  paragraphs,
  phone,
  webAddress,
} from "./fields.ts";

const read = (field: z.ZodType, value: unknown) => {
  const result = field.safeParse(value);
  return result.success ? result.data : result.error.issues[0]?.message;
};

describe("what people type", () => {
  it.each([
    ["a line", line(20), "  Họp  báo ", "Họp  báo"],
    ["a line in two codings", line(20), "Ho\u0323p", "Họp"],
    ["a line turned around", line(30), "Hà \u202enội\u202c\u200b bộ\u00ad", "Hà nội bộ"],
    ["a line of signs that nobody sees", line(20), "\u200b\u2060\ufeff", "required"],
    ["text turned around", paragraphs(30), "Cầu\u2067 còn\u2069\nđó\u{e0041}", "Cầu còn\nđó"],
    ["an empty line", line(20), "   ", "required"],
    ["no line", line(20), undefined, "required"],
    ["a line with a break", line(20), "a\r\nBcc: x", "line-break"],
    ["a line with a bell", line(20), "a\u0007", "line-break"],
    ["a line too long", line(5), "sáu ký tự", "too-long:5"],
    ["text", paragraphs(20), "a\r\nb\r\n", "a\nb"],
    ["an e-mail address", email, " Lan@AnGiang.gov.vn ", "lan@angiang.gov.vn"],
    [
      "an e-mail address with a line break",
      email,
      "lan@angiang.gov.vn\nBcc: x@y.vn",
      "not-an-email",
    ],
    ["an e-mail address with a name", email, "Lan <lan@angiang.gov.vn>", "not-an-email"],
    ["an e-mail address without a dot", email, "lan@angiang", "not-an-email"],
    ["a telephone", phone, "(0296) 3.852-111", "(0296) 3.852-111"],
    ["a telephone abroad", phone, "+84 296 3852111", "+84 296 3852111"],
    ["a telephone in words", phone, "không có", "not-a-phone"],
    ["two telephones", phone, "0296 3852 111\n0907 852 111", "line-break"],
    ["a day", day, "25/11/2026", "2026-11-25"],
    ["a day that is none", day, "31/02/2026", "not-a-day"],
    ["no day", day, "", "required"],
    ["a time", localMoment, "2026-11-25T08:30", "2026-11-25T08:30"],
    ["a time that is none", localMoment, "2026-11-31T08:30", "not-a-time"],
    ["a web address", webAddress, "https://hop.vn/a?b=1", "https://hop.vn/a?b=1"],
    [
      "a web address turned around",
      webAddress,
      "https://hop.vn/\u202ea\u200b?b=1",
      "https://hop.vn/a?b=1",
    ],
    ["a web address with a NUL", webAddress, "https://hop.vn/a\u0000b", "not-a-url"],
    ["a web address with a bell", webAddress, "https://hop.vn/\u0007", "not-a-url"],
    ["a script", webAddress, "javascript:alert(1)", "not-a-url"],
    ["something left blank", optional(line(5)), "  ", undefined],
  ])("%s is read", (_, field, typed, expected) => {
    expect(read(field, typed)).toEqual(expected);
  });

  it("of ten million letters is refused without being looked through", () => {
    expect(read(line(200), "a".repeat(10_000_000))).toBe("too-long:200");
    expect(read(email, `${"a".repeat(10_000_000)}@b.vn`)).toBe("too-long:254");
  });
});

describe("a whole number", () => {
  it.each([
    ["120", 120],
    ["1.200", 1200],
    [120, 120],
    ["1,5", "not-a-count"],
    ["0", "not-a-count"],
    [" ", "required"],
    [undefined, "required"],
  ])("%j is %j", (typed, value) => {
    expect(read(count(1, 5000), typed)).toBe(value);
  });

  it("that may be left out is not asked for by the browser", () => {
    const fields = z.object({ seats: optional(count(1, 9)), rows: count(1, 9) });

    expect(getZodConstraint(fields)).toMatchObject({
      seats: { required: false },
      rows: { required: true },
    });
    expect(read(optional(count(1, 9)), "")).toBeUndefined();
  });
});
