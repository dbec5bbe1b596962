import { later } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { publishStatement } from "../statements/publication.server.ts";
import { HOLDERS, MARK } from "./office.ts";

const WARD = "30307";
const WRONG = `Từ **06 giờ ngày mai**, đường ven sông đoạn mẫu thông xe sau **12 km** nâng cấp.

- Xe máy và ô tô dưới 3,5 tấn đi cả hai chiều
- Xe tải nặng vẫn đi theo đường tránh

> Cảm ơn bà con đã chịu khó trong tám tháng thi công.

Sơ đồ phân luồng: [trang của phường](https://longxuyen.example/phan-luong).`;

/**
 * An invented press release that held a wrong figure, with its correction beside it; and a draft that another agency is
 * asked to put its name to.
 */
export async function furnishStatements(
  db: Db,
  at: Moment,
  { journalistIds }: { journalistIds: string[] },
) {
  const before = (hours: number) => later(at, { hours: -hours });
  const by = { id: `${MARK}account-1`, name: "Trần Quốc Bảo" };
  const place = HOLDERS[WARD]?.findIndex(
    ({ capacity, endDay }) => capacity === "regular" && !endDay,
  );
  const speaker = HOLDERS[WARD]?.[place ?? -1];
  if (!speaker) throw new Error(`Nobody speaks for ${WARD} in the demo.`);
  const head = HOLDERS[WARD]?.find(({ capacity, endDay }) => capacity === "head" && !endDay);
  const row = (name: string, drafted: number) => ({
    ...{ id: MARK + name, agencyId: `pc-${WARD}`, kind: "press_release" as const },
    ...{ language: "vi" as const, known: "", unknown: "", doing: "" },
    ...{ speakerId: `${MARK}${WARD}-${place}`, speakerName: speaker.name },
    ...{ speakerPosition: speaker.position, speakerCapacity: speaker.capacity },
    ...{ draftedAt: before(drafted), draftedBy: by.id },
  });
  const approval = (hours: number) => ({
    ...{ approvedAt: before(hours), approvedBy: by.id, approver: head?.name ?? "" },
  });
  await db
    .insertInto("statement")
    .values([
      {
        ...row("release", 30),
        ...approval(28),
        ...{ title: "Thông xe đường ven sông đoạn mẫu (mẫu)", body: WRONG },
      },
      {
        ...row("release-right", 4),
        ...approval(3),
        title: "Thông xe đường ven sông đoạn mẫu (mẫu)",
        body: WRONG.replace("12 km", "2,1 km"),
        correctsId: `${MARK}release`,
        correctionReason: "Ghi nhầm chiều dài đoạn đường: 2,1 km, không phải 12 km (mẫu).",
      },
      {
        ...row("joint", 2),
        title: "Phối hợp phòng, chống sạt lở mùa nước (mẫu)",
        body: "Phường và tỉnh thống nhất **ba việc**:\n\n1. Trực đê 24/24 giờ\n2. Cắm biển cảnh báo\n3. Báo tin qua một đầu mối",
      },
    ])
    .execute();
  await db
    .insertInto("statementSignOff")
    .values({
      ...{ id: `${MARK}sign-off`, statementId: `${MARK}joint`, agencyId: "pc-91" },
      ...{ askedAt: before(1), askedBy: by.id },
    })
    .execute();
  for (const [name, hours] of [
    ["release", 26],
    ["release-right", 2],
  ] as const) {
    const statement = { id: MARK + name };
    const signed = { by, at: before(hours) };
    const published = await publishStatement(db, statement, { journalistIds }, signed);
    if (!published.ok) throw new Error(`The demo's ${name} was refused: ${published.reason}`);
  }
}

/** The invented statements, with whatever an office hung on them since: corrections, translations, what follows. */
export async function demoStatements(trx: Db): Promise<string[]> {
  const incidents = trx
    .selectFrom("incident")
    .select("id")
    .where(({ eb, or }) => or([eb("id", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]));
  const invented = await trx
    .selectFrom("statement")
    .select("id")
    .where(({ eb, or }) =>
      or([
        eb("id", "like", `${MARK}%`),
        eb("agencyId", "like", `${MARK}%`),
        eb("incidentId", "in", incidents),
      ]),
    )
    .execute();
  const ids = new Set(invented.map(({ id }) => id));
  for (let known = -1; known !== ids.size; ) {
    known = ids.size;
    const hung = await trx
      .selectFrom("statement")
      .select("id")
      .where(({ eb, or }) =>
        or(
          (["correctsId", "translationOfId", "followsId"] as const).map((column) =>
            eb(column, "in", [...ids]),
          ),
        ),
      )
      .execute();
    for (const { id } of hung) ids.add(id);
  }
  return [...ids];
}

/** Takes away what goes with those statements; and the demo's agencies out of others'. */
export async function removeBesideStatements(trx: Db, ids: string[]) {
  for (const table of ["statementFile", "statementSignOff", "statementReceipt"] as const)
    await trx.deleteFrom(table).where("statementId", "in", ids).execute();
  await trx.deleteFrom("statementSignOff").where("agencyId", "like", `${MARK}%`).execute();
}
