import { later } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Signature } from "../audit/entry.ts";
import { publishStatement } from "../statements/publication.server.ts";
import { HOLDERS, MARK } from "./office.ts";
import { demoStatements, removeBesideStatements } from "./statements.server.ts";

const WARD = "30307";

/**
 * An invented fire in the ward of Long Xuyên, of which the press was told in time, with the letters in the outbox as
 * in earnest; another incident whose clock is still running; and what was prepared for such a day.
 */
export async function furnishIncident(
  db: Db,
  at: Moment,
  { journalistIds }: { journalistIds: string[] },
) {
  const agencyId = `pc-${WARD}`;
  const before = (hours: number) => later(at, { hours: -hours });
  const by = { id: `${MARK}account-1`, name: "Trần Quốc Bảo" };
  await db
    .insertInto("scenario")
    .values(
      SCENARIOS.map((scenario, i) => ({
        ...{ ...scenario, id: `${MARK}scenario-${i}`, agencyId },
        ...{ writtenAt: before(24 * 30), writtenBy: by.id },
      })),
    )
    .execute();
  const nothing = { leadBody: null, outlet: null, note: null };
  await db
    .insertInto("incident")
    .values([
      {
        ...{ ...nothing, id: `${MARK}incident`, agencyId, kind: "fire", level: "serious" },
        ...{ clause: "7.3", title: "Cháy kho hàng mẫu ở khóm Đông An (mẫu)" },
        known: "Đám cháy bùng phát lúc rạng sáng tại một kho hàng, không có người bị thương.",
        ...{ occurredAt: before(6), receivedAt: before(5), determinedAt: null },
        ...{ openedAt: before(5), openedBy: by.id },
      },
      {
        ...{ ...nothing, id: `${MARK}incident-running`, agencyId, kind: "traffic" },
        ...{
          level: "limited",
          clause: "7.3",
          title: "Sà lan mẫu va trụ cầu, cấm xe tạm thời (mẫu)",
        },
        known: "Cầu tạm cấm xe tải để kiểm tra. Chưa ghi nhận thiệt hại về người.",
        ...{ occurredAt: before(15), receivedAt: before(14), determinedAt: null },
        ...{ openedAt: before(14), openedBy: by.id },
      },
    ])
    .execute();

  const place = HOLDERS[WARD]?.findIndex(
    ({ capacity, endDay }) => capacity === "regular" && !endDay,
  );
  const speaker = HOLDERS[WARD]?.[place ?? -1];
  if (!speaker) throw new Error(`Nobody speaks for ${WARD} in the demo.`);
  const id = `${MARK}statement`;
  await db
    .insertInto("statement")
    .values({
      ...{ id, agencyId, kind: "initial_statement", incidentId: `${MARK}incident` },
      ...{ language: "vi", title: "Thông tin ban đầu về vụ cháy kho hàng mẫu (mẫu)" },
      ...STATEMENT,
      nextUpdateAt: later(at, { hours: 3 }),
      speakerId: `${MARK}${WARD}-${place}`,
      ...{ speakerName: speaker.name, speakerPosition: speaker.position },
      speakerCapacity: speaker.capacity,
      ...{ draftedAt: before(2), draftedBy: by.id },
      ...{ approvedAt: before(1), approvedBy: by.id, approver: approverOf(WARD) },
    })
    .execute();
  const signed: Signature = { by, at };
  const published = await publishStatement(db, { id }, { journalistIds }, signed);
  if (!published.ok) throw new Error(`The demo's statement was refused: ${published.reason}`);
}

function approverOf(code: string): string {
  const head = HOLDERS[code]?.find(({ capacity, endDay }) => capacity === "head" && !endDay);
  return head?.name ?? "";
}

const STATEMENT = {
  known:
    "Khoảng rạng sáng nay, kho hàng mẫu tại khóm Đông An bốc cháy. Lực lượng chữa cháy khống chế đám cháy sau 90 phút. Không có người bị thương.",
  unknown: "Nguyên nhân và giá trị thiệt hại đang được làm rõ.",
  doing:
    "Phường phong tỏa hiện trường, bố trí chỗ ở tạm cho 04 hộ liền kề và phân luồng giao thông qua đường bên.",
};

const SCENARIOS = [
  {
    ...({ kind: "fire", level: null } as const),
    title: "Cháy trong khu dân cư (mẫu)",
    known: "Phường đã nhận tin báo và có mặt tại hiện trường.",
    unknown: "Nguyên nhân và thiệt hại chưa xác định; chỉ công bố khi cơ quan chuyên môn kết luận.",
    doing: "Chữa cháy, sơ tán người dân liền kề, phân luồng giao thông, bảo đảm điện nước.",
    questions:
      "Có ai bị thương không?\nNguyên nhân là gì?\nBao nhiêu hộ phải sơ tán, ở đâu?\nKhi nào thông đường?",
    speaks: "Phó Chủ tịch UBND phường",
  },
  {
    ...({ kind: "flood", level: "serious" } as const),
    title: "Nước sông dâng quá báo động III (mẫu)",
    known: "Mực nước theo trạm đo gần nhất; các tuyến đường đang ngập.",
    unknown: "Thời điểm nước rút.",
    doing: "Trực đê, chuẩn bị ghe, mở điểm sơ tán, cho học sinh nghỉ học khi cần.",
    questions: "Điểm sơ tán ở đâu?\nTrường nào cho nghỉ học?\nAi cần hỗ trợ thì gọi số nào?",
    speaks: "Chủ tịch UBND phường",
  },
];

/** Takes the invented incidents, what was said on them and what was prepared away, with what an office hung on them since. */
export async function removeIncidents(trx: Db) {
  const ofDemo = (table: "incident" | "scenario") =>
    trx
      .selectFrom(table)
      .select("id")
      .where(({ eb, or }) =>
        or([eb("id", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]),
      );
  const statements = await demoStatements(trx);
  const people = trx.selectFrom("journalist").select("id").where("id", "like", `${MARK}%`);
  const copies = trx
    .selectFrom("statementCopy")
    .select("id")
    .where(({ eb, or }) =>
      or([eb("statementId", "in", statements), eb("journalistId", "in", people)]),
    );
  await trx.deleteFrom("mail").where("statementCopyId", "in", copies).execute();
  await trx.deleteFrom("statementCopy").where("id", "in", copies).execute();
  const outlets = trx.selectFrom("outlet").select("id").where("id", "like", `${MARK}%`);
  await trx
    .updateTable("statementCopy")
    .set({ outletId: null })
    .where("outletId", "in", outlets)
    .execute();
  await removeBesideStatements(trx, statements);
  await trx.deleteFrom("statement").where("id", "in", statements).execute();
  const speakers = trx.selectFrom("person").select("id").where("id", "like", `${MARK}%`);
  await trx
    .updateTable("statement")
    .set({ speakerId: null })
    .where("speakerId", "in", speakers)
    .execute();
  await trx
    .updateTable("meeting")
    .set({ incidentId: null })
    .where("incidentId", "in", ofDemo("incident"))
    .execute();
  await trx.deleteFrom("incident").where("id", "in", ofDemo("incident")).execute();
  await trx.deleteFrom("scenario").where("id", "in", ofDemo("scenario")).execute();
}
