import { COUNTRY, type Officer } from "#app/domain/accounts/officer.ts";
import {
  importSpokespersons,
  readSpokespersonSheet,
} from "#app/domain/spokespersons/import.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import type { Db } from "#db/tables.ts";
import { committee, officerOf } from "./people.ts";
import { byLan } from "./register.ts";
import { MORNING } from "./setup.ts";

export const HEADING =
  "area_code,name,position,phone,email,capacity,decision_no,decision_date,from,until";
export const AN =
  "30307,Nguyễn Văn An,Chủ tịch UBND phường,0296 3 852 852,an@angiang.gov.vn,head,118/QĐ-UBND,30/06/2025,01/07/2025,";
export const BINH =
  "30307,Lê Thị Bình,Chủ tịch UBND phường,0296 3 852 860,binh@angiang.gov.vn,head,9/QĐ-UBND,25/08/2026,01/09/2026,";

export const LATER = "2026-09-02T01:00:00.000Z";
export const later = { by: byLan.by, at: LATER };
export const bytes = (text: string) => new TextEncoder().encode(text);
export const ward = { id: "pc-30307" };

/** Wards, a department of the province, and the officer who keeps its books. */
export async function openBooks(db: Db): Promise<Officer> {
  for (const code of ["30307", "30292", "19777"] as const) await committee(db, code);
  await db
    .insertInto("agency")
    .values({
      id: "syt-91",
      areaId: "2025-91",
      kind: "department",
      name: "Sở Y tế tỉnh An Giang",
      nameEn: "Department of Health of An Giang",
      symbol: "SYT",
    })
    .execute();
  return officerOf(db, { id: "pc-91" });
}

/** A sheet of these rows. */
export const read = (rows: string[], heading = HEADING) =>
  readSpokespersonSheet(bytes([heading, ...rows].join("\n")));
/** Enters these rows. */
export const take = (db: Db, ...rows: string[]) =>
  importSpokespersons(db, COUNTRY, read(rows), byLan, { fileName: "danh-sach.xlsx" });

/** Who speaks for the ward, and by which telephone. */
export const speaking = async (db: Db, at = MORNING) =>
  (await speakersOf(db, ward, at)).map(({ name, phone }) => `${name} ${phone}`);

/** The assignments that nobody annulled. */
export const standing = (db: Db) =>
  db.selectFrom("assignment").selectAll().where("annulledAt", "is", null).execute();
