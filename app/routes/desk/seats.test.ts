import { describe, expect, it } from "vitest";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { reply } from "#app/domain/invitations/replies.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { signed } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";

async function fullRoom() {
  const agency = await committee(db);
  const meeting = await briefing(db, agency, { venueCapacity: 1 });
  const lan = await officerOf(db, agency);
  for (const name of ["An", "Bình", "Cúc"]) {
    const one = await reporter(db, { name, email: `${name.length}${name.charCodeAt(0)}@bao.test` });
    await invite(db, meeting, [one.id], signed());
    await reply(db, (await invitationOf(one)).token, { reply: "coming", cameras: 1 }, MORNING);
  }
  return { meeting, lan };
}

const invitationOf = ({ id }: { id: string }) =>
  db.selectFrom("invitation").selectAll().where("journalistId", "=", id).executeTakeFirstOrThrow();
const waiting = () =>
  db
    .selectFrom("invitation")
    .select(["id", "waitingSince"])
    .where("waitingSince", "is not", null)
    .orderBy("waitingSince")
    .execute();

describe("the seats of a meeting at the desk", () => {
  it("show who waits, in order, and what to prepare for who has a seat", async () => {
    const { meeting, lan } = await fullRoom();
    const seats = await textOf(await visit(paths.desk.seating(meeting), { as: lan }));
    const list = await textOf(await visit(paths.desk.guestList(meeting), { as: lan }));

    expect(seats).toMatch(/1 Bình.*2 Cúc/);
    expect(list).toMatch(/máy quay 1/);
    expect(list).toMatch(/An.*Bình.*Chờ chỗ/);
  });

  it("are given ahead of turn for a reason only, and never beyond the room", async () => {
    const { meeting, lan } = await fullRoom();
    const last = (await waiting())[1] ?? { id: "" };
    const give = (reason: string) => visit(paths.desk.seat(last), { as: lan, form: { reason } });
    const blank = await give(" ");
    const full = await give("đài tiếp sóng");
    await db.updateTable("meeting").set({ venueCapacity: 2 }).execute();
    const given = await give("đài tiếp sóng");

    expect([blank.status, full.status, given.headers.get("Location")]).toEqual([
      ...[400, 409, paths.desk.seating(meeting)],
    ]);
    expect((await waiting()).map(({ id }) => id)).not.toContain(last.id);
  });

  it("are another office's to give", async () => {
    await fullRoom();
    const hue = await officerOf(db, await committee(db, "46"), "Huế");
    const [first] = await waiting();
    const answer = await visit(paths.desk.seat(first ?? { id: "" }), {
      as: hue,
      form: { reason: "x" },
    });

    expect(answer.status).toBe(404);
    expect(await waiting()).toHaveLength(2);
  });
});

describe("the addresses without letters at the desk", () => {
  it("are entered on a ground of the list, once, and lifted with what was said", async () => {
    const lan = await officerOf(db, await committee(db));
    const enter = (ground: string) =>
      visit(paths.desk.suppressedAddresses(), { as: lan, form: { email: "ha@bao.test", ground } });
    const opinion = await enter("unfriendly");
    const first = await enter("asked_by_telephone");
    const again = await enter("dead_address");
    const row = await db.selectFrom("suppression").selectAll().executeTakeFirstOrThrow();
    const lifted = await visit(paths.desk.suppressedAddress(row), {
      as: lan,
      form: { reason: "gọi lại, muốn nhận thư" },
    });

    expect([opinion.status, first.status, again.status, lifted.status]).toEqual([
      ...[400, 302, 409, 302],
    ]);
    expect(await db.selectFrom("suppression").selectAll().execute()).toMatchObject([
      { ground: "asked_by_telephone", byName: "Lan", liftedFor: "gọi lại, muốn nhận thư" },
    ]);
  });
});
