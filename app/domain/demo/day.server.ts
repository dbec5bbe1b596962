import type { Expression } from "kysely";
import { DateTime } from "luxon";
import type { Db, Moment } from "#db/tables.ts";
import { MARK } from "./office.ts";

interface Held {
  id: string;
  startsAt: Moment;
  endsAt: Moment;
  agencyId: string;
  spokespersonId: string | null;
  spokespersonName: string | null;
  spokespersonPosition: string | null;
  spokespersonCapacity: "head" | "regular" | "authorised" | null;
}

const QUESTIONS = [
  {
    text: "Vì sao tiến độ tuyến tránh mẫu chậm so với kế hoạch quý?",
    answer: "Mặt bằng đoạn cuối được bàn giao muộn; nhà thầu đã tăng ca từ đầu tháng.",
  },
  { text: "Bao nhiêu hộ kinh doanh mẫu được giảm thuế trong quý?", kept: true },
  { text: "Khi nào công bố kết quả quan trắc nước kênh mẫu?" },
];

/**
 * The day of the meetings that were held: those who said so came, three questions were asked at each, one answered in
 * the room, one afterwards as promised, one still owed.
 */
export async function furnishDay(db: Db, at: Moment) {
  const held = await db
    .selectFrom("meeting")
    .selectAll()
    .where("id", "like", `${MARK}%`)
    .where("heldAt", "is not", null)
    .orderBy("startsAt")
    .execute();
  for (const meeting of held) {
    await furnishAttendance(db, meeting);
    if (meeting.spokespersonId) await furnishQuestions(db, meeting, at);
  }
  const coming = await db
    .selectFrom("meeting")
    .select("id")
    .where("id", "like", `${MARK}%`)
    .where("announcedAt", "is not", null)
    .where("cancelledAt", "is", null)
    .where("startsAt", ">", at)
    .orderBy("startsAt")
    .executeTakeFirst();
  if (!coming) return;
  const order = { rule: "rotation" as const, chosenAt: at, chosenBy: `${MARK}account-0` };
  await db
    .insertInto("questionOrder")
    .values({ meetingId: coming.id, ...order })
    .execute();
}

async function furnishAttendance(db: Db, meeting: Held) {
  const coming = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .select(["invitation.id", "outlet.name as outletName"])
    .where("invitation.meetingId", "=", meeting.id)
    .where("invitation.reply", "=", "coming")
    .orderBy("invitation.id")
    .execute();
  if (coming.length === 0) return;
  const by = { inBy: `${MARK}account-0`, inByName: "Cán bộ mẫu" };
  await db
    .insertInto("attendance")
    .values(
      coming.map(({ id, outletName }, i) => ({
        ...{ ...by, id: `${MARK}in-${id}`, meetingId: meeting.id, guest: `invitation ${id}` },
        ...{ invitationId: id, outletName, inAt: later(meeting.startsAt, i - 20) },
      })),
    )
    .execute();
}

async function furnishQuestions(db: Db, meeting: Held, at: Moment) {
  const answerer = {
    answererId: meeting.spokespersonId,
    answererName: meeting.spokespersonName,
    answererPosition: meeting.spokespersonPosition,
    answererCapacity: meeting.spokespersonCapacity,
  };
  const outlets = await db
    .selectFrom("outlet")
    .select("name")
    .where("id", "like", `${MARK}%`)
    .orderBy("id")
    .limit(QUESTIONS.length)
    .execute();
  for (const [i, { text, answer, kept }] of QUESTIONS.entries()) {
    const id = `${MARK}question-${meeting.id}-${i}`;
    const askedAt = later(meeting.startsAt, 30 + 10 * i);
    const done = later(askedAt, 5);
    await db
      .insertInto("question")
      .values({
        ...{ id, meetingId: meeting.id, number: i + 1, text, remote: i % 2, nameAgreed: 0 },
        ...{ outletName: outlets[i]?.name ?? null, receivedAt: askedAt, askedAt },
        receivedBy: `${MARK}account-0`,
        ...(answer ? { ...answerer, answeredAt: done, answer, answerPublic: 1 } : { openAt: done }),
      })
      .execute();
    if (answer) continue;
    await db
      .insertInto("promise")
      .values({
        ...{ id: `${MARK}promise-${meeting.id}-${i}`, questionId: id, agencyId: meeting.agencyId },
        ...{ owner: "Phòng mẫu", promisedAt: done, promisedBy: `${MARK}account-0` },
        dueAt: kept ? later(done, 2 * DAY) : later(at, 2 * DAY),
        ...(kept && {
          ...{ ...answerer, keptAt: later(done, DAY), keptBy: `${MARK}account-0` },
          answer: "Trong quý có 412 hộ kinh doanh mẫu được giảm thuế (số liệu mẫu).",
        }),
      })
      .execute();
  }
}

const DAY = 24 * 60;

function later(moment: Moment, minutes: number): Moment {
  return DateTime.fromISO(moment).plus({ minutes }).toUTC().toISO() as Moment;
}

/** Removes what hangs on meetings and invitations that go; an invented person who answered in earnest leaves their name. */
export async function removeDay(
  db: Db,
  gone: {
    meetings: string[];
    invitations: Expression<{ id: string }>;
    people: Expression<{ id: string }>;
  },
) {
  const questions = db
    .selectFrom("question")
    .select("id")
    .where((eb) =>
      eb.or([
        eb("meetingId", "in", gone.meetings),
        eb("invitationId", "in", gone.invitations as never),
      ]),
    );
  const promises = db.selectFrom("promise").select("id").where("questionId", "in", questions);
  await db.deleteFrom("mail").where("promiseId", "in", promises).execute();
  await db.deleteFrom("promise").where("questionId", "in", questions).execute();
  await db.deleteFrom("question").where("id", "in", questions).execute();
  await db.deleteFrom("questionOrder").where("meetingId", "in", gone.meetings).execute();
  await db
    .deleteFrom("attendance")
    .where((eb) =>
      eb.or([
        eb("meetingId", "in", gone.meetings),
        eb("invitationId", "in", gone.invitations as never),
      ]),
    )
    .execute();
  for (const table of ["question", "promise"] as const)
    await db
      .updateTable(table)
      .set({ answererId: null })
      .where("answererId", "in", gone.people as never)
      .execute();
}
