import { existsSync, statSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { config } from "#app/config.server.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { pdf } from "#app/test/papers.ts";
import { assigned, decided } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { findByPassword } from "../accounts/accounts.server.ts";
import { COUNTRY, type Officer } from "../accounts/officer.ts";
import { publicRecordOf, standingOf } from "../afterwards/record.server.ts";
import { type AgencyOfArea, findAgency } from "../agencies/agencies.server.ts";
import { loadMap } from "../areas/map.server.ts";
import { COMMAND_LINE } from "../audit/entry.ts";
import { complianceWithin } from "../compliance/compliance.server.ts";
import { findDocument } from "../documents/documents.server.ts";
import { shelvedLength } from "../documents/shelf.server.ts";
import { findPublicMeeting, type PublicMeeting } from "../meetings/meeting-lists.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { BEATS } from "../press/beat.ts";
import { addFile } from "../press-kit/files.server.ts";
import { addAgendaItem } from "../programme/agenda.server.ts";
import { issueRegulation } from "../regulations/regulations.server.ts";
import { askForConfirmations } from "../spokespersons/confirmations.server.ts";
import { applyReport, findReportFor } from "../spokespersons/contact-reports.server.ts";
import { findDraftFor } from "../spokespersons/drafts.server.ts";
import { lookUp } from "../spokespersons/lookup.server.ts";
import { speakersOf, speakersOn } from "../spokespersons/speakers.server.ts";
import { furnishDemo, hasDemo, isNew } from "./demo.server.ts";
import { forgetDemoAccounts, keepDemoAccounts, keptDemoAccounts } from "./kept-accounts.server.ts";
import { removeDemo } from "./removal.server.ts";

const TABLES = [
  "account",
  "agendaItem",
  "agencyName",
  "assignment",
  "attendance",
  "channel",
  "confirmation",
  "contactReport",
  "delegation",
  "delegationDraft",
  "document",
  "invitation",
  "journalist",
  "mail",
  "meeting",
  "meetingFile",
  "meetingFileVersion",
  "meetingLink",
  "meetingMinutes",
  "meetingSpeaker",
  "outlet",
  "person",
  "pressList",
  "promise",
  "question",
  "questionOrder",
  "regulation",
  "training",
] as const;

const COUNTRY_DESK: Officer = {
  ...COUNTRY,
  id: "quan",
  name: "Quân",
  email: "quan@press.test",
  role: "administrator",
};

describe.each(databases)("the demo office on $name", ({ open }) => {
  let house: Opened;
  beforeEach(async () => {
    house = await open();
    await loadMap(house.db);
  });
  afterEach(() => house.close());

  const count = async (table: (typeof TABLES)[number]) =>
    Number(
      (
        await house.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow()
      ).n,
    );

  it("has accounts whose passwords are made on the spot, another time others", async () => {
    const accounts = await furnishDemo(house.db, { at: MORNING });
    const officers = await Promise.all(
      accounts.map(({ email, password }) => findByPassword(house.db, email, password, MORNING)),
    );

    expect(officers.map((officer) => officer?.reach)).toEqual(["province", "agency", "country"]);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(3);
    expect(await hasDemo(house.db)).toBe(true);
    expect(await isNew(house.db)).toBe(false);
  });

  it("shows a regular spokesperson, a delegation and a commune without anybody", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const speakers = await speakersOn(house.db, ["pc-30307", "pc-30313", "pc-91"], MORNING);

    expect(speakers.get("pc-30307")?.map(({ capacity }) => capacity)).toEqual([
      "regular",
      "head",
      "authorised",
    ]);
    expect(speakers.get("pc-30313")).toEqual([]);
    expect(speakers.get("pc-91")?.[0]?.recommended).toBe(true);
  });

  it("tells who spoke for the old ward of Mỹ Bình on 1 March 2025, and by which decision", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const on = { query: "Mỹ Bình, Long Xuyên", limit: 1, at: "2025-03-01T05:00:00.000Z" };
    const [answer] = await lookUp(house.db, on);

    expect(answer?.speakers).toMatchObject([
      { name: "Dương Văn Tám", basis: { number: "1147/QĐ-UBND", date: "2024-08-28" } },
    ]);
    const agencies = house.db.selectFrom("agency").select("id").where("id", "like", "pc-2004-%");
    expect(await agencies.execute()).toHaveLength(3);
    await removeDemo(house.db, { by: COMMAND_LINE, at: MORNING });
    expect(await agencies.execute()).toEqual([]);
  });

  it("has fifty journalists of a dozen outlets on beats that exist, none of them real", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const journalists = await house.db.selectFrom("journalist").select("email").execute();
    const beats = await house.db.selectFrom("journalistBeat").select("beat").execute();

    expect(journalists).toHaveLength(50);
    expect(await count("outlet")).toBe(12);
    expect(journalists.every(({ email }) => email.endsWith(".example"))).toBe(true);
    expect(beats.every(({ beat }) => (BEATS as readonly string[]).includes(beat))).toBe(true);
  });

  it("takes its passwords away with it, which lay beside the database for its owner alone", async () => {
    const file = `${config.DATABASE_URL.replace("sqlite:", "")}.demo.json`;
    keepDemoAccounts(await furnishDemo(house.db, { at: MORNING }));
    const kept = keptDemoAccounts();
    const mode = statSync(file).mode & 0o777;
    await removeDemo(house.db, { by: COMMAND_LINE, at: MORNING });

    expect(kept.map(({ password }) => password.length)).toContain(12);
    expect(mode).toBe(0o600);
    expect([existsSync(file), keptDemoAccounts()]).toEqual([false, []]);
    expect(forgetDemoAccounts()).toBeUndefined(); // nor is it an error to ask again
  });

  it("is gone without a trace after one command, but for the line that says so", async () => {
    await furnishDemo(house.db, { at: MORNING });
    await removeDemo(house.db, { by: COMMAND_LINE, at: MORNING });

    expect(await Promise.all(TABLES.map(count))).toEqual(TABLES.map(() => 0));
    expect(await hasDemo(house.db)).toBe(false);
    expect(await house.db.selectFrom("audit").select("act").execute()).toEqual([
      { act: "demo.removed" },
    ]);
  });

  it("leaves every table as it was, letters in the trial mailbox too", async () => {
    const counts = async () => {
      const tables = (await house.db.introspection.getTables()).map(({ name }) => name);
      const rows = (name: string) =>
        house.db
          .selectFrom(name as "audit")
          .selectAll()
          .execute();
      return Promise.all(tables.map(async (name) => `${name} ${(await rows(name)).length}`));
    };
    await loadLaw(house.db, { at: MORNING });
    const before = await counts();
    await furnishDemo(house.db, { at: MORNING });
    const { email } = await house.db
      .selectFrom("journalist")
      .select("email")
      .executeTakeFirstOrThrow();
    const letter = { id: "1", receivedAt: MORNING, from: "baochi@press.test", subject: "x" };
    await house.db
      .insertInto("receivedMail")
      .values({ ...letter, to: email, raw: "x" })
      .execute();
    await removeDemo(house.db, { by: COMMAND_LINE, at: MORNING });
    const after = await counts();

    expect(after.filter((table) => !before.includes(table))).toEqual(["audit 1", "receipt_key 1"]);
  });

  it("takes along what was corrected, asked and answered since", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const signed = { by: COMMAND_LINE, at: MORNING };
    const report = await findReportFor(house.db, COUNTRY_DESK, "demo-report");
    const value = report?.proposal;
    const outcome =
      report && (await applyReport(house.db, report, { value, answer: "Đã sửa" }, signed));
    await askForConfirmations(house.db, COUNTRY, signed);
    await removeDemo(house.db, signed);

    expect(outcome).toEqual({ ok: true });
    expect(await Promise.all(TABLES.map(count))).toEqual(TABLES.map(() => 0));
  });

  it("shows departments, an entry whose hours run, a late one, a corrected one and a draft", async () => {
    await loadLaw(house.db, { at: MORNING });
    await furnishDemo(house.db, { at: MORNING });
    const marks = new Map(
      (await complianceWithin(house.db, COUNTRY_DESK, "2025-91", MORNING)).map(
        ({ agency, marks }) => [agency.id, marks],
      ),
    );

    expect(marks.get("pc-30589")?.published).toBe("waiting");
    expect(marks.get("pc-30685")?.published).toBe("no");
    expect(marks.get("pc-30307")).toMatchObject({ published: "yes", regulation: "yes" });
    expect(marks.get("demo-so-yt")).toMatchObject({ designated: "yes", regulation: "yes" });
    expect(marks.get("demo-so-nnmt")?.regulation).toBe("no");
    expect(marks.get("pc-30313")?.designated).toBe("no");
    expect(await findDraftFor(house.db, COUNTRY_DESK, "demo-draft")).toMatchObject({
      askedBy: "Nguyễn Phước Lộc",
      documentNo: null,
    });
  });

  it("takes its departments along with what was entered about them since, and its papers off the shelf", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const signed = { by: COMMAND_LINE, at: MORNING };
    const paper = await findDocument(house.db, "demo-document-1");
    const file = { name: "moi.pdf", bytes: pdf("quy chế mới của sở mẫu") };
    const department = (await findAgency(house.db, "demo-so-yt")) as AgencyOfArea;
    const number = { number: "700/QĐ-SYT", day: "2026-08-31", file };
    expect(await issueRegulation(house.db, department, number, signed)).toMatchObject({ ok: true });
    await assigned(
      house.db,
      department,
      decided({ name: "Thật", capacity: "regular", besideReason: "Thay phiên" }),
    );
    const papers = await house.db.selectFrom("document").select(["sha256", "bytes"]).execute();
    const lengths = () => Promise.all(papers.map(({ sha256 }) => shelvedLength(sha256)));

    expect(await lengths()).toEqual(papers.map(({ bytes }) => bytes));
    expect(await lengths()).toEqual(expect.arrayContaining([paper?.bytes, file.bytes.length]));
    await removeDemo(house.db, signed);

    expect(await lengths()).toEqual(papers.map(() => undefined));
    expect(await findAgency(house.db, "demo-so-yt")).toBeUndefined();
    expect(await Promise.all(TABLES.map(count))).toEqual(TABLES.map(() => 0));
  });

  it("shows a meeting to come with its programme and files, and one that was held with what is left of it", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const demo = async (id: string) => (await findPublicMeeting(house.db, id)) as PublicMeeting;
    const coming = await publicRecordOf(house.db, await demo("demo-meeting-3"), MORNING);
    const held = await demo("demo-meeting-0");
    const left = await publicRecordOf(house.db, held, MORNING);

    expect(coming.agenda).toHaveLength(4);
    expect(coming.speakers).toHaveLength(1);
    expect(coming.kit.open.map(({ title }) => title)).toEqual(["Sơ đồ khu vực và chỗ đỗ xe"]);
    expect(left.transcripts[0]?.passages).toHaveLength(3);
    expect(await standingOf(house.db, held, MORNING)).toEqual({
      ...{ attendance: true, minutes: true, video: true, transcript: true },
      ...{ documents: true, articles: true },
    });
  });

  it("takes along what an office hung on its meetings since, papers and log and all", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const signed = { by: COMMAND_LINE, at: MORNING };
    const file = {
      ...{ title: "Thật", kind: "data" as const, language: "vi" as const },
      ...{ audience: "everybody" as const, opensAt: null },
    };
    const sent = { name: "that.pdf", bytes: pdf("số liệu của cuộc họp mẫu") };
    const added = await addFile(house.db, { id: "demo-meeting-3" }, file, sent, signed);
    const item = { title: "Thêm", minutes: 5 };
    await addAgendaItem(house.db, { id: "demo-meeting-0" }, item, signed);
    await removeDemo(house.db, signed);

    expect(added.ok).toBe(true);
    expect(await Promise.all(TABLES.map(count))).toEqual(TABLES.map(() => 0));
    expect(await house.db.selectFrom("audit").select("act").execute()).toEqual([
      { act: "demo.removed" },
    ]);
  });

  it("leaves what an office entered in earnest about somebody of the demo's name", async () => {
    await furnishDemo(house.db, { at: MORNING });
    const [holder] = await speakersOf(house.db, { id: "pc-30292" }, MORNING);
    const regular = decided({ name: holder?.name, capacity: "regular" });
    await assigned(house.db, { id: "pc-30292" }, regular);
    await removeDemo(house.db, { by: COMMAND_LINE, at: MORNING });

    expect(await speakersOf(house.db, { id: "pc-30292" }, MORNING)).toMatchObject([
      { name: holder?.name, capacity: "regular" },
    ]);
    expect([await count("person"), await count("assignment")]).toEqual([1, 1]);
  });
});
