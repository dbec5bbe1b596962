import { randomUUID } from "node:crypto";
import { placesOf } from "#app/domain/areas/areas.server.ts";
import { committeeOf } from "#app/domain/areas/committee.ts";
import { peopleOnTheList } from "#app/test/queries.ts";
import type { Day, Db, Row } from "#db/tables.ts";

const YEARS = 10;
const TERMS = 13; // of a head and of a regular spokesperson each: 100,000 in all with 34 provinces
const TODAY = new Date().toISOString().slice(0, 10);
const BY = "bench";

const UNSET = {
  ...{ decisionAt: null, decisionSigner: null, decisionFileId: null, besideReason: null },
  ...{ endDay: null, endKind: null, endReason: null, endDecisionNo: null, endDecisionDay: null },
  ...{ endSigner: null, endFileId: null, endRecordedAt: null, endRecordedBy: null },
  ...{ supersededBy: null, annulledAt: null, annulledBy: null, annulReason: null },
  ...{ replacesId: null, importId: null },
};
const UNSET_DELEGATION = {
  besideReason: null,
  ...{ documentSigner: null, documentFileId: null, endAt: null, endReason: null },
  ...{ endDocumentNo: null, endRecordedAt: null, endRecordedBy: null, annulledAt: null },
  ...{ annulledBy: null, annulReason: null, replacesId: null, importId: null },
};

/** Ten years for every agency: a head and a regular spokesperson at a time, here and there a delegation. */
export async function enterTenYears(db: Db, provinces?: string[]) {
  const taken = new Set(peopleOnTheList().map(({ agencyId }) => agencyId));
  const agencies = (await agenciesWithin(db, provinces)).filter((id) => !taken.has(id));
  const names = namesOfPeople();
  const people: Row<"person">[] = [];
  const assignments: Omit<Row<"assignment">, keyof typeof UNSET>[] = [];
  const delegations: Omit<Row<"delegation">, keyof typeof UNSET_DELEGATION>[] = [];
  for (const agencyId of agencies)
    for (const capacity of ["head", "regular"] as const)
      for (let term = 0; term < TERMS; term++) {
        const id = randomUUID();
        const personId = randomUUID();
        people.push({ id: personId, name: names() });
        const fromDay = dayOf(term / TERMS);
        const untilDay = term === TERMS - 1 ? null : dayOf((term + 1) / TERMS, -1);
        const phone = phoneOf(assignments.length);
        assignments.push({
          ...{ id, agencyId, personId, capacity, fromDay, untilDay, phone },
          ...{ position: capacity === "head" ? "Chủ tịch" : "Chánh Văn phòng" },
          ...{ email: `${capacity}@${agencyId}.gov.vn`, decisionNo: `${term + 1}/QĐ-UBND` },
          ...{
            decisionDay: fromDay,
            recordedAt: `${fromDay}T01:00:00.000Z`,
            recordedBy: BY,
          },
          ...{ publishedAt: `${fromDay}T01:00:00.000Z`, publishedBy: BY },
        });
        if (capacity === "head" && term % 5 === 0)
          delegations.push({
            ...{ id: randomUUID(), agencyId, personId, grantorId: id, matter: "Sạt lở bờ sông" },
            ...{ position: "Trưởng phòng", phone, email: `viec@${agencyId}.gov.vn` },
            ...{ documentNo: "25/UQ-UBND", documentDay: fromDay },
            ...{
              fromAt: `${fromDay}T01:00:00.000Z`,
              untilAt: `${dayOf(term / TERMS, 30)}T10:00:00.000Z`,
            },
            ...{ recordedAt: `${fromDay}T01:00:00.000Z`, recordedBy: BY },
            ...{ publishedAt: `${fromDay}T01:00:00.000Z`, publishedBy: BY },
          });
      }
  await db.transaction().execute(async (trx) => {
    for (const batch of batches(people)) await trx.insertInto("person").values(batch).execute();
    for (const batch of batches(assignments))
      await trx
        .insertInto("assignment")
        .values(batch.map((one) => ({ ...one, ...UNSET })))
        .execute();
    for (const batch of batches(delegations))
      await trx
        .insertInto("delegation")
        .values(batch.map((one) => ({ ...one, ...UNSET_DELEGATION })))
        .execute();
  });
  return {
    assignments: assignments.length,
    delegations: delegations.length,
    names: people.map(({ name }) => name),
  };
}

async function agenciesWithin(db: Db, provinces?: string[]): Promise<string[]> {
  const atlas = await placesOf(db);
  const areas = atlas
    .provinces()
    .filter(({ code }) => !provinces || provinces.includes(code))
    .flatMap((province) => [province, ...atlas.within(province.id)]);
  const within = new Set(areas.map(({ id }) => id));
  const departments = await db
    .selectFrom("agency")
    .select(["id", "areaId"])
    .where("kind", "<>", "peoples_committee")
    .execute();
  return [
    ...areas.map((area) => committeeOf(area).id),
    ...departments.filter(({ areaId }) => within.has(areaId)).map(({ id }) => id),
  ];
}

/** The communes of some provinces, or of all. */
export async function communeCodes(db: Db, provinces?: string[]): Promise<string[]> {
  const atlas = await placesOf(db);
  return atlas
    .provinces()
    .filter(({ code }) => !provinces || provinces.includes(code))
    .flatMap(({ id }) => atlas.within(id))
    .map(({ code }) => code);
}

/** A day of the ten years, by how much of them has gone by. */
function dayOf(share: number, more = 0): Day {
  const end = Date.parse(TODAY) - 60 * 86_400_000;
  const start = end - YEARS * 365 * 86_400_000;
  return new Date(start + share * (end - start) + more * 86_400_000).toISOString().slice(0, 10);
}

function phoneOf(n: number): string {
  return `09${String(n % 10)}${String(1_000_000 + ((n * 7919) % 9_000_000))}`;
}

/** Names as common as in life: two in five are Nguyễn, a few given names are everybody's. */
function namesOfPeople(): () => string {
  const surnames =
    "Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Phạm Huỳnh Phan Vũ Đặng Bùi Đỗ Hồ Ngô".split(" ");
  const middles = "Văn Thị Hữu Đức Ngọc Minh Thanh Quốc Xuân Kim Hoàng Thế Công Thu Bích".split(
    " ",
  );
  const givens =
    "Hòa An Bình Hùng Dũng Lan Hương Hạnh Tuấn Anh Minh Đức Long Sơn Hải Nam Phong Cường Thắng Mai Hoa Cúc Trang Linh Thảo Yến Nga Hà Thủy Tùng Khánh Quân Phúc Lộc Thọ Vinh Quang Khoa Trung Kiên Đạt Tâm Hiền Dung Oanh Loan Phượng Ngân Châu Tiến".split(
      " ",
    );
  let seed = 20261128;
  const next = (many: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * many);
  };
  const pick = (of: string[]) => of[next(of.length)] ?? "";
  // The lower of two throws: the first names are the most common.
  const given = () => givens[Math.min(next(givens.length), next(givens.length))] ?? "";
  return () => [pick(surnames), pick(middles), given()].join(" ");
}

function* batches<Item>(items: Item[], size = 300): Generator<Item[]> {
  for (let first = 0; first < items.length; first += size) yield items.slice(first, first + size);
}
