import { randomUUID } from "node:crypto";
import { findOfficer } from "#app/domain/accounts/accounts.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { type AgencyOfArea, findAgency } from "#app/domain/agencies/agencies.server.ts";
import type { Db, Row } from "#db/tables.ts";

/** The cast. Tests speak of Long Xuyên, Ms Lan and reporter Hà, never of `foo`. */
const AREAS = {
  "91": { level: "province", type: "tỉnh", name: "An Giang", nameEn: "An Giang", partOf: null },
  "30307": {
    level: "commune",
    type: "phường",
    name: "Long Xuyên",
    nameEn: "Long Xuyen",
    partOf: "91",
  },
  "30292": { level: "commune", type: "phường", name: "Bình Đức", nameEn: "Binh Duc", partOf: "91" },
  "01": { level: "province", type: "thành phố", name: "Hà Nội", nameEn: "Ha Noi", partOf: null },
  "00004": { level: "commune", type: "phường", name: "Ba Đình", nameEn: "Ba Dinh", partOf: "01" },
  "04": { level: "province", type: "tỉnh", name: "Cao Bằng", nameEn: "Cao Bang", partOf: null },
  "46": { level: "province", type: "thành phố", name: "Huế", nameEn: "Hue", partOf: null },
  "19777": { level: "commune", type: "phường", name: "Vỹ Dạ", nameEn: "Vy Da", partOf: "46" },
} as const;

type Code = keyof typeof AREAS;

/** The People's Committee of one of the cast's areas, with its province. */
export async function committee(db: Db, code: Code = "30307"): Promise<AgencyOfArea> {
  const { partOf, ...area } = AREAS[code];
  if (partOf) await committee(db, partOf);
  const id = `2025-${code}`;
  await db
    .insertInto("area")
    .values({
      id,
      era: "2025",
      code,
      ...area,
      partOf: partOf && `2025-${partOf}`,
      fromDay: "2025-07-01",
      untilDay: null,
    })
    .onConflict((clash) => clash.doNothing())
    .execute();
  const agency = {
    id: `pc-${code}`,
    areaId: id,
    kind: "peoples_committee" as const,
    name: `Ủy ban nhân dân ${area.type} ${area.name}`,
    nameEn: `People's Committee of ${area.nameEn}`,
  };
  await db
    .insertInto("agency")
    .values(agency)
    .onConflict((clash) => clash.doNothing())
    .execute();
  return (await findAgency(db, agency.id)) as AgencyOfArea;
}

/** An officer at an agency's desk: Lan, unless somebody else is wanted. */
export async function officerOf(db: Db, agency: { id: string }, name = "Lan"): Promise<Officer> {
  const id = randomUUID();
  await db
    .insertInto("account")
    .values({
      id,
      email: `${name.toLowerCase()}-${id.slice(0, 8)}@press.test`,
      name,
      role: "officer",
      agencyId: agency.id,
      passwordHash: "none",
      createdAt: new Date().toISOString(),
      closedAt: null,
    })
    .execute();
  return (await findOfficer(db, id, new Date().toISOString())) as Officer;
}

/** Reporter Hà of An Giang, unless somebody else is wanted. */
export async function reporter(
  db: Db,
  details: Partial<Row<"journalist">> = {},
): Promise<Row<"journalist">> {
  const id = randomUUID();
  const journalist = {
    id,
    provinceId: "2025-91",
    outletId: null,
    name: "Hà",
    email: `ha-${id.slice(0, 8)}@bao.test`,
    phone: null,
    language: "vi" as const,
    pressCardNo: "IBT-001",
    pressCardUntilDay: null,
    introLetterNo: null,
    introLetterUntilDay: null,
    consentAt: new Date().toISOString(),
    consentBasis: "phiếu đăng ký",
    consentSource: null,
    awaitsConsentSince: null,
    token: randomUUID(),
    unsubscribedAt: null,
    createdAt: new Date().toISOString(),
    bouncedAt: null,
    bounce: null,
    ...details,
  };
  await db.insertInto("journalist").values(journalist).execute();
  return journalist;
}

/** A press conference of an agency on 10 September 2026 at nine, announced. */
export async function briefing(
  db: Db,
  agency: { id: string },
  details: Partial<Row<"meeting">> = {},
): Promise<Row<"meeting">> {
  const at = new Date().toISOString();
  return db
    .insertInto("meeting")
    .values({
      id: randomUUID(),
      agencyId: agency.id,
      kind: "press_conference",
      cadence: "periodic",
      subject: "Họp báo tháng 9",
      description: "",
      startsAt: "2026-09-10T02:00:00.000Z",
      endsAt: "2026-09-10T03:30:00.000Z",
      zone: "Asia/Ho_Chi_Minh",
      venue: "Hội trường A",
      onlineUrl: null,
      chair: "Nguyễn Văn An",
      spokespersonId: null,
      spokespersonName: null,
      spokespersonPosition: null,
      spokespersonCapacity: null,
      revision: 0,
      revisedAt: at,
      createdAt: at,
      createdBy: "lan",
      announcedAt: at,
      heldAt: null,
      cancelledAt: null,
      cancelReason: null,
      ...details,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
