import { later } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { findOfficer } from "../accounts/accounts.server.ts";
import { decideAccreditation, requestAccreditation } from "../portal/accreditations.server.ts";
import { requestOnData } from "../portal/data-requests.server.ts";
import { objectTo } from "../portal/objections.server.ts";
import { tellForeignPaper } from "../portal/profile.server.ts";
import { recordsOf } from "../portal/records.server.ts";
import { byJournalist, type OwnRecord, type Visitor } from "../portal/visitor.ts";
import { MARK } from "./office.ts";

const minutesBefore = (at: Moment, minutes: number) => later(at, { minutes: -minutes });

/** What journalists of the demo have asked for in their room: admissions, an objection, a correction. */
export async function furnishPortal(db: Db, at: Moment, { meetingId }: { meetingId: string }) {
  const journalist = async (i: number) =>
    (await recordsOf(db, { journalistId: `${MARK}journalist-${i}` }))[0];
  const [ha, nam, anna, binh] = await Promise.all([4, 8, 46, 12].map(journalist));
  if (!ha || !nam || !anna || !binh) return;

  await ask(db, ha, { meetingId, purpose: "Đưa tin, chụp ảnh (mẫu)" }, minutesBefore(at, 300));
  const id = await ask(db, nam, { meetingId, purpose: "Quay phim (mẫu)" }, minutesBefore(at, 2000));
  const officer = await findOfficer(db, `${MARK}account-0`, at);
  if (id && officer) {
    const limits = "Quay tại khu vực báo chí, không đi cùng đoàn (mẫu)";
    const form = { decision: "limited", limits } as const;
    const signed = { by: officer, at: minutesBefore(at, 1500) };
    await decideAccreditation(db, officer, id, form, signed);
    await objectTo(
      db,
      visitorOf(nam),
      id,
      "Cần theo đoàn để ghi hình (mẫu)",
      minutesBefore(at, 60),
    );
  }
  const paper = { kind: "resident", paperNo: "TT-MAU-046" } as const;
  await tellForeignPaper(db, anna, paper, minutesBefore(at, 1440));
  await ask(db, anna, { meetingId: null, purpose: "Coverage (sample)" }, minutesBefore(at, 1440));
  await requestOnData(
    db,
    binh,
    { kind: "correction", text: "Họp báo trước tôi không dự mà bị ghi có mặt (mẫu)" },
    { language: "vi", at: minutesBefore(at, 1000) },
  );
}

async function ask(
  db: Db,
  own: OwnRecord,
  { meetingId, purpose }: { meetingId: string | null; purpose: string },
  at: Moment,
): Promise<string | undefined> {
  const request = { journalistId: own.id, provinceId: own.provinceId, meetingId, purpose };
  const asked = await requestAccreditation(db, request, byJournalist(own, at));
  return asked.ok ? asked.id : undefined;
}

function visitorOf(own: OwnRecord): Visitor {
  const { email, name, language } = own;
  return { email, name, language, proven: true, session: "", records: [own] };
}

/** Removes what the demo's journalists asked for, with the letters and the lines of the log about it. */
export async function removePortal(trx: Db) {
  const theirs = trx.selectFrom("journalist").select("id").where("id", "like", `${MARK}%`);
  const addresses = await trx
    .selectFrom("journalist")
    .select("email")
    .where("id", "in", theirs)
    .execute();
  const emails = addresses.map(({ email }) => email);
  for (const table of ["accreditation", "dataRequest"] as const) {
    await trx
      .deleteFrom("audit")
      .where("about", "in", trx.selectFrom(table).select("id").where("journalistId", "in", theirs))
      .execute();
    await trx.deleteFrom(table).where("journalistId", "in", theirs).execute();
  }
  await trx
    .deleteFrom("mail")
    .where("kind", "in", ["portal-link", "portal-data", "portal-accreditation"])
    .where("to", "in", emails)
    .execute();
  for (const table of ["portalSession", "portalLink"] as const)
    await trx.deleteFrom(table).where("email", "in", emails).execute();
}
