import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { forge, postedTo } from "#app/test/forged-answers.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { clearPressRoom, signed, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { invite } from "../invitations/invitations.server.ts";
import { recordAnswer, reply } from "../invitations/replies.server.ts";
import { answersAddress } from "../mail/sender.server.ts";
import { listUntold, untoldOf } from "./not-reached.server.ts";
import { takeIn } from "./taking-in.server.ts";

const NAMES = ["An", "Bình", "Cúc"];

describe.each(databases)("who accepts by calendar when no seat is free, on $name", ({ open }) => {
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
    meeting = await briefing(db, ward, { ...wanted(), venueCapacity: 1 });
    const people = await Promise.all(
      NAMES.map((name) => reporter(db, { name, phone: "0901 234 567" })),
    );
    await invite(
      db,
      meeting,
      people.map(({ id }) => id),
      signed(),
    );
    await reply(db, (await invitationOf("An")).token, { reply: "coming" }, MORNING);
  });

  const invitationOf = (name: string) =>
    db
      .selectFrom("invitation")
      .innerJoin("journalist", "journalist.id", "invitation.journalistId")
      .selectAll("invitation")
      .where("journalist.name", "=", name)
      .executeTakeFirstOrThrow();
  const accepts = async (name: string, at = MORNING) => {
    const posted = await postedTo(db, (await invitationOf(name)).id, answersAddress() as string);
    return takeIn(db, { raw: Buffer.from(forge(posted)), at });
  };
  const letters = () =>
    db
      .selectFrom("mail")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow()
      .then(({ n }) => Number(n));
  const untold = async () => (await untoldOf(db, meeting)).map(({ name }) => name);

  test("waits in line, is sent nothing by itself, and is there to be telephoned", async () => {
    const before = await letters();

    expect(await accepts("Bình")).toMatchObject({ outcome: "applied", reply: "coming" });

    expect(await letters()).toBe(before);
    expect((await invitationOf("Bình")).waitingSince).toBe(MORNING);
    expect(await untoldOf(db, meeting)).toEqual([
      {
        ...{ invitationId: (await invitationOf("Bình")).id, meetingId: meeting.id },
        ...{ subject: meeting.subject, name: "Bình", outletName: null },
        ...{ phone: "0901 234 567", problem: null },
      },
    ]);
  });

  test("stands in the order of the line, for the meeting's officers alone, until it begins", async () => {
    await accepts("Cúc");
    await accepts("Bình");
    const lan = await officerOf(db, ward);
    const elsewhere = await officerOf(db, await committee(db, "30292"), "Minh");

    expect(await untold()).toEqual(["Cúc", "Bình"]);
    expect(await listUntold(db, lan, MORNING)).toHaveLength(2);
    expect(await listUntold(db, elsewhere, MORNING)).toEqual([]);
    expect(await listUntold(db, lan, meeting.startsAt)).toEqual([]);
  });

  test("needs no call who answered by the link, where the page says that they wait", async () => {
    await reply(db, (await invitationOf("Bình")).token, { reply: "coming" }, MORNING);

    expect((await invitationOf("Bình")).waitingSince).toBe(MORNING);
    expect(await untold()).toEqual([]);
  });

  test("has been told once an officer has spoken with them, and keeps the place in line", async () => {
    await accepts("Bình");
    const lan = await officerOf(db, ward);
    const { id } = await invitationOf("Bình");

    await recordAnswer(db, lan, id, { reply: "coming" }, signed("2026-09-01T03:00:00.000Z"));

    expect(await untold()).toEqual([]);
    expect((await invitationOf("Bình")).waitingSince).toBe(MORNING);
  });

  test("is written to like any other when a seat falls free", async () => {
    await accepts("Bình");
    await reply(db, (await invitationOf("An")).token, { reply: "declined" }, MORNING);

    expect(await untold()).toEqual([]);
    const { id } = await invitationOf("Bình");
    const place = db.selectFrom("mail").select("kind").where("invitationId", "=", id);
    expect(await place.where("kind", "=", "place").execute()).toHaveLength(1);
  });

  test("needs no call any more when nothing takes place", async () => {
    await accepts("Bình");
    await db.updateTable("meeting").set({ postponedAt: MORNING }).execute();

    expect(await untold()).toEqual([]);
  });
});
