import { dayOf, daysAfter, later } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { foldedText } from "../areas/folding.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { newToken } from "../mail/subaddress.ts";
import { keyOf } from "../queries/figure.ts";
import { nextNumber } from "../queries/receiving.server.ts";
import { HOLDERS, MARK } from "./office.ts";

const WARD = "30307";

/**
 * Invented press queries of the ward of Long Xuyên: one that has just come, one in hand with a draft, a promise and a
 * task, one that is answered and public, one that was refused; and a line to take with its figure.
 */
export async function furnishQueries(
  db: Db,
  at: Moment,
  { journalistIds }: { journalistIds: string[] },
) {
  const agencyId = `pc-${WARD}`;
  const before = (hours: number) => later(at, { hours: -hours });
  const by = { id: `${MARK}account-1`, name: "Trần Quốc Bảo" };
  const signed = (hours: number): Signature => ({ by, at: before(hours) });
  const journalists = await db
    .selectFrom("journalist")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .select(["journalist.id", "journalist.name", "journalist.email", "journalist.outletId"])
    .select("outlet.name as outletName")
    .where("journalist.id", "in", journalistIds)
    .orderBy("journalist.id")
    .execute();
  const speaker = speakerOf();
  const numbers: string[] = [];
  for (const [i, query] of QUERIES.entries()) {
    const { hours, taken, answer, ...said } = query;
    const id = `${MARK}query-${i}`;
    const number = await nextNumber(db, agencyId, before(hours));
    numbers.push(number);
    const asker = journalists[i % Math.max(1, journalists.length)];
    const closed = answer ? { outcome: answer.outcome, outcomeAt: before(answer.hours) } : {};
    await db
      .insertInto("query")
      .values({
        ...{ ...said, id, agencyId, number, language: "vi", token: newToken() },
        ...{ receivedAt: before(hours), receivedBy: said.channel === "call" ? by.id : null },
        ...{ journalistId: asker?.id ?? null, askerName: asker?.name ?? null },
        ...{ askerEmail: asker?.email ?? null, outletId: asker?.outletId ?? null },
        ...{ outletName: asker?.outletName ?? null, nameWithheld: i % 2 },
        ...{ takenAt: taken ? before(taken) : null, takenBy: taken ? by.id : null },
        ...{ ownerId: taken ? by.id : null, ...closed, outcomeBy: answer ? by.id : null },
        opensAt: answer ? before(answer.opens) : null,
        confirmedAt: answer?.outcome === "answered" ? before(answer.hours - 1) : null,
      })
      .execute();
    const about = { about: { id }, agencyId };
    const { channel } = said;
    await record(db, signed(hours), {
      ...{ act: "query.received", ...about, particulars: { number, channel } },
    });
    if (taken)
      await record(db, signed(taken), { act: "query.taken", ...about, particulars: { number } });
    if (answer)
      await db
        .insertInto("queryAnswer")
        .values({
          ...{ id: `${id}-answer`, queryId: id, kind: answer.kind, outcome: answer.outcome },
          ...{ text: answer.text, ground: answer.ground, legalRef: answer.legalRef, ...speaker },
          ...{ sentAt: before(answer.hours), sentBy: by.id },
          confirmedAt: answer.outcome === "answered" ? before(answer.hours - 1) : null,
        })
        .execute();
  }
  const inHand = { id: `${MARK}query-1`, number: numbers[1] ?? "" };
  await furnishWork(db, at, { ...inHand, agencyId, by, before });
}

function speakerOf() {
  const place = HOLDERS[WARD]?.findIndex((one) => one.capacity === "regular" && !one.endDay) ?? -1;
  const speaker = HOLDERS[WARD]?.[place];
  if (!speaker) throw new Error(`Nobody speaks for ${WARD} in the demo.`);
  return {
    ...{ speakerId: `${MARK}${WARD}-${place}`, speakerName: speaker.name },
    ...{ speakerPosition: speaker.position, speakerCapacity: speaker.capacity },
  };
}

interface Work {
  id: string;
  number: string;
  agencyId: string;
  by: { id: string; name: string };
  before(hours: number): Moment;
}

/** What is being done for the one in hand: a promise with its reason, a draft, what a unit was asked, and a line that it may lean on. */
async function furnishWork(db: Db, at: Moment, { id, number, agencyId, by, before }: Work) {
  const promised = before(-72);
  await db
    .insertInto("queryPromise")
    .values({
      ...{ id: `${id}-promise`, queryId: id, dueAt: promised, madeAt: before(20) },
      reason: "Chờ số liệu khảo sát của Phòng Kinh tế, Hạ tầng và Đô thị (mẫu)",
      ...{ madeBy: by.id, byName: by.name },
    })
    .execute();
  await db.updateTable("query").set({ promisedAt: promised }).where("id", "=", id).execute();
  const figure = {
    ...{ name: "Chiều dài sạt lở", value: "130", unit: "m", source: "Phòng KT, HT và ĐT (mẫu)" },
    day: daysAfter(dayOf(at), -3),
  };
  await db
    .insertInto("queryDraft")
    .values({
      ...{ id: `${id}-draft`, queryId: id, version: 1, speakerId: speakerOf().speakerId },
      text: "Đoạn sạt lở dài 130 m. Phường đã cắm biển cảnh báo và tổ chức phân luồng.",
      ...{ figures: JSON.stringify([figure]), savedAt: before(6) },
      ...{ savedBy: by.id, byName: by.name },
    })
    .execute();
  await db
    .insertInto("queryTask")
    .values({
      ...{ id: `${id}-task`, queryId: id, agencyId: null, email: null, token: newToken() },
      unit: "Phòng Kinh tế, Hạ tầng và Đô thị (mẫu)",
      request: "Kết quả khảo sát đoạn sạt lở và phương án gia cố.",
      ...{ dueAt: before(-24), askedAt: before(18), askedBy: by.id },
    })
    .execute();
  for (const [hours, deed] of [
    [20, { act: "query.promised", particulars: { number, dueAt: promised } }],
    [18, { act: "query.unit-asked", particulars: { number, unit: "Phòng KT, HT và ĐT (mẫu)" } }],
    [6, { act: "query.drafted", particulars: { number, version: 1 } }],
  ] as const)
    await record(db, { by, at: before(hours) }, { ...deed, about: { id }, agencyId });
  const line = {
    ...{ topic: "Sạt lở bờ sông qua khóm mẫu số 3 (mẫu)", question: "Đoạn sạt lở dài bao nhiêu?" },
    answer: "Đoạn sạt lở dài 120 m theo kết quả khảo sát gần nhất; không có nhà phải di dời.",
  };
  const lineId = `${MARK}line-0`;
  await db
    .insertInto("lineToTake")
    .values({
      ...{ ...line, id: lineId, agencyId, folded: foldedText(Object.values(line).join(" ")) },
      ...{ fromDay: daysAfter(dayOf(at), -10), untilDay: null },
      ...{ writtenAt: before(240), writtenBy: by.id },
    })
    .execute();
  const said = { ...figure, value: "120", day: daysAfter(dayOf(at), -2) };
  await db
    .insertInto("figure")
    .values({ ...said, id: `${MARK}figure-0`, agencyId, lineId, folded: keyOf(said) })
    .execute();
}

/** Hours are counted back from the moment of furnishing. */
const QUERIES = [
  {
    ...({ kind: "question", channel: "portal", hours: 5, taken: null, answer: null } as const),
    title: "Bao giờ thông cầu tạm qua rạch mẫu? (mẫu)",
    text: "Cầu cấm xe tải từ tuần trước. Phường dự kiến bao giờ cho xe tải qua lại?",
  },
  {
    ...({ kind: "forwarded_opinion", channel: "paper", hours: 100, taken: 98 } as const),
    title: "Kiến nghị của bạn đọc về đoạn bờ sông sạt lở (mẫu)",
    text: "Tòa soạn chuyển kiến nghị của bạn đọc về việc gia cố bờ sông qua khóm mẫu số 3.",
    ...{ reference: "45/CV-BM", answer: null },
  },
  {
    ...({ kind: "question", channel: "area_page", hours: 400, taken: 399 } as const),
    title: "Chợ đêm mẫu mở cửa đến mấy giờ? (mẫu)",
    text: "Xin cho biết giờ mở cửa chợ đêm và cách thu gom rác sau chợ.",
    answer: {
      ...({ kind: "answer", outcome: "answered", hours: 380, opens: 200 } as const),
      ...{ ground: null, legalRef: null },
      text: "Chợ đêm mở từ 17 giờ đến 23 giờ hằng ngày. Rác được thu gom ngay sau khi chợ tan, trước 1 giờ sáng.",
    },
  },
  {
    ...({ kind: "question", channel: "call", hours: 60, taken: 59 } as const),
    title: "Lời khai trong vụ việc đang điều tra ở khóm mẫu (mẫu)",
    text: "Xin cung cấp nội dung lời khai của những người liên quan.",
    answer: {
      ...({ kind: "refusal", outcome: "refused", hours: 50, opens: -118 } as const),
      ...{ ground: "criminal_case", legalRef: "Luật Báo chí 126/2025/QH15, Điều 31 khoản 2" },
      text: "Vụ việc đang được cơ quan điều tra thụ lý, chưa có kết luận. Khi có kết luận, phường sẽ thông tin.",
    },
  },
];

/** Takes the invented queries away, with what an office hung on them since. */
export async function removeQueries(trx: Db) {
  const ofDemo = trx
    .selectFrom("query")
    .select("id")
    .where(({ eb, or }) =>
      or([
        eb("id", "like", `${MARK}%`),
        eb("agencyId", "like", `${MARK}%`),
        eb("journalistId", "like", `${MARK}%`),
      ]),
    );
  const ids = (await ofDemo.execute()).map(({ id }) => id);
  const answers = trx.selectFrom("queryAnswer").select("id").where("queryId", "in", ids);
  const lines = trx
    .selectFrom("lineToTake")
    .select("id")
    .where(({ eb, or }) => or([eb("id", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]));
  await trx.deleteFrom("mail").where("queryId", "in", ids).execute();
  await trx.deleteFrom("audit").where("about", "in", ids).execute();
  await trx
    .deleteFrom("figure")
    .where(({ eb, or }) =>
      or([
        eb("answerId", "in", answers),
        eb("lineId", "in", lines),
        eb("agencyId", "like", `${MARK}%`),
      ]),
    )
    .execute();
  await trx.deleteFrom("lineToTake").where("id", "in", lines).execute();
  for (const table of [
    ...(["queryAnswer", "queryStep", "queryDraft", "queryTask", "queryPromise"] as const),
  ])
    await trx.deleteFrom(table).where("queryId", "in", ids).execute();
  await trx.deleteFrom("queryRequest").where("agencyId", "like", `${MARK}%`).execute();
  await trx
    .updateTable("queryTask")
    .set({ agencyId: null })
    .where("agencyId", "like", `${MARK}%`)
    .execute();
  await trx
    .updateTable("query")
    .set({ forwardedFromId: null })
    .where("forwardedFromId", "in", ids)
    .execute();
  await trx.deleteFrom("query").where("id", "in", ids).execute();
  await trx
    .deleteFrom("queryCounter")
    .where("agencyId", "not in", trx.selectFrom("query").select("agencyId"))
    .execute();
  await trx
    .updateTable("query")
    .set({ outletId: null })
    .where("outletId", "like", `${MARK}%`)
    .execute();
}
