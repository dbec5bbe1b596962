import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { foundAgency } from "#app/domain/agencies/founding.server.ts";
import { workbook } from "#app/test/workbooks.ts";
import { connect } from "#db/connect.ts";

/** The command line as an operator meets it: a process of its own, a new database, a real mail server. */
const folder = mkdtempSync(join(tmpdir(), "phat-ngon-cli-"));
const delivered: string[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, session, done) {
    stream.resume();
    stream.on("end", () => {
      delivered.push(...session.envelope.rcptTo.map(({ address }) => address));
      done();
    });
  },
});
let smtp = "";

beforeAll(
  () =>
    new Promise<void>((ready) => {
      mailServer.listen(0, "127.0.0.1", () => {
        smtp = `smtp://127.0.0.1:${(mailServer.server.address() as { port: number }).port}`;
        ready();
      });
    }),
);
afterAll(() => new Promise<void>((closed) => mailServer.close(closed)));

interface Said {
  code: number;
  out: string;
  err: string;
}

const cli = (...args: string[]) => cliOf({}, ...args);

function cliOf(settings: Record<string, string>, ...args: string[]): Promise<Said> {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production" as const,
    DATABASE_URL: `sqlite:${join(folder, "house.sqlite")}`,
    ORIGIN: "https://press.test",
    SMTP_URL: smtp,
    ...settings,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/cli.ts", ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const SPOKESPERSONS = `area_code,name,position,phone,email,capacity,decision_no,decision_date,from,until
30307,Nguyễn Thị Hà,Chủ tịch,0296 3852 111,ha@angiang.gov.vn,head,412/QĐ-UBND,12/03/2026,16/03/2026,
30307,Trần Quốc Bảo,Phó Chủ tịch,0296 3852 112,bao@angiang.gov.vn,regular,87/QĐ-UBND,2026-07-08,2026-07-10,`;

const WORKBOOK = [
  ["DANH SÁCH NGƯỜI PHÁT NGÔN"],
  ["Đơn vị", "Người phụ trách báo chí", "Chức vụ", "Số điện thoại", "Email"],
  ["Phường Long Xuyên", "Trần Văn Cường", "Chủ tịch", 2963852113, "cuong@angiang.gov.vn"],
];

const JOURNALISTS = `name,email,outlet,language,press_card_no
Hà,ha@bao.example,Báo A,vi,IBT1
Anna Keller,anna@daily.example,Daily,en,`;

describe("the command line, from an empty folder", () => {
  it("does the whole job: spokespersons, journalists, a meeting, invitations, letters", async () => {
    const people = await cli("import", "spokespersons", fileOf("a.csv", SPOKESPERSONS), "--json");
    expect(JSON.parse(people.out)).toMatchObject({ rows: 2, problems: [] });

    const lookup = await cli("lookup", "my binh long xuyen", "--json");
    const [found] = JSON.parse(lookup.out).results;
    expect(found.area.fullName).toBe("Phường Mỹ Bình");
    expect(found.successors[0].code).toBe("30307");

    const then = await cli("lookup", "long xuyen", "--on", "01/03/2026", "--limit", "1", "--json");
    expect(JSON.parse(then.out).on).toBe("2026-03-01");
    const plain = await cli("lookup", "my binh long xuyen", "--limit", "1");
    expect(plain.out).toMatch(
      /^Phường Mỹ Bình, .*\n {2}→ Phường Long Xuyên, An Giang: Trần Quốc Bảo/,
    );
    expect((await cli("lookup", "30292", "--limit", "1")).out).toContain("nobody is on record");

    const press = await cli(
      "import",
      "journalists",
      fileOf("b.csv", JOURNALISTS),
      "--list",
      "Báo chí",
      "--json",
    );
    expect(JSON.parse(press.out)).toMatchObject({ added: 2, list: "Báo chí" });

    // The command line's process has the machine's clock, not the tests' morning.
    const starts = new Date(vi.getRealSystemTime() + 365 * 86_400_000).toISOString().slice(0, 10);
    const meeting = {
      area: "30307",
      kind: "press_conference",
      cadence: "adhoc",
      subject: "Sạt lở bờ sông",
      startsAt: `${starts}T08:30`,
      endsAt: `${starts}T10:00`,
      venue: "Hội trường A",
      spokesperson: "Trần Quốc Bảo",
    };
    const created = await cli(
      "meeting",
      "create",
      fileOf("m.json", JSON.stringify(meeting)),
      "--json",
    );
    const { id } = JSON.parse(created.out);

    const invited = await cli("invite", id, "--list", "Báo chí", "--json");
    expect(JSON.parse(invited.out)).toMatchObject({ invited: 2, already: 0 });
    const again = await cli("invite", id, "--list", "Báo chí", "--json");
    expect(JSON.parse(again.out)).toMatchObject({ invited: 0, already: 2 });

    const drained = await cli("outbox", "drain", "--json");
    expect(JSON.parse(drained.out)).toMatchObject({ sent: 2 });
    expect(delivered.toSorted()).toEqual(["anna@daily.example", "ha@bao.example"]);
  });

  it("opens accounts for a department by its id, and for none that is closed", async () => {
    const db = connect(`sqlite:${join(folder, "house.sqlite")}`);
    const department = { name: "Sở Y tế", nameEn: "Department of Health", symbol: "SYT" };
    const signed = { by: { id: "lan", name: "Lan" }, at: new Date().toISOString() };
    const details = { ...department, kind: "department" as const, underId: null, fromDay: null };
    await foundAgency(db, { id: "2025-91" }, details, signed);
    const add = (email: string) =>
      cli("user", "add", email, "--name", "Lan", "--agency", "91-so-y-te", "--json");

    expect(JSON.parse((await add("lan@angiang.gov.vn")).out)).toMatchObject({
      role: "officer",
      agencyId: "91-so-y-te",
    });
    await db
      .updateTable("agency")
      .set({ untilDay: "2026-01-01" })
      .where("id", "=", "91-so-y-te")
      .execute();
    await db.destroy();
    const late = await add("cuc@angiang.gov.vn");
    expect(late).toMatchObject({ code: 1, out: "" });
    expect(late.err).toContain("closed");
  });

  it.each([
    { what: "a command that is none", args: ["dance"], says: 'There is no command "dance"' },
    { what: "an option that is none", args: ["lookup", "x", "--colour"], says: "--colour" },
    { what: "a day that is none", args: ["lookup", "x", "--on", "31/02/2026"], says: "31/02/2026" },
    {
      what: "a file that is not there",
      args: ["import", "spokespersons", "no.csv"],
      says: "no.csv",
    },
    {
      what: "a meeting that is not there",
      args: ["invite", "x", "--list", "y"],
      says: "no meeting x",
    },
    {
      what: "an agency that is not there",
      args: ["user", "add", "a@b.vn", "--name", "A", "--area", "1"],
      says: "no agency",
    },
    {
      what: "a name of two lines",
      args: ["user", "add", "a@b.vn", "--name", "A\nB", "--administrator"],
      says: "--name: This takes one line only",
    },
  ])("refuses $what with one sentence and a true exit code", async ({ args, says }) => {
    const { code, out, err } = await cli(...args);

    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err).toContain(says);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("tells every problem of a list by its line, and writes nothing", async () => {
    const wrong = SPOKESPERSONS.replace("2026-07-10,", "2026-07-10,31/02/2026").replace(
      "bao@",
      "bao",
    );
    const { code, err } = await cli("import", "spokespersons", fileOf("c.csv", wrong), "--dry-run");

    expect(code).toBe(1);
    expect(err).toContain("line 3, email:");
    expect(err).toContain("line 3, until:");
  });
});

describe("a database that cannot be opened", () => {
  const none = fileOf("no-database", "Họp báo".repeat(1000));

  it.each([
    { where: "postgres://lan:hush@127.0.0.1:1/office", says: "ECONNREFUSED 127.0.0.1:1" },
    { where: `sqlite:${none}`, says: "file is not a database" },
    { where: `sqlite:${folder}`, says: "unable to open database file" },
  ])("is told of in one sentence: $says", async ({ where, says }) => {
    const { code, out, err } = await cliOf({ DATABASE_URL: where }, "lookup", "x");

    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^DATABASE_URL: the database cannot be opened \(.*\)\.\n$/);
    expect(err).toContain(says);
    expect(err).not.toContain("hush");
  });
});

describe("a wrong setting", () => {
  it.each(["serve.ts", "worker.ts", "cli.ts"])(
    "stops %s with its sentence alone",
    async (script) => {
      const env = { PATH: process.env.PATH, NODE_ENV: "production" as const, PORT: "eighty" };
      const said = await new Promise<Said>((resolve) => {
        execFile(
          process.execPath,
          [`scripts/${script}`, "lookup", "x"],
          { env },
          (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
        );
      });

      expect(said).toEqual({
        code: 1,
        out: "",
        err: 'PORT is "eighty", but should be a port number, such as 3000.\n',
      });
    },
  );
});

describe("a list in a workbook, on the command line", () => {
  it("is tried, entered as its columns are said to mean, and taken back", async () => {
    const path = fileOf("list.xlsx", await workbook({ "Danh sách": WORKBOOK }));
    const given =
      "capacity=head,decision_no=15/QĐ-UBND,decision_date=05/01/2026,from=05/01/2026,until=04/03/2026";
    const enter = ["import", "spokespersons", path, "--json", "--given", given];
    const said = [...enter, "--map", "Người phụ trách báo chí=name"];

    const unsaid = await cli(...enter);
    const tried = await cli(...said, "--dry-run");
    const done = await cli(...said);
    const { id } = JSON.parse(done.out);
    const again = await cli(...said);
    const undone = await cli("import", "spokespersons", "--undo", id, "--json");
    const twice = await cli("import", "spokespersons", "--undo", id);

    expect(unsaid.code).not.toBe(0);
    expect(JSON.parse(tried.out)).toMatchObject({ rows: 1, dryRun: true, id: null, new: 1 });
    expect(JSON.parse(done.out)).toMatchObject({ rows: 1, dryRun: false, new: 1 });
    expect(JSON.parse(again.out)).toMatchObject({ id: null, same: 1 });
    expect(JSON.parse(undone.out)).toEqual({ undone: id });
    expect(twice.code).not.toBe(0);
  });

  it("takes in mail from files and from a pipe's end, and asks to be called again when it cannot", async () => {
    const mail = fileOf(
      "answer.eml",
      "From: ha@bao.test\r\nTo: baochi@phatngon.example\r\nMessage-ID: <1@bao.test>\r\n\r\nTôi đến.\r\n",
    );
    const { code, out } = await cli("mail", "receive", mail, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ outcome: "review", reason: "letter", isNew: true }]);
    expect((await cli("mail", "receive", mail)).out).toMatch(/known already/);
    expect(await cli("mail", "receive", mail, "--to", "nobody")).toMatchObject({ code: 1 });
    expect(await cli("mail", "receive", join(folder, "none.eml"))).toMatchObject({ code: 1 });
  });
});
