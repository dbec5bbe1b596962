import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import {
  compare,
  GROUPS,
  kindOf,
  maySet,
  POLICY_KEYS,
  type Policy,
  readValue,
  regimeOn,
  ruleOn,
} from "./policy.ts";

const KEY = "spokesperson.publish_after_decision";

/** A rule of 24 hours for the country from 1 July 2026, unless something else is wanted. */
const rule = (details: Partial<Policy> = {}): Policy => ({
  id: "national",
  key: KEY,
  value: "24",
  unit: "hours",
  clock: "clock_hours",
  scope: "national",
  provinceId: null,
  agencyId: null,
  fromDay: "2026-07-01",
  untilDay: null,
  legalRef: "Điều 3",
  statutory: 1,
  reason: null,
  verifiedBy: null,
  verifiedDay: null,
  recordedAt: "2026-07-01T00:00:00.000Z",
  recordedBy: "law",
  ...details,
});
const ofProvince = (value: string, details: Partial<Policy> = {}) =>
  rule({ id: "province", scope: "province", provinceId: "2025-91", value, ...details });
const ofAgency = (value: string, details: Partial<Policy> = {}) =>
  rule({ id: "agency", scope: "agency", agencyId: "pc-30307", value, ...details });

const here = { key: KEY, provinceId: "2025-91", agencyId: "pc-30307" } as const;
const held = (policies: Policy[], day = "2026-09-01") => ruleOn(policies, { ...here, day });

describe("which rule holds", () => {
  it("is the agency's before the province's before the nation's, the nation's always beside it", () => {
    const all = [rule(), ofProvince("20"), ofAgency("12")];

    expect(held(all)).toMatchObject({ held: { id: "agency" }, national: { id: "national" } });
    expect(held(all.slice(0, 2))?.held.id).toBe("province");
    expect(held(all.slice(0, 1))).toMatchObject({
      held: { id: "national" },
      comparison: undefined,
    });
    expect(ruleOn(all, { key: KEY, day: "2026-09-01" })?.held.id).toBe("national");
    expect(ruleOn(all, { ...here, agencyId: "pc-30292", day: "2026-09-01" })?.held.id).toBe(
      "province",
    );
    expect(ruleOn(all, { key: KEY, provinceId: "2025-46", day: "2026-09-01" })?.held.id).toBe(
      "national",
    );
  });

  it("is that of the day, to the day", () => {
    const before = rule({ id: "before", fromDay: "2017-03-30", untilDay: "2026-06-30" });
    const all = [before, rule()];

    expect(held(all, "2017-03-29")).toBeUndefined();
    expect(held(all, "2017-03-30")?.held.id).toBe("before");
    expect(held(all, "2026-06-30")?.held.id).toBe("before");
    expect(held(all, "2026-07-01")?.held.id).toBe("national");
    expect(regimeOn("2026-06-30")).toBe("2017");
    expect(regimeOn("2026-07-01")).toBe("2026");
  });

  it("takes a looser one only with its reason, and says that it is looser", () => {
    const reasoned = ofProvince("48", { reason: "Đảo xa" });

    expect(held([rule(), ofProvince("48")])?.held.id).toBe("national");
    expect(held([rule(), reasoned])).toMatchObject({
      held: { id: "province" },
      comparison: "looser",
    });
    expect(held([rule(), ofProvince("12"), ofAgency("20")])?.held.id).toBe("province");
    expect(held([rule(), ofProvince("12"), ofAgency("12")])?.held.id).toBe("agency");
    expect(held([ofProvince("48")])).toMatchObject({
      held: { id: "province" },
      national: undefined,
    });
  });

  it("is never looser than the law without a reason, whatever was set", () => {
    const value = fc.integer({ min: 1, max: 60 }).map(String);
    const reason = fc.constantFrom(null, "Lý do");
    fc.assert(
      fc.property(value, value, value, reason, reason, (law, province, agency, why, because) => {
        const all = [
          rule({ value: law }),
          ofProvince(province, { reason: why }),
          ofAgency(agency, { reason: because }),
        ];
        const found = held(all);

        if (found?.comparison === "looser") expect(why ?? because).not.toBeNull();
        else expect(Number(found?.held.value)).toBeLessThanOrEqual(Number(law));
      }),
    );
  });
});

it.each([
  { key: KEY, one: "12", other: "24", is: "stricter" },
  { key: KEY, one: "24", other: "24", is: "same" },
  { key: "pressconf.notice_before", one: "48", other: "24", is: "stricter" },
  { key: "pressconf.notice_before", one: "12", other: "24", is: "looser" },
] as const)("$one beside $other is $is in $key", ({ key, one, other, is }) => {
  expect(compare(rule({ key, value: one }), rule({ key, value: other }))).toBe(is);
});

it("sets days and hours against each other, working days as the week has them", () => {
  const days = (value: string, clock: Policy["clock"]) =>
    rule({ key: "reply.forwarded_opinion", value, clock });

  expect(compare(days("15", "working_days"), days("30", "calendar_days"))).toBe("stricter");
  expect(compare(days("15", "working_days"), days("15", "calendar_days"))).toBe("looser");
  expect(compare(days("48", "clock_hours"), days("2", "working_days"))).toBe("stricter");
});

it.each([
  { key: KEY, text: " 24 ", is: "24" },
  { key: KEY, text: "24.5", is: undefined },
  { key: KEY, text: "-1", is: undefined },
  { key: KEY, text: "007", is: undefined },
  { key: "report.annual.due", text: "12-20", is: "12-20" },
  { key: "report.annual.due", text: "02-30", is: undefined },
  { key: "incident.clock_start", text: "received; determined", is: "received;determined" },
  { key: "incident.clock_start", text: "received;received", is: undefined },
  { key: "incident.clock_start", text: "soon", is: undefined },
] as const)("reads “$text” of $key as $is", ({ key, text, is }) => {
  expect(readValue(key, text)).toBe(is);
});

it("lets a province set rules for itself and its agencies, an agency for itself, nobody else's", () => {
  const province = { reach: "province", agencyId: "pc-91", provinceId: "2025-91" } as const;
  const ward = { reach: "agency", agencyId: "pc-30307", provinceId: "2025-91" } as const;
  const chief = { reach: "country", agencyId: null, provinceId: null } as const;
  const scopes = [
    { scope: "national" },
    { scope: "province", provinceId: "2025-91" },
    { scope: "province", provinceId: "2025-46" },
    { scope: "agency", agencyId: "pc-30307", provinceId: "2025-91" },
    { scope: "agency", agencyId: "pc-30292", provinceId: "2025-91" },
    { scope: "agency", agencyId: "pc-19777", provinceId: "2025-46" },
  ] as const;
  const may = (officer: typeof province | typeof ward | typeof chief) =>
    scopes.map((scope) => maySet(officer, scope));

  expect(may(province)).toEqual([false, true, false, true, true, false]);
  expect(may(ward)).toEqual([false, false, false, true, false, false]);
  expect(may(chief)).toEqual(scopes.map(() => true));
});

it.each(["vi", "en"] as const)("has words in %s for every key, group and choice", (language) => {
  const words = messagesIn(language).policies;
  const options = POLICY_KEYS.flatMap((key) => kindOf(key).options ?? []);

  expect(POLICY_KEYS.filter((key) => !words.keys[key])).toEqual([]);
  expect(Object.keys(words.keys).toSorted()).toEqual(POLICY_KEYS.toSorted());
  expect(GROUPS.filter((group) => !words.groups[group])).toEqual([]);
  expect(options.filter((option) => !words.choices[option])).toEqual([]);
});
