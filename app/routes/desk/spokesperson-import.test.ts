import { beforeEach, describe, expect, it } from "vitest";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import { provincialList, withPart, workbook } from "#app/test/workbooks.ts";

const HEADING = "area_code,name,position,phone,email,capacity,decision_no,decision_date,from,until";
const BINH =
  "30307,Lê Thị Bình,Chủ tịch,0296 3 852 860,binh@angiang.gov.vn,head,9/QĐ-UBND,25/08/2026,01/09/2026,";
const GOOD = `${HEADING}\n${BINH}`;

let ward: { id: string };
let lan: { id: string };
beforeEach(async () => {
  ward = await committee(db, "30307");
  lan = await officerOf(db, ward);
});

const formOf = (fields: Record<string, string>, file?: Uint8Array) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set("file", new File([file as BlobPart], "danh-sách.xlsx"));
  return form;
};
const send = (fields: Record<string, string>, file?: Uint8Array, as = lan) =>
  visit(paths.desk.spokespersonImport(), { as, form: formOf(fields, file) });
const markIn = (html: string) => /name="checked" value="(\w+)"/.exec(html)?.[1] ?? "";
const valueIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
const speaking = async () => (await speakersOf(db, ward, MORNING)).map(({ name }) => name);
const entered = async () => {
  const html = await (await send({ text: GOOD })).text();
  await send({ text: GOOD, checked: markIn(html) });
  const [whole] = await db.selectFrom("spokespersonImport").selectAll().execute();
  return whole ?? { id: "" };
};

describe("a list in a workbook", () => {
  const list = () =>
    workbook({
      "Danh sách": provincialList([
        ["I", "Xã, phường"],
        [1, "Phường Long Xuyên", "Nguyễn Văn An", "Chủ tịch", 2963852852, "an@angiang.gov.vn"],
      ]),
      Khác: [["không phải bảng này"]],
    });
  const once = {
    "given-capacity": "head",
    "given-decision_no": "15/QĐ-UBND",
    "given-decision_date": "2026-01-05",
    "given-from": "2026-01-05",
  };

  it("asks for the columns it lacks, with what it recognised; takes what is stated once; enters it", async () => {
    const first = await send({}, await list());
    const html = await first.clone().text();

    expect(first.status).toBe(400);
    expect(await textOf(first)).toContain("Chưa đủ cột");
    expect(html).toMatch(/<select name="column-1"[^>]*>.*?<option value="agency_name" selected/);
    expect(html).toContain('name="sheet" value="Khác"');

    const text = /<textarea[^>]*name="text"[^>]*>([^<]*)</.exec(html)?.[1] ?? "";
    const headings = valueIn(html, "headings");
    const again = await send({ text, headings, ...once, ...columnsIn(html) });
    const shown = await textOf(again.clone());
    const mark = markIn(await again.text());

    expect(shown).toContain("bảng tính làm mất số 0 đầu: hiểu là 02963852852");
    expect(shown).toContain("Bỏ qua 1 dòng");
    expect(await speaking()).toEqual([]);
    const done = await send({ text, headings, ...once, ...columnsIn(html), checked: mark });
    expect(done.status).toBe(302);
    expect(await speaking()).toEqual(["Nguyễn Văn An"]);
  });

  it("enters nothing when a column means something else than what was checked", async () => {
    const html = await (await send({ text: GOOD })).text();
    const columns = { ...columnsIn(html), "column-9": "matter" };
    const changed = await send({
      text: GOOD,
      headings: valueIn(html, "headings"),
      ...columns,
      checked: markIn(html),
    });

    expect(await textOf(changed)).toContain("Nội dung đã khác với lúc kiểm tra");
    expect(await speaking()).toEqual([]);
  });

  it("says in either language why a workbook is not taken", async () => {
    const macro = withPart(await list(), "xl/vbaProject.bin", () => "x");
    const path = `/en${paths.desk.spokespersonImport()}`;

    expect(await textOf(await send({}, macro))).toContain("Tệp này có macro");
    expect(await textOf(await visit(path, { as: lan, form: formOf({}, macro) }))).toContain(
      "This file has macros",
    );
  });
});

const columnsIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<select name="(column-\d+)"[^>]*>(.*?)<\/select>/g)].map(
      ([, name = "", options = ""]) => [name, /value="(\w*)" selected/.exec(options)?.[1] ?? ""],
    ),
  );

describe("checking", () => {
  it("shows of each line what would happen, in a word, and only those that are asked for", async () => {
    await assigned(db, ward);
    const all = await textOf(await send({ text: GOOD }));
    const same = await textOf(await send({ text: GOOD, show: "same" }));

    expect(all).toMatch(
      /thay đổi .*Lê Thị Bình.*Thay Nguyễn Văn An, người này thôi nhiệm vụ hết ngày 31\/08\/2026/,
    );
    expect(same).not.toMatch(/Thay Nguyễn Văn An/);
  });

  it("gives the problems as a table to work through", async () => {
    const path = paths.desk.spokespersonImportProblems();
    const response = await visit(path, {
      as: lan,
      form: formOf({ text: GOOD.replace("25/08/2026", "31/02/2026") }),
    });

    expect(response.headers.get("Content-Type")).toContain("text/csv");
    expect(await response.text()).toMatch(/2,ngày quyết định,Không có ngày này/);
  });
});

describe("entering with progress", () => {
  const path = paths.desk.spokespersonImportEntry();
  const eventsOf = async (response: Response) =>
    (await response.text())
      .split("\n\n")
      .filter(Boolean)
      .map((event) => JSON.parse(event.replace("data: ", "")));

  it("tells how far it is and where the import is to be seen", async () => {
    const mark = markIn(await (await send({ text: GOOD })).text());
    const response = await visit(path, { as: lan, form: formOf({ text: GOOD, checked: mark }) });
    const events = await eventsOf(response);
    const [whole] = await db.selectFrom("spokespersonImport").selectAll().execute();

    expect(response.headers.get("Content-Type")).toBe("text/event-stream");
    expect(events[0]).toEqual({ phase: "reading", done: 0, total: 1 });
    expect(events.at(-2)).toEqual({ phase: "writing", done: 1, total: 1 });
    expect(events.at(-1)).toEqual({
      done: paths.desk.spokespersonImportDone({ id: whole?.id ?? "" }),
    });
    expect(await speaking()).toEqual(["Lê Thị Bình"]);
  });

  it("lets a public page be answered before it is done, with the books as they were", async () => {
    await assigned(db, ward);
    const day = (i: number) => new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10);
    const rows = Array.from(
      { length: 2000 },
      (_, i) =>
        `30307,Người thứ ${i},Phó Chủ tịch,0296 3 852 861,pho@angiang.gov.vn,regular,${i}/QĐ-UBND,25/08/2026,${day(i)},${day(i)}`,
    );
    const text = [GOOD, ...rows].join("\n");
    const mark = markIn(await (await send({ text })).text());
    const response = await visit(path, { as: lan, form: formOf({ text, checked: mark }) });
    const order: string[] = [];
    let page: Promise<string> | undefined;
    const asked = async () => {
      const shown = await textOf(await visit(paths.area({ era: "2025", code: "30307" })));
      order.push("page");
      return shown;
    };
    for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
      const chunk = new TextDecoder().decode(bytes);
      if (chunk.includes('"writing"')) page ??= asked();
      if (chunk.includes('"done":"')) order.push("import");
    }

    expect(await page).toContain("Nguyễn Văn An");
    expect(order).toEqual(["page", "import"]);
    expect(await speaking()).toEqual(["Lê Thị Bình"]);
  });

  it("enters nothing that was not checked, and nothing of a sister commune", async () => {
    const sister = await officerOf(db, await committee(db, "30292"));
    const mark = markIn(await (await send({ text: GOOD })).text());
    const unchecked = await visit(path, { as: lan, form: formOf({ text: GOOD }) });
    const theirs = await visit(path, { as: sister, form: formOf({ text: GOOD, checked: mark }) });

    expect(await eventsOf(unchecked)).toEqual([{ refused: true }]);
    expect((await eventsOf(theirs)).at(-1)).toEqual({ refused: true });
    expect(await speaking()).toEqual([]);
  });
});

describe("taking an import back", () => {
  it("shows what it would do, does it by its button only, and tells that it was done", async () => {
    const old = await assigned(db, ward);
    const whole = await entered();
    const path = paths.desk.spokespersonImportUndo(whole);
    const asked = await textOf(await visit(path, { as: lan }));

    expect(asked).toContain("Cho thôi nhiệm vụ 1 người");
    expect(asked).toContain(old.name);
    expect(await speaking()).toEqual(["Lê Thị Bình"]);
    const done = await visit(path, { as: lan, form: {} });
    expect(done.headers.get("Location")).toBe(paths.desk.spokespersonImportDone(whole));
    expect(await speaking()).toEqual([old.name]);
    expect(await textOf(await visit(paths.desk.spokespersonImports(), { as: lan }))).toContain(
      "Đã hoàn tác",
    );
    expect((await visit(path, { as: lan, form: {} })).status).toBe(409);
  });

  it.each(["30292", "46", "19777"] as const)("is not found by an officer of %s", async (code) => {
    const whole = await entered();
    const stranger = await officerOf(db, await committee(db, code));
    const doors = [
      paths.desk.spokespersonImportDone(whole),
      paths.desk.spokespersonImportUndo(whole),
    ];

    for (const door of doors) expect((await visit(door, { as: stranger })).status).toBe(404);
    expect((await visit(doors[1] ?? "", { as: stranger, form: {} })).status).toBe(404);
    const listed = await visit(paths.desk.spokespersonImports(), { as: stranger });
    expect(await listed.text()).not.toContain(whole.id);
    expect(await speaking()).toEqual(["Lê Thị Bình"]);
  });

  it("and all the rest is closed to somebody who is not signed in", async () => {
    const whole = await entered();
    const form = formOf({ text: GOOD });
    const answers = await Promise.all([
      visit(paths.desk.spokespersonImportEntry(), { form }),
      visit(paths.desk.spokespersonImportProblems(), { form }),
      visit(paths.desk.spokespersonImportUndo(whole), { form: {} }),
      visit(paths.desk.spokespersonImports()),
      visit(paths.desk.spokespersonList("csv")),
    ]);

    for (const answer of answers) expect(answer.headers.get("Location")).toMatch(/^\/sign-in/);
    expect(await speaking()).toEqual(["Lê Thị Bình"]);
  });
});

describe("the registry as a file", () => {
  it.each(["csv", "xlsx"] as const)(
    "comes back as %s with nothing to enter, and only one's own",
    async (format) => {
      await assigned(db, ward);
      await assigned(db, await committee(db, "30292"));
      const response = await visit(paths.desk.spokespersonList(format), { as: lan });
      const file = new Uint8Array(await response.arrayBuffer());
      const html = await textOf(await send({}, file));

      expect(response.headers.get("Content-Disposition")).toContain(`2026-09-01.${format}`);
      expect(html).toContain("Không có gì để ghi");
      expect(html).not.toContain("Bình Đức");
    },
  );

  it("holds what the registry's search finds, and no more", async () => {
    const province = await officerOf(db, { id: "pc-91" }, "Mai");
    const sister = await committee(db, "30292");
    await assigned(db, ward);
    await assigned(db, sister);
    const csv = async (query: { q?: string; status?: string }) =>
      (await visit(paths.desk.spokespersonList("csv", query), { as: province })).text();

    expect(await csv({})).toMatch(/30307[\s\S]*30292|30292[\s\S]*30307/);
    expect(await csv({ q: "long xuyen" })).toContain("30307");
    expect(await csv({ q: "long xuyen" })).not.toContain("30292");
    expect((await csv({ status: "missing" })).trim().split("\r\n")).toHaveLength(1);
  });
});
