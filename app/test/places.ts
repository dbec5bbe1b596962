import { fullName, fullNameInEnglish } from "#app/domain/areas/area.ts";
import { committeeOf } from "#app/domain/areas/committee.ts";
import type { Db, Row } from "#db/tables.ts";
import { committee } from "./people.ts";

/**
 * A corner of the map around Long Xuyên, as it is in `db/data`: wards of the former city that went
 * whole into Long Xuyên, one whose old code is a new ward's code, Phước Hưng that was divided among
 * three communes, and the province of Đồng Nai, a city since 30/04/2026.
 */
export async function aroundLongXuyen(db: Db) {
  await committee(db, "30307");
  await committee(db, "30292");
  for (const [code, name] of Object.entries({
    30337: "An Phú",
    30346: "Nhơn Hội",
    30352: "Phú Hữu",
  }))
    await current(db, { code, name, type: "xã", level: "commune", partOf: "2025-91" });
  await current(db, { code: "75", name: "Đồng Nai", type: "thành phố", level: "province" });
  await db
    .insertInto("areaAlias")
    .values({
      ...{
        id: "retyped-75",
        areaId: "2025-75",
        type: "tỉnh",
        name: "Đồng Nai",
        districtName: null,
      },
      ...{ kind: "retyped", untilDay: "2026-04-29", basis: "30/2026/QH16" },
    })
    .execute();

  const province = await former(db, { code: "tinh-an-giang", name: "An Giang", type: "tỉnh" });
  const city = await former(db, {
    ...{ code: "thanh-pho-long-xuyen-an-giang", name: "Long Xuyên", type: "thành phố" },
    ...{ level: "district", partOf: province },
  });
  const anPhu = await former(db, {
    ...{ code: "huyen-an-phu-an-giang", name: "An Phú", type: "huyện" },
    ...{ level: "district", partOf: province },
  });
  const wards = { 30280: "Mỹ Bình", 30307: "Mỹ Hòa", 30286: "Mỹ Xuyên" };
  for (const [code, name] of Object.entries(wards)) {
    const id = await former(db, { code, name, type: "phường", level: "commune", partOf: city });
    await wentInto(db, id, "30307", "whole");
  }
  const divided = await former(db, {
    ...{ code: "30358", name: "Phước Hưng", type: "xã", level: "commune", partOf: anPhu },
  });
  for (const code of ["30337", "30346", "30352"]) await wentInto(db, divided, code, "part");
  await db
    .insertInto("areaAlias")
    .values({
      ...{ id: "former-dong-xuyen", areaId: "2004-30286", type: "phường", name: "Đông Xuyên" },
      ...{ districtName: "Thành phố Long Xuyên", kind: "merged", untilDay: null, basis: null },
    })
    .execute();
}

type Given = Pick<Row<"area">, "code" | "name" | "type"> & Partial<Row<"area">>;

async function current(db: Db, given: Given) {
  const id = `2025-${given.code}`;
  const nameEn = unmarked(given.name);
  await db
    .insertInto("area")
    .values({
      ...{ id, era: "2025", level: "commune", nameEn, partOf: null },
      ...{ fromDay: "2025-07-01", untilDay: null, ...given },
    })
    .execute();
  const names = { fullName: fullName(given), fullNameEn: fullNameInEnglish({ ...given, nameEn }) };
  const agency = committeeOf({ code: given.code, ...names });
  await db
    .insertInto("agency")
    .values({ ...agency, areaId: id, kind: "peoples_committee" })
    .execute();
}

async function former(db: Db, given: Given) {
  const id = `2004-${given.code}`;
  await db
    .insertInto("area")
    .values({
      ...{ id, era: "2004", level: "province", nameEn: unmarked(given.name), partOf: null },
      ...{ fromDay: null, untilDay: "2025-06-30", ...given },
    })
    .execute();
  return id;
}

async function wentInto(db: Db, formerId: string, code: string, extent: string) {
  const partial = extent === "whole" ? 0 : 1;
  await db
    .insertInto("succession")
    .values({ formerId, successorId: `2025-${code}`, extent, partial })
    .execute();
}

function unmarked(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("Đ", "D").replaceAll("đ", "d");
}
