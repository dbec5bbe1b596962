import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { placesOf } from "#app/domain/areas/areas.server.ts";
import type { AreaEntry } from "#app/domain/areas/atlas.ts";
import { wordsOf } from "#app/domain/areas/folding.ts";
import { loadMap } from "#app/domain/areas/map.server.ts";
import type { Answer } from "#app/domain/spokespersons/lookup.ts";
import type { Db, Row } from "#db/tables.ts";

/** A question as people type it, and what is meant: the first answer, or one of several as good. */
export interface KnownQuery {
  query: string;
  expected: string[]; // see `keyOf`
  tests: string;
}

/** The questions of `queries.csv`, beside this file. */
export function readQueries(): KnownQuery[] {
  const text = readFileSync(new URL("./queries.csv", import.meta.url), "utf8");
  const rows: Record<string, string>[] = parse(text, { columns: true, skip_empty_lines: true });
  return rows.map(({ query = "", expected = "", tests = "" }) => ({
    ...{ query, expected: expected.split("|"), tests },
  }));
}

/** An answer in a word, as `queries.csv` names it: 2025-30307, so-y-te-91, person:Nguyễn Văn Hòa@pc-30307. */
export function keyOf({ area, agency, matched }: Answer): string {
  if (matched.via === "person") return `person:${matched.text}@${agency?.id}`;
  if (matched.via === "phone") return `phone:${agency?.id}`;
  return matched.via === "agency" ? (agency?.id ?? "") : area.id;
}

/** The departments that every province has, by the beginning of their ids, with what was merged into them. */
const DEPARTMENTS: Record<
  string,
  { name: string; nameEn: string; kind: Row<"agency">["kind"]; former?: string[] }
> = {
  "so-y-te": { name: "Sở Y tế", nameEn: "Department of Health", kind: "department" },
  "so-giao-duc": {
    ...{ name: "Sở Giáo dục và Đào tạo", nameEn: "Department of Education and Training" },
    kind: "department",
  },
  "so-xay-dung": {
    ...{ name: "Sở Xây dựng", nameEn: "Department of Construction", kind: "department" },
    former: ["Sở Giao thông vận tải"],
  },
  "so-nong-nghiep": {
    ...{ name: "Sở Nông nghiệp và Môi trường", kind: "department" },
    nameEn: "Department of Agriculture and Environment",
    former: ["Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài nguyên và Môi trường"],
  },
  "so-tai-chinh": {
    ...{ name: "Sở Tài chính", nameEn: "Department of Finance", kind: "department" },
    former: ["Sở Kế hoạch và Đầu tư"],
  },
  "so-noi-vu": {
    ...{ name: "Sở Nội vụ", nameEn: "Department of Home Affairs", kind: "department" },
    former: ["Sở Lao động - Thương binh và Xã hội"],
  },
  "so-khoa-hoc": {
    ...{ name: "Sở Khoa học và Công nghệ", kind: "department" },
    nameEn: "Department of Science and Technology",
    former: ["Sở Thông tin và Truyền thông"],
  },
  "so-van-hoa": {
    ...{ name: "Sở Văn hóa, Thể thao và Du lịch", kind: "department" },
    nameEn: "Department of Culture, Sports and Tourism",
  },
  "so-cong-thuong": {
    ...{ name: "Sở Công Thương", nameEn: "Department of Industry and Trade", kind: "department" },
  },
  "so-tu-phap": { name: "Sở Tư pháp", nameEn: "Department of Justice", kind: "department" },
  "thanh-tra": { name: "Thanh tra", nameEn: "Inspectorate", kind: "inspectorate" },
  "van-phong": {
    ...{ name: "Văn phòng Ủy ban nhân dân", nameEn: "Office of the People's Committee" },
    kind: "department",
  },
  "kiem-lam": {
    ...{ name: "Chi cục Kiểm lâm", nameEn: "Forest Protection Sub-department" },
    kind: "sub_department",
  },
  "cong-an": { name: "Công an", nameEn: "Public Security", kind: "vertical" },
};

/** Some of those who speak: [agency, name, position, telephone]. */
const PEOPLE: [agencyId: string, name: string, position: string, phone: string][] = [
  ["pc-30307", "Nguyễn Văn Hòa", "Chủ tịch UBND phường", "0296 3 852 852"],
  ["pc-30307", "Trần Thị Cúc", "Phó Chủ tịch UBND phường", "0296 3 852 853"],
  ["pc-30316", "Nguyễn Văn Hòa", "Chủ tịch UBND phường", "0296.3.866.123"],
  ["pc-30952", "Huỳnh Quốc Tuấn", "Chủ tịch UBND xã", "+84 918 245 367"],
  ["pc-24133", "H'Hen Êban", "Phó Chủ tịch UBND phường", "0262 3 852 111"],
  ["so-y-te-91", "Lê Thị Mỹ Duyên", "Giám đốc Sở", "0296 3 841 234"],
  ["pc-19777", "Nguyễn Văn Hoa", "Chủ tịch UBND phường", "0234 3 822 100"],
  ["pc-46", "Đặng Ngọc Trâm Anh", "Chánh Văn phòng UBND thành phố", "(0234) 3.822.545"],
  ["thanh-tra-91", "Phạm Thị Ngọc Bích", "Chánh Thanh tra tỉnh", "0296 3 841 777"],
  ["pc-28879", "Võ Văn Kiệt", "Chủ tịch UBND xã", "0275 3 860 402"],
  ["pc-91", "Hoàng Thị Kim Ngân", "Chánh Văn phòng UBND tỉnh", "0296 3 957 006"],
  ["pc-00715", "Lý A Sình", "Chủ tịch UBND xã", "0219 3 856 009"],
  ["pc-00004", "Nguyễn Thị Hòa", "Chủ tịch UBND phường", "024 3 823 4567"],
  ["pc-24211", "Y Bion Niê", "Chủ tịch UBND xã", "0262 3 688 200"],
];

/** Those of the small register who are on the public list. */
export function peopleOnTheList(): { agencyId: string; name: string }[] {
  return PEOPLE.map(([agencyId, name]) => ({ agencyId, name }));
}

/**
 * The real map with a small register: fourteen departments in each province, or in those of these codes
 * (in every other one with the province in the name), and a dozen people on the public list.
 */
export async function furnishRegister(db: Db, codes?: string[]) {
  await loadMap(db);
  const provinces = (await placesOf(db))
    .provinces()
    .filter(({ code }) => !codes || codes.includes(code));
  const signed = { recordedAt: "2025-07-01T01:00:00.000Z", recordedBy: "lan" };
  for (const [i, province] of provinces.entries())
    for (const [key, { former = [], ...department }] of Object.entries(DEPARTMENTS)) {
      const id = `${key}-${province.code}`;
      const name = nameIn(department.name, province, i % 2 === 0);
      const agency = { ...department, id, name, areaId: province.id };
      const unset = { symbol: null, underId: null, fromDay: null, untilDay: null };
      await db
        .insertInto("agency")
        .values({ ...agency, ...unset })
        .execute();
      for (const [n, before] of former.entries())
        await db
          .insertInto("agencyName")
          .values({
            ...{ id: `${id}-${n}`, agencyId: id, name: before, nameEn: before },
            ...{ untilDay: "2025-02-28", basis: "18/2025/NĐ-CP", ...signed },
          })
          .execute();
    }
  const agencies = new Set(
    (await db.selectFrom("agency").select("id").execute()).map(({ id }) => id),
  );
  for (const [agencyId, name, position, phone] of PEOPLE)
    if (agencies.has(agencyId)) await enter(db, agencyId, name, { position, phone });
}

function nameIn(name: string, { fullName }: AreaEntry, whole: boolean): string {
  const province = fullName.charAt(0).toLocaleLowerCase("vi") + fullName.slice(1);
  if (whole || name.startsWith("Văn phòng")) return `${name} ${province}`;
  const needsType = /^(Thanh tra|Công an)$/.test(name);
  return needsType ? `${name} ${province.startsWith("tỉnh") ? "tỉnh" : "thành phố"}` : name;
}

/** Somebody on the public list since 1 July 2025, as the head of an agency. */
async function enter(
  db: Db,
  agencyId: string,
  name: string,
  said: { position: string; phone: string },
) {
  const id = `${agencyId} ${name}`;
  const at = "2025-07-01T01:00:00.000Z";
  const email = `${wordsOf(name).length}@${agencyId}.gov.vn`;
  await db.insertInto("person").values({ id, name }).execute();
  await db
    .insertInto("assignment")
    .values({
      ...{ id, agencyId, personId: id, capacity: "head", ...said, email },
      ...{ decisionNo: "118/QĐ-UBND", decisionDay: "2025-06-30", fromDay: "2025-07-01" },
      ...{ untilDay: null, endDay: null, endReason: null, endDecisionNo: null },
      ...{ recordedAt: at, recordedBy: "lan", publishedAt: at, publishedBy: "lan" },
    })
    .execute();
}
