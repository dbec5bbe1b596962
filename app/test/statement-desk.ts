import { expect } from "vitest";
import { findReceipt } from "#app/domain/receipts/receipts.server.ts";
import { draftCorrection, draftText } from "#app/domain/statements/drafting.server.ts";
import { findPublicStatement } from "#app/domain/statements/public.server.ts";
import { publishStatement } from "#app/domain/statements/publication.server.ts";
import {
  approveStatement,
  changeStatement,
  findStatement,
} from "#app/domain/statements/statements.server.ts";
import type { Db } from "#db/tables.ts";
import { committee } from "./people.ts";
import { signed, speaker } from "./press-room.ts";

export const HOUR = "2026-09-01T02:00:00.000Z";
export const LATER = "2026-09-01T05:00:00.000Z";

export const contents = {
  ...{ language: "vi" as const, title: "Thông cáo về đường ven sông" },
  ...{ known: "", unknown: "", doing: "", nextUpdateAt: null },
  body: "Mở **12** km đường.\n\n- Từ ngày 02/09\n- Xem [bản đồ](https://angiang.gov.vn/ban-do)",
};

/** A press release as a draft, and who is to say it. */
export async function drafted(
  db: Db,
  more: Partial<typeof contents> = {},
  untilDay: string | null = null,
) {
  const ward = await committee(db);
  const { personId } = await speaker(db, ward, { untilDay });
  const details = { kind: "press_release" as const, speakerId: personId };
  const draft = await draftText(db, ward, { ...contents, ...more }, details, signed());
  if (!draft.ok) throw new Error(draft.reason);
  return { ward, personId, statement: { id: draft.id } };
}

/** How often it was written. */
export const editionOf = async (db: Db, { id }: { id: string }) =>
  (await findStatement(db, id))?.edition ?? -1;

export const there = <Thing>(thing: Thing | undefined): Thing => {
  if (thing === undefined) throw new Error("Nothing is there.");
  return thing;
};
export const now = async (db: Db, { id }: { id: string }) => there(await findStatement(db, id));
export const receiptOf = async (db: Db, { id }: { id: string }) => there(await findReceipt(db, id));
export const publicOf = async (db: Db, { id }: { id: string }) =>
  there(await findPublicStatement(db, id));

/** Its approval, as it stands. */
export async function approve(db: Db, statement: { id: string }, at?: string) {
  const approval = { approver: "Nguyễn Văn An", edition: await editionOf(db, statement) };
  return approveStatement(db, statement, approval, signed(at));
}

/** One that was published, to these or to nobody but the public. */
export async function published(db: Db, journalistIds: string[] = []) {
  const set = await drafted(db);
  await approve(db, set.statement);
  const to = { journalistIds, publicOnly: journalistIds.length === 0 };
  expect(await publishStatement(db, set.statement, to, signed(HOUR))).toMatchObject({ ok: true });
  return set;
}

/** What puts a published text right, approved. */
export async function corrected(db: Db, id: string, personId: string, body: string, at: string) {
  const correction = await draftCorrection(db, { id }, "Ghi nhầm số km.", signed(at));
  if (!correction.ok) throw new Error(correction.reason);
  const change = { speakerId: personId, edition: 0 };
  await changeStatement(db, correction, { ...contents, body }, change, signed(at));
  await approve(db, correction, at);
  return correction;
}
