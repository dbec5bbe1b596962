import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { assigned, byLan, decided, emptyRegister } from "#app/test/register.ts";
import { sentenceOf } from "../audit/sentence.ts";
import { assign } from "./assignments.server.ts";
import { changesOf } from "./changes.server.ts";
import { changeSentence } from "./changes.ts";
import { correctAssignment } from "./corrections.server.ts";

describe.each(databases)("the log of corrections, on $name", ({ open }) => {
  let opened: Opened;
  let ward: { id: string };
  beforeAll(async () => {
    opened = await open();
    ward = await committee(opened.db);
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(opened.db));

  const correct = (id: string, details: Parameters<typeof decided>[0]) =>
    correctAssignment(
      opened.db,
      { id, agencyId: ward.id },
      decided(details),
      { reason: "ghi nhầm" },
      { ...byLan, at: "2026-09-01T02:00:00.000Z" },
    );
  const told = () => changesOf(opened.db, { agencyId: ward.id }, { until: "2026-10-01", limit: 9 });
  const logged = async () => {
    const entries = await opened.db
      .selectFrom("audit")
      .select(["act", "particulars"])
      .where("act", "=", "spokesperson.corrected")
      .execute();
    return entries.map((entry) => sentenceOf(messagesIn("vi"), entry));
  };

  it("says field by field what was and what is, in public and at the desk", async () => {
    const { id } = await assigned(opened.db, ward);
    await correct(id, { phone: "0296 3 111 222", untilDay: "2027-06-30", name: "Nguyễn Văn Ân" });

    const [corrected] = await told();
    expect(corrected?.changed).toEqual([
      { field: "name", before: "Nguyễn Văn An", after: "Nguyễn Văn Ân" },
      { field: "phone", before: "0296 3 852 852", after: "0296 3 111 222" },
      { field: "untilDay", before: null, after: "2027-06-30" },
    ]);
    const said =
      "họ tên: Nguyễn Văn An → Nguyễn Văn Ân; điện thoại: 0296 3 852 852 → 0296 3 111 222; đến hết ngày: (không ghi) → 30/06/2027";
    expect(corrected && changeSentence(messagesIn("vi"), corrected)).toContain(`Đã đổi ${said}.`);
    expect(corrected && changeSentence(messagesIn("en"), corrected)).toContain(
      "Changed: name: Nguyễn Văn An → Nguyễn Văn Ân; telephone:",
    );
    expect(await logged()).toEqual([
      `Đính chính mục về ông/bà Nguyễn Văn Ân. Lý do: ghi nhầm. Đã đổi: ${said}.`,
    ]);
  });

  it("keeps from the public what is not public", async () => {
    const { id } = await assigned(opened.db, ward, decided({ decisionSigner: "Bà Hoa" }));
    await correct(id, { decisionSigner: "Ông Bình" });

    const [corrected] = await told();
    expect(corrected).toMatchObject({ kind: "corrected", changed: [] });
    expect(await logged()).toEqual([
      "Đính chính mục về ông/bà Nguyễn Văn An. Lý do: ghi nhầm. Đã đổi: người ký: Bà Hoa → Ông Bình.",
    ]);
  });

  it("tells nothing in public of an entry that is not published yet", async () => {
    const entered = await assign(opened.db, ward, decided(), byLan, { publish: false });
    if (!entered.ok) throw new Error(entered.reason);
    await correct(entered.id, { phone: "0296 3 111 222" });

    expect(await told()).toEqual([]);
    expect(await logged()).toHaveLength(1);
  });
});
