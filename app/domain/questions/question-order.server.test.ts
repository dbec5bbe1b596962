import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inCallingOrder } from "./question-order.server.ts";

const startsAt = "2026-09-10T02:00:00.000Z";
const EARLY = "2026-09-09T02:00:00.000Z";
const LATE = "2026-09-10T02:30:00.000Z";

const question = (number: number, outletName: string | null, receivedAt = EARLY) => ({
  ...{ id: `q${number}`, number, outletName, receivedAt },
  ...{ askerName: null, invitationId: null },
});

const numbers = (questions: { number: number }[]) => questions.map((one) => one.number);

describe("the order in which questions are called", () => {
  it("is first come, first called, whoever looked first", () => {
    const order = { rule: "first_come" as const, commitment: null, seed: null };
    const shuffled = [question(3, "C"), question(1, "A"), question(2, null)];

    expect(numbers(inCallingOrder(shuffled, order, { startsAt }))).toEqual([1, 2, 3]);
  });

  it("gives every outlet its first question before anybody's second", () => {
    const order = { rule: "rotation" as const, commitment: null, seed: null };
    const asked = [
      question(1, "Báo Lớn"),
      question(2, "báo lớn"),
      question(3, "Báo Lớn"),
      question(4, "Tạp chí Nhỏ"),
      // Nobody's outlet is not one outlet: these two are two people.
      question(5, null),
      question(6, null),
    ];

    expect(numbers(inCallingOrder(asked, order, { startsAt }))).toEqual([1, 4, 5, 6, 2, 3]);
  });

  it("can be recomputed by anybody from the seed of a lot", () => {
    const seed = "5eed";
    const order = { rule: "lot" as const, commitment: null, seed };
    const asked = [1, 2, 3, 4, 5, 6].map((number) => question(number, "A"));
    const late = question(7, "A", LATE);

    const called = inCallingOrder([late, ...asked], order, { startsAt });

    const byHand = [1, 2, 3, 4, 5, 6]
      .map((number) => [createHash("sha256").update(`5eed:${number}`).digest("hex"), number])
      .sort()
      .map(([, number]) => number);
    expect(numbers(called)).toEqual([...byHand, 7]);
    expect(numbers(called)).not.toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("never loses nor doubles a question, and does not depend on the order it is asked in", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 25 }),
        fc.constantFrom("first_come" as const, "rotation" as const, "lot" as const),
        fc.string(),
        (all, rule, seed) => {
          const order = { rule, commitment: null, seed: seed || "0" };
          const outlets = ["A", "B", null];
          const asked = all.map((number) =>
            question(number, outlets[number % 3] ?? null, number % 5 ? EARLY : LATE),
          );
          const called = numbers(inCallingOrder(asked, order, { startsAt }));
          const again = numbers(inCallingOrder(asked.toReversed(), order, { startsAt }));
          expect(again).toEqual(called);
          expect(called.toSorted()).toEqual(all.toSorted());
        },
      ),
    );
  });
});
