import type { Db, Moment } from "#db/tables.ts";
import { reply } from "../invitations/replies.server.ts";
import type { Answer } from "../invitations/reply-form.ts";
import { suppress } from "../press/suppression.server.ts";
import { MARK } from "./office.ts";

const SEATS = 6;

/** Answers of every kind, more than the room has seats for: the last ones wait in line. */
const ANSWERS: Answer[] = [
  { reply: "coming", cameras: 1, tripod: true },
  { reply: "coming", partySize: 2, cameras: 2, tripod: true, live: true },
  { reply: "declined", note: "Đi công tác ngoài tỉnh (mẫu)" },
  {
    reply: "substitute",
    substituteName: "Trần Thị Thanh Mai (mẫu)",
    substitutePaper: "press_card",
  },
  { reply: "tentative" },
  { reply: "coming", interpreter: "km" },
  { reply: "coming", partySize: 3 },
  { reply: "coming" },
  { reply: "coming", note: "Cần đến sớm để lắp máy (mẫu)" },
];

/** Gives the coming meeting a small room, answers as journalists would send them, and an address without letters. */
export async function furnishComing(db: Db, meeting: { id: string }, at: Moment) {
  await db
    .updateTable("meeting")
    .set({ venueCapacity: SEATS })
    .where("id", "=", meeting.id)
    .execute();
  const invited = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .select("invitation.token")
    .where("invitation.meetingId", "=", meeting.id)
    .orderBy("journalist.id")
    .limit(ANSWERS.length)
    .execute();
  for (const [i, { token }] of invited.entries()) await reply(db, token, ANSWERS[i] as Answer, at);
  await furnishSuppression(db, at);
}

async function furnishSuppression(db: Db, at: Moment) {
  const one = await db
    .selectFrom("journalist")
    .select(["email", "provinceId"])
    .where("id", "=", `${MARK}journalist-1`)
    .executeTakeFirst();
  if (!one) return;
  const by = { id: `${MARK}account-0`, name: "Cán bộ mẫu" };
  const address = { ...one, ground: "dead_address" as const };
  await suppress(db, address, { by, at }, `${MARK}suppression-0`);
}
