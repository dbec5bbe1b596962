import { expect } from "vitest";
import { sendAnswer } from "#app/domain/queries/answering.server.ts";
import { saveDraft } from "#app/domain/queries/drafts.server.ts";
import { findQuery, type QueryOfAgency, takeQuery } from "#app/domain/queries/queries.server.ts";
import { type Incoming, NOBODY, receive } from "#app/domain/queries/receiving.server.ts";
import { askSignatures, sign, stepsOn } from "#app/domain/queries/signing.server.ts";
import type { Db } from "#db/tables.ts";
import { committee, officerOf } from "./people.ts";
import { clearPressRoom, speaker } from "./press-room.ts";
import { MORNING } from "./setup.ts";

/** So many minutes after eight. */
export const later = (minutes: number) =>
  new Date(Date.parse(MORNING) + minutes * 60_000).toISOString();
/** A day, in minutes. */
export const DAY = 24 * 60;

/** What a journalist asks of a closed road. */
export const incoming = (more: Partial<Incoming> = {}): Incoming => ({
  ...{ ...NOBODY, kind: "question", language: "vi", title: "Bao giờ thông đường ven sông?" },
  ...{ text: "Đường ven sông cấm xe từ 25/08. Bao giờ thông?", askerName: "Hà" },
  ...{ askerEmail: "ha@bao.test", outletName: "Báo Mẫu", nameWithheld: false, ...more },
});

/** Empties what queries wrote, with the rules of provinces and what became of agencies. */
export async function clearQueries(db: Db) {
  await clearPressRoom(db);
  await db.deleteFrom("policy").where("scope", "<>", "national").execute();
  await db.updateTable("agency").set({ untilDay: null }).execute();
  await db.deleteFrom("agencySuccession").execute();
}

/** Who answers for a ward, or for the province, and how they sign so many minutes after eight. */
export async function office(db: Db, code: "30307" | "30292" | "91" = "30307", name?: string) {
  const agency = await committee(db, code);
  const officer = await officerOf(db, agency, name);
  return { agency, officer, by: (minutes = 0) => ({ by: officer, at: later(minutes) }) };
}
type Office = Awaited<ReturnType<typeof office>>;

/** A query that was taken down from a call. */
export async function received(db: Db, { agency, by }: Office, more: Partial<Incoming> = {}) {
  const arrival = { channel: "call", receivedAt: MORNING } as const;
  const outcome = await receive(db, agency, incoming(more), arrival, by());
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}

/** The query as it stands now. */
export const now = async (db: Db, { id }: { id: string }) =>
  (await findQuery(db, id)) as QueryOfAgency;

/** One that somebody works on, and who may speak on it. */
export async function inHand(db: Db, at: Office, more: Partial<Incoming> = {}) {
  const query = await received(db, at, more);
  expect(await takeQuery(db, query, at.by(1))).toEqual({ ok: true });
  const { personId } = await speaker(db, at.agency);
  return { query, personId };
}

/** One that was answered: drafted, signed and sent. */
export async function answered(db: Db, at: Office, more: Partial<Incoming> = {}, minutes = 10) {
  const { query, personId } = await inHand(db, at, more);
  const draft = { text: "Thông đường ngày 05/09.", speakerId: personId, figures: [] };
  await saveDraft(db, query, draft, 0, at.by(2));
  await askSignatures(db, query, [], at.by(3));
  const [step] = await stepsOn(db, query, 1);
  await sign(db, query, { stepId: step?.id ?? "", approves: true, note: null }, at.by(4));
  const sent = await sendAnswer(db, query, { outcome: "answered", version: 1 }, at.by(minutes));
  expect(sent).toMatchObject({ ok: true });
  return { query, personId };
}

/** Every letter, in the order of posting. */
export const lettersIn = (db: Db) =>
  db.selectFrom("mail").selectAll().orderBy("postedAt").execute();
