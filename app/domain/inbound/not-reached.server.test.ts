import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { later } from "#app/clock.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { clearPressRoom, signed, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { cancelMeeting } from "../invitations/changes.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { reply } from "../invitations/replies.server.ts";
import type { Reply } from "../invitations/reply-form.ts";
import type { Mail } from "../mail/letter.ts";
import { listNotReached, notReachedOf } from "./not-reached.server.ts";

describe.each(databases)("whom no letter reached on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: Awaited<ReturnType<typeof committee>>;
  let meeting: Awaited<ReturnType<typeof briefing>>;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    ward = await committee(db);
    meeting = await briefing(db, ward, wanted());
    const people = await Promise.all(["An", "Bình", "Cúc"].map((name) => reporter(db, { name })));
    const ids = people.map(({ id }) => id);
    await invite(db, meeting, ids, signed());
  });

  const answers = async (name: string, answer: Reply) => {
    const { token } = await db
      .selectFrom("invitation")
      .innerJoin("journalist", "journalist.id", "invitation.journalistId")
      .select("invitation.token")
      .where("journalist.name", "=", name)
      .executeTakeFirstOrThrow();
    await reply(db, token, { reply: answer }, later(MORNING, { minutes: 1 }));
  };
  const refused = (kind: Mail["kind"]) =>
    db.updateTable("mail").set({ stage: "refused" }).where("kind", "=", kind).execute();
  const names = async () => (await notReachedOf(db, meeting)).map(({ name }) => name);

  it("are those whose invitation came back, unless they answered by another way", async () => {
    await refused("invitation");
    await answers("An", "coming");

    expect(await names()).toEqual(["Bình", "Cúc"]);
    const officer = await officerOf(db, ward);
    expect(await listNotReached(db, officer, MORNING)).toHaveLength(2);
    expect(await listNotReached(db, officer, meeting.startsAt)).toEqual([]);
  });

  it("are those too who said that they come and do not know that it is called off", async () => {
    await answers("An", "coming");
    await answers("Bình", "declined");
    await cancelMeeting(db, meeting, "Bão", signed(later(MORNING, { minutes: 2 })));
    await refused("cancellation");

    expect(await names()).toEqual(["An", "Cúc"]);
  });
});
