import { expect } from "vitest";
import type { AgencyOfArea } from "#app/domain/agencies/agencies.server.ts";
import type { CaseDetails } from "#app/domain/corrections/case-form.ts";
import { type CaseOfAgency, findCaseFor, openCase } from "#app/domain/corrections/cases.server.ts";
import {
  type AnswerDetails,
  draftFeedback,
  markSent,
  recordAnswer,
} from "#app/domain/corrections/rounds.server.ts";
import type { Db } from "#db/tables.ts";
import { committee, officerOf } from "./people.ts";
import { clearPressRoom, signed, speaker } from "./press-room.ts";

export const NOWHERE = { incidentId: null, queryId: null, meetingLinkId: null };
export const LATER = "2026-09-08T01:00:00.000Z";

/** What a daily wrote of a bridge, found on the morning of 1 September 2026. */
export const bridge = (details: Partial<CaseDetails> = {}): CaseDetails => ({
  ...{ outletName: "Nhật báo Mẫu", outletKind: "daily", outletEmail: "toasoan@bao.test" },
  ...{ articleTitle: "Cầu Long Xuyên sập", articleUrl: null, articleSection: "Xã hội" },
  ...{ articleIssue: "1234", articlePlace: "3", articleDay: "2026-08-31" },
  ...{ wrong: "Cầu sập trong đêm.", right: "Cầu không sập.", grounds: "Biên bản số 5." },
  foundAt: "2026-09-01T00:30:00.000Z",
  ...details,
});

export const nothing: AnswerDetails = {
  ...{ answer: "no_answer", answeredAt: LATER, answerUrl: null },
  ...{ answerPlace: null, answerText: null, checked: [] },
};

/** Empties the press room, and takes back what provinces ruled. */
export async function clearCases(db: Db) {
  await clearPressRoom(db);
  await db.deleteFrom("policy").where("scope", "<>", "national").execute();
}

/** A committee, who speaks for it, and who writes. */
export async function office(db: Db, code?: "30292" | "91") {
  const ward = await committee(db, code);
  const { personId } = await speaker(db, ward);
  return { ward, personId, lan: await officerOf(db, ward) };
}

/** A case that was opened in the morning. */
export async function begun(db: Db, details: Partial<CaseDetails> = {}, ward?: AgencyOfArea) {
  const agency = ward ?? (await committee(db));
  const outcome = await openCase(db, agency, bridge(details), NOWHERE, signed());
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}

/** The case as its desk finds it. */
export const kept = async (db: Db, id: string) => {
  const lan = await officerOf(db, await committee(db));
  return (await findCaseFor(db, lan, id)) as CaseOfAgency;
};

/** How often it was written. */
export const editionOf = async (db: Db, id: string) => {
  const row = await db
    .selectFrom("correctionCase")
    .select("edition")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.edition;
};

export const feedback = (speakerId: string) => ({
  ...{ text: "Cầu vẫn thông xe.", asks: ["correction" as const, "feedback" as const] },
  ...{ conclusion: null, letterNo: null, letterDay: null, speakerId },
});
export const sending = { letterNo: "15/UBND-VP", letterDay: "2026-09-01", nextIssueDay: null };
export const byHand = { ...sending, sentHow: "hand" as const };

/** Written feedback as a draft. */
export async function draft(db: Db, id: string, speakerId: string, at?: string) {
  const outcome = await draftFeedback(
    db,
    { id },
    feedback(speakerId),
    await editionOf(db, id),
    signed(at),
  );
  expect(outcome).toEqual({ ok: true });
}

/** Its sending by hand. */
export async function send(db: Db, id: string, sentAt = signed().at) {
  const details = { ...byHand, sentAt };
  const outcome = await markSent(db, { id }, details, await editionOf(db, id), signed(sentAt));
  expect(outcome).toEqual({ ok: true });
}

/** What the newsroom did about it. */
export async function answer(db: Db, id: string, details: Partial<AnswerDetails> = {}) {
  const at = { ...nothing, ...details };
  return recordAnswer(db, { id }, at, undefined, await editionOf(db, id), signed(at.answeredAt));
}
