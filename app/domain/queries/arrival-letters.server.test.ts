import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { clearPressRoom, signed } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Moment } from "#db/tables.ts";
import { setLetterLanguage } from "../accounts/letter-language.server.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRules } from "../reminders/rules.server.ts";
import { receiveByMail } from "./by-mail.server.ts";
import { forwardQuery } from "./forwarding.server.ts";
import { takeQuery } from "./queries.server.ts";
import { ask, NOBODY, receive } from "./receiving.server.ts";
import { confirmRequest, requestQuery } from "./requests.server.ts";

const EVENING = "2026-09-01T15:30:00.000Z"; // half past ten at night in Viet Nam
const asking = {
  ...({ kind: "question", title: "Bao giờ thông đường?", text: "Cấm xe từ 25/08." } as const),
  ...({ language: "vi", foreignPress: false, nameWithheld: true, reference: null } as const),
};

describe.each(databases)("that a query has come on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: AgencyOfArea;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    await db.deleteFrom("account").execute();
    await db.deleteFrom("reminderRule").where("scope", "<>", "national").execute();
    ward = await committee(db);
  });

  const told = () =>
    db
      .selectFrom("mail")
      .selectAll()
      .where("kind", "=", "query-arrival")
      .orderBy("toName")
      .orderBy("postedAt")
      .execute();
  const askedAt = async (at: Moment) => ask(db, await reporter(db), ward, asking, at);

  it("is told once to every officer of its agency, and to nobody else", async () => {
    await officerOf(db, ward, "Lan");
    const gone = await officerOf(db, ward, "Nghỉ");
    await db.updateTable("account").set({ closedAt: MORNING }).where("id", "=", gone.id).execute();
    const minh = await officerOf(db, ward, "Minh");
    await officerOf(db, await committee(db, "30292"), "Bình");
    await officerOf(db, await committee(db, "91"), "Tỉnh");

    const query = await askedAt(MORNING);
    if (query.ok) await takeQuery(db, query, signed());

    const letters = await told();
    expect(letters.map(({ toName }) => toName)).toEqual(["Lan", "Minh"]);
    const [, letter] = letters;
    expect(letter).toMatchObject({ to: minh.email, dueAt: MORNING, agencyId: ward.id });
    expect(letter?.text).toContain("Bao giờ thông đường?");
    expect(letter?.text).toContain("trả lời chậm nhất: hết ngày 04/09/2026");
    expect(letter?.text).toContain(`https://press.test/desk/queries/${query.ok && query.id}`);
    expect(letter?.subject, "outboxes are read by the province").not.toMatch(/đường/);
    expect(letter?.text, "the letter does not carry the whole question").not.toContain("25/08");
  });

  it("is told to each officer in the language that they chose", async () => {
    await officerOf(db, ward, "Lan");
    const jane = await officerOf(db, ward, "Jane");
    await setLetterLanguage(db, jane, "en", signed());
    const query = await askedAt(MORNING);
    const [english, vietnamese] = await told();

    expect([english?.toName, vietnamese?.toName]).toEqual(["Jane", "Lan"]);
    expect(english?.text).toContain(`https://press.test/en/desk/queries/${query.ok && query.id}`);
    expect(english?.from).toContain("People's Committee of Long Xuyen");
    expect(english?.text).toContain("The agency answers by: end of 04/09/2026");
    expect(english?.text).not.toMatch(/trả lời|cơ quan|nhận lúc/i);
    expect(vietnamese?.text).toContain(`https://press.test/desk/queries/${query.ok && query.id}`);
    expect(vietnamese?.text).toContain("trả lời chậm nhất");
  });

  it("is told however it came by itself: room, area page, mail", async () => {
    await officerOf(db, ward);
    await askedAt(MORNING);
    await requestQuery(
      db,
      ward,
      { ...asking, askerName: "An", askerEmail: "an@bao.test", ...NOT_SAID },
      { language: "vi", at: MORNING },
    );
    expect(await told()).toHaveLength(1);
    const { token } = await db.selectFrom("queryRequest").selectAll().executeTakeFirstOrThrow();
    await confirmRequest(db, token, MORNING);
    await confirmRequest(db, token, MORNING);
    expect(await told()).toHaveLength(2);
    const letter = {
      ...{ from: { name: "Hà", address: "ha@bao.test" }, subject: "Hỏi", text: "Bao giờ?" },
      ...{ receivedAt: MORNING, messageId: "<1@bao.test>" },
    };
    await receiveByMail(db, ward, letter);
    await receiveByMail(db, ward, letter);
    expect(await told()).toHaveLength(3);
  });
  const NOT_SAID = { askerPosition: null, askerPhone: null, outletName: null };

  it("is not told of what an officer types in of a call", async () => {
    const lan = await officerOf(db, ward);
    const arrival = { channel: "call", receivedAt: MORNING } as const;
    await receive(db, ward, { ...NOBODY, ...asking }, arrival, { by: lan, at: MORNING });
    expect(await told()).toEqual([]);
  });

  it("is told where another agency sends it on", async () => {
    const lan = await officerOf(db, ward);
    const arrival = { channel: "call", receivedAt: MORNING } as const;
    const signature = { by: lan, at: MORNING };
    const query = await receive(db, ward, { ...NOBODY, ...asking }, arrival, signature);
    const binh = await committee(db, "30292");
    await officerOf(db, binh, "Bình");
    if (query.ok) await forwardQuery(db, query, { agencyId: binh.id }, signature);
    expect((await told()).map(({ toName }) => toName)).toEqual(["Bình"]);
  });

  it("waits for the morning at night, by the hours that the agency keeps quiet", async () => {
    await officerOf(db, ward);
    await askedAt(EVENING);
    expect(await told()).toMatchObject([{ postedAt: EVENING, dueAt: "2026-09-02T00:00:00.000Z" }]);

    const none = {
      ...{ reminderHours: 72, lastHours: 3, decisionHours: 24, thanks: 1, answerTime: "16:00" },
      ...{ quietFrom: "00:00", quietUntil: "00:00" },
    };
    const scope = { scope: "agency", agencyId: ward.id, provinceId: ward.provinceId } as const;
    const kind = "press_conference";
    await setRules(db, { kind, scope, agencyId: ward.id }, none, signed());
    await askedAt(EVENING);
    expect((await told()).map(({ dueAt }) => dueAt)).toContain(EVENING);
  });
});
