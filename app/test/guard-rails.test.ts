import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kindOf } from "#app/domain/policies/policy.ts";
import { GROUNDS } from "#app/domain/portal/accreditation.ts";
import { policies } from "#app/i18n/vi/policies.ts";
import { type Opened, openSqlite } from "./database.ts";

/** What there must be no room for: opinions of people, and lists of the unwanted. */
const FORBIDDEN =
  /attitude|rating|rank|score|stance|sentiment|remark|hostil|friendl|loyal|political|reputation|black_?list|block_?list|banned|watch_?list|opened_at_mail|open_?track|read_at|seen_mail|photo|portrait|passport|id_image|scan/;

describe("the tables", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openSqlite();
  });
  afterAll(() => opened.close());

  const namesOf = async () => {
    const tables = await opened.db.introspection.getTables();
    return tables.flatMap(({ name, columns }) => [
      name,
      ...columns.map((column) => `${name}.${column.name}`),
    ]);
  };

  it("have no room for what anybody thinks of a journalist, for the unwanted, for pictures of papers or for who read what", async () => {
    const names = await namesOf();

    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => FORBIDDEN.test(name))).toEqual([]);
    expect(["journalist.attitude", "press_blacklist"].every((name) => FORBIDDEN.test(name))).toBe(
      true,
    );
  });

  it("keep of an admission what is decided by, and nothing beside", async () => {
    const names = await namesOf();
    const columns = names.flatMap((name) => name.match(/^accreditation\.(\w+)$/)?.[1] ?? []);

    expect(columns.toSorted()).toEqual([
      ...["decided_at", "decided_by", "decided_by_name", "decision", "ground"],
      ...["ground_verified_by", "id", "journalist_id", "legal_ref", "limits", "meeting_id"],
      ...["objected_at", "objection", "province_id", "purpose", "reason", "requested_at"],
      ...["requested_by", "review", "review_text", "reviewed_at", "reviewed_by"],
      "reviewed_by_name",
    ]);
  });
});

it("every ground of refusal is one of the law book's, and has its words", () => {
  expect(kindOf("accreditation.refusal").options).toEqual(GROUNDS);
  expect(GROUNDS.filter((ground) => !policies.choices[ground])).toEqual([]);
});
