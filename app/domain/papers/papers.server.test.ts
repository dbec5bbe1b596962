import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { pdfText } from "#app/test/pdf-text.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, lettersOf, signed, wanted } from "#app/test/press-room.ts";
import { changeMeeting } from "../invitations/changes.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { findMeeting, type MeetingOfAgency } from "../meetings/meetings.server.ts";
import { findPaper } from "./facts.server.ts";
import { startingPaper } from "./form-values.ts";
import { adoptForm, removeForm } from "./forms.server.ts";
import { paperAsDocx } from "./paper-docx.server.ts";
import type { PaperForm } from "./paper-form.ts";
import { paperFile, writePaper } from "./papers.server.ts";

const said: PaperForm = {
  ...{ number: "15/GM-UBND", day: "2026-09-01", addressees: "Các cơ quan báo chí" },
  ...{ signing: "head", office: "Chủ tịch", signer: "Lê Văn Đức", files: "both" },
};

describe.each(databases)("the paper of a meeting, on $name", ({ open }) => {
  let opened: Opened;
  beforeEach(async () => {
    opened ??= await open();
    await clearPressRoom(opened.db);
  });
  afterAll(() => opened.close());

  async function meetingWith(languages: ("vi" | "en")[]) {
    const { db } = opened;
    const ward = await committee(db);
    const { id } = await briefing(db, ward);
    const press = [];
    for (const [i, language] of languages.entries())
      press.push(await reporter(db, { name: `Nhà báo ${i}`, email: `nb${i}@bao.test`, language }));
    const meeting = (await findMeeting(db, id)) as MeetingOfAgency;
    return { db, ward, meeting, press: press.map((one) => one.id) };
  }

  const files = (db: Opened["db"]) =>
    db.selectFrom("enclosure").selectAll().orderBy("name").execute();

  it("goes with every letter and is kept once for each language, naming none of those invited", async () => {
    const { db, meeting, press } = await meetingWith(["vi", "vi", "vi", "en", "en"]);

    await invite(db, meeting, press, signed());

    const letters = await lettersOf(db, meeting.id);
    expect(new Set(letters.map(({ enclosures }) => enclosures)).size).toBe(2);
    const kept = await files(db);
    expect(kept.map(({ name }) => name)).toEqual([
      ...["Giay-moi.docx", "Giay-moi.pdf", "Invitation.docx", "Invitation.pdf"],
    ]);
    const pdf = kept.find(({ name }) => name === "Giay-moi.pdf")?.content ?? "";
    const text = pdfText(new Uint8Array(Buffer.from(pdf, "base64")));
    expect(text).toContain("Số: ……/GM-UBND");
    expect(text).toContain("Họp báo tháng 9");
    expect(text).not.toMatch(/Nhà báo \d|nb\d@/);
  });

  it.each([
    ["both", ["Giay-moi.docx", "Giay-moi.pdf"]],
    ["pdf", ["Giay-moi.pdf"]],
    ["docx", ["Giay-moi.docx"]],
    ["none", []],
  ] as const)("goes as the officer says: %s", async (wish, names) => {
    const { db, meeting, press } = await meetingWith(["vi"]);
    await writePaper(db, meeting, { ...said, files: wish }, signed());

    await invite(db, meeting, press, signed());

    expect((await files(db)).map(({ name }) => name)).toEqual(names);
    const [letter] = await lettersOf(db, meeting.id);
    expect(letter?.enclosures === null).toBe(wish === "none");
    expect((await auditOf(db))[0]).toMatchObject({
      act: "paper.written",
      particulars: { number: "15/GM-UBND" },
    });
  });

  it("may be changed between two letters, and each keeps the one it was posted with", async () => {
    const { db, meeting, press } = await meetingWith(["vi", "vi"]);
    await writePaper(db, meeting, said, signed());
    await invite(db, meeting, press.slice(0, 1), signed());
    await writePaper(db, meeting, { ...said, number: "16/GM-UBND" }, signed());
    await invite(db, meeting, press.slice(1), signed());

    const [first, second] = await lettersOf(db, meeting.id);

    expect(first?.enclosures).not.toBe(second?.enclosures);
    expect(await files(db)).toHaveLength(4);
  });

  it("of a meeting that is told anew has neither the number nor the day of the one before", async () => {
    const { db, meeting, press } = await meetingWith(["vi"]);
    await writePaper(db, meeting, said, signed());
    await invite(db, meeting, press, signed());
    const { id, agencyId: _, ...details } = { ...meeting };

    const moved = await changeMeeting(
      db,
      { id },
      { ...wanted(), ...pick(details), venue: "Hội trường B" },
      signed(),
    );

    expect(moved).toMatchObject({ ok: true, letters: 1 });
    expect(await findPaper(db, id)).toMatchObject({
      number: null,
      day: null,
      signer: "Lê Văn Đức",
    });
    const last = (await lettersOf(db, id)).at(-1);
    expect(last).toMatchObject({ revision: 1, enclosures: expect.any(String) });
    const fresh = await paperFile(db, (await findMeeting(db, id)) as MeetingOfAgency, "vi", "pdf");
    expect(pdfText(fresh?.bytes ?? new Uint8Array())).toContain("Hội trường B");
  });

  it("is written in the agency's own form once it has one, and in ours again when it gives it up", async () => {
    const { db, ward, meeting } = await meetingWith([]);
    const form = { name: "mẫu.docx", bytes: await paperAsDocx(startingPaper(meeting.createdAt)) };

    expect(await adoptForm(db, ward, form, signed())).toMatchObject({ ok: true });
    expect(await paperFile(db, meeting, "vi", "pdf")).toBeUndefined();
    expect((await paperFile(db, meeting, "vi", "docx"))?.bytes.length).toBeGreaterThan(5000);
    expect(await paperFile(db, meeting, "en", "pdf")).toBeDefined();
    const hostile = { name: "x.docx", bytes: new Uint8Array([0x50, 0x4b, 3, 4]) };
    expect(await adoptForm(db, ward, hostile, signed())).toMatchObject({ reason: "form-not-docx" });
    expect(await adoptForm(db, ward, { ...form, name: "mẫu 2.docx" }, signed())).toMatchObject({
      ok: true,
    });
    await removeForm(db, ward, signed());

    expect(await paperFile(db, meeting, "vi", "pdf")).toBeDefined();
    const acts = (await auditOf(db)).map(({ act }) => act).filter((act) => act.startsWith("form."));
    expect(acts).toEqual(["form.adopted", "form.adopted", "form.removed"]);
  });
});

/** What of a meeting an officer types. */
function pick({
  kind,
  cadence,
  subject,
  description,
  startsAt,
  endsAt,
  zone,
  chair,
}: Omit<MeetingOfAgency, "id" | "agencyId">) {
  return {
    kind,
    cadence,
    subject,
    description,
    startsAt,
    endsAt,
    zone,
    chair,
    spokespersonId: null,
  };
}
