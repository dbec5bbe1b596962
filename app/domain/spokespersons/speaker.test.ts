import { describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { type Candidate, effectiveEnd, inOrder, whyOf } from "./speaker.ts";
import { isOfficialEmail, termPhaseOf } from "./term.ts";

const candidate = (
  id: string,
  capacity: Candidate["capacity"],
  from = "2026-01-01",
): Candidate => ({
  id,
  personId: id,
  agencyId: "pc-30307",
  name: id,
  position: "",
  phone: "",
  email: "",
  capacity,
  matter: capacity === "authorised" ? "Sạt lở" : null,
  from: capacity === "authorised" ? `${from}T00:00:00.000Z` : from,
  until: capacity === "authorised" ? "2026-09-01T10:00:00.000Z" : null,
  basis: { number: "1/QĐ", date: "2026-01-01" },
  documentId: null,
  publishedAt: "2026-01-01T01:00:00.000Z",
});

const brief = (candidates: Candidate[], asked?: string) =>
  inOrder(candidates, asked).map(
    ({ id, recommended, why }) => `${id}${recommended ? "*" : ""} ${why}`,
  );

describe("whom to ask about a matter", () => {
  const all = [
    candidate("chair", "head"),
    candidate("chief", "regular"),
    candidate("cuc", "authorised"),
  ];

  it.each(["sạt lở", "Sat lo bo song", "về vụ việc sạt lở trên địa bàn"])(
    "is the one delegated for it, by %s",
    (asked) => {
      expect(brief(all, asked)).toEqual([
        "cuc* authorised-asked",
        "chief regular-beside",
        "chair head-beside",
      ]);
    },
  );

  it.each(["lở mồm long móng", "về vụ việc", ""])("is the regular one for %s", (asked) => {
    expect(brief(all, asked)).toEqual(["chief* regular", "chair head-beside", "cuc authorised"]);
  });
});

describe("whom to ask", () => {
  it.each([
    {
      on: "regular, head and delegate",
      all: [candidate("D", "authorised"), candidate("H", "head"), candidate("R", "regular")],
      asked: ["R* regular", "H head-beside", "D authorised"],
    },
    {
      on: "head and delegate",
      all: [candidate("D", "authorised"), candidate("H", "head")],
      asked: ["H* head-alone", "D authorised"],
    },
    {
      on: "two delegates whose head has left",
      all: [candidate("E", "authorised", "2026-02-01"), candidate("D", "authorised")],
      asked: ["D* authorised-alone", "E authorised"],
    },
    { on: "nobody", all: [], asked: [] },
  ])("is plain with $on on record", ({ all, asked }) => {
    expect(brief(all)).toEqual(asked);
  });

  it("is said in either language, with the matter and the end of a delegation", () => {
    const [delegate] = inOrder([candidate("D", "authorised")]);

    expect(delegate && whyOf(messagesIn("vi"), delegate)).toContain(
      "số 1/QĐ ngày 01/01/2026, chỉ về việc “Sạt lở”, đến 17:00 01/09/2026",
    );
    expect(delegate && whyOf(messagesIn("en"), delegate)).toContain(
      "only on “Sạt lở”, until 17:00 01/09/2026",
    );
  });
});

it("an end in fact counts when it is earlier than the planned one", () => {
  expect(effectiveEnd("2026-09-01", "2026-08-01")).toBe("2026-08-01");
  expect(effectiveEnd("2026-09-01", null)).toBe("2026-09-01");
  expect(effectiveEnd(null, "2026-08-01")).toBe("2026-08-01");
  expect(effectiveEnd(null, null)).toBeNull();
});

describe("where a term stands", () => {
  // Half past midnight on 1 September in Viet Nam is still 31 August in UTC.
  const at = "2026-08-31T17:30:00.000Z";

  it.each([
    { from: "2026-09-02", until: null, phase: "coming" },
    { from: "2026-09-01", until: null, phase: "current" },
    { from: "2026-08-01", until: "2026-09-01", phase: "current" },
    { from: "2026-08-01", until: "2026-08-31", phase: "past" },
    { from: at, until: "2026-09-01T00:00:00.000Z", phase: "current" },
    { from: "2026-08-31T17:30:00.001Z", until: "2026-09-01T00:00:00.000Z", phase: "coming" },
    { from: "2026-08-01T00:00:00.000Z", until: at, phase: "past" },
  ])("from $from until $until is $phase", ({ from, until, phase }) => {
    expect(termPhaseOf({ from, until }, at)).toBe(phase);
  });
});

it("knows an official address by its domain", () => {
  expect(isOfficialEmail("an@longxuyen.angiang.gov.vn")).toBe(true);
  expect(isOfficialEmail("an@gmail.com")).toBe(false);
  expect(isOfficialEmail("an@gov.vn.example")).toBe(false);
});
