import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { listLetterTrouble } from "./letter-trouble.server.ts";

describe.each(databases)("letters that did not simply leave, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it("are counted for each meeting to come within reach", async () => {
    const { db } = opened;
    const agency = await committee(db);
    const coming = await briefing(db, agency);
    const past = await briefing(db, agency, { startsAt: "2026-08-01T02:00:00.000Z" });
    const elsewhere = await briefing(db, await committee(db, "19777"));
    for (const meeting of [coming, coming, past, elsewhere])
      await letter(db, meeting, { stage: "refused", attempts: 3 });
    await letter(db, coming, { stage: "queued", attempts: 1 });
    await letter(db, coming, { stage: "queued", attempts: 0 });
    await letter(db, coming, { stage: "sent", attempts: 2 });
    const lan = await officerOf(db, agency);

    expect(await listLetterTrouble(db, lan, MORNING)).toEqual([
      {
        ...{ meetingId: coming.id, subject: coming.subject, startsAt: coming.startsAt },
        ...{ refused: 2, putBack: 1 },
      },
    ]);
  });
});

async function letter(
  db: Db,
  meeting: { id: string },
  { stage, attempts }: { stage: "refused" | "queued" | "sent"; attempts: number },
) {
  const { id } = await reporter(db);
  await db
    .insertInto("invitation")
    .values({
      ...{ id, meetingId: meeting.id, journalistId: id, token: id, calendarUid: id },
      ...{ invitedAt: MORNING, invitedBy: "lan" },
    })
    .execute();
  await db
    .insertInto("mail")
    .values({
      ...{ id, kind: "invitation", invitationId: id, revision: 0, to: "ha@bao.test" },
      ...{ toName: "Hà", from: "baochi@press.test", messageId: id, subject: "x", text: "x" },
      ...{ html: "x", postedAt: MORNING, dueAt: MORNING, expiresAt: "2026-09-10T02:00:00.000Z" },
      ...{ stage, attempts },
    })
    .execute();
}
