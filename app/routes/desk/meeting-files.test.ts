import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { linksOf } from "#app/domain/afterwards/links.server.ts";
import { filesOf } from "#app/domain/press-kit/files.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { pdf, vtt, zip } from "#app/test/papers.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Row } from "#db/tables.ts";

let lan: Officer;
let meeting: Row<"meeting">;
const held = { startsAt: "2026-08-31T02:00:00.000Z", endsAt: "2026-08-31T03:00:00.000Z" };

beforeEach(async () => {
  const ward = await committee(db);
  lan = await officerOf(db, ward);
  meeting = await briefing(db, ward, { ...held, heldAt: MORNING });
});

function filled(bytes: Uint8Array, said: Record<string, string> = {}) {
  const form = new FormData();
  const details = {
    ...{ title: "Thông cáo", kind: "press_release", language: "vi", audience: "everybody" },
    ...{ embargo: "", ...said },
  };
  for (const [name, value] of Object.entries(details)) form.set(name, value);
  form.set("file", new File([bytes as BlobPart], "thong-cao.pdf"));
  return form;
}
const send = (form: FormData) => visit(paths.desk.meetingFiles(meeting), { as: lan, form });

describe("a meeting's files at the desk", () => {
  it("are added by a plain form and stand on the public page at once, where nothing holds them back", async () => {
    const sent = await send(filled(pdf()));
    const seen = await textOf(await visit(paths.meeting(meeting)));

    expect(sent.status).toBe(302);
    expect(seen).toContain("Thông cáo");
    expect(seen).toContain("Thông cáo báo chí · tiếng Việt");
  });

  it.each([
    [zip(), {}, "Tệp này không phải PDF"],
    [vtt("NOTE trống"), { kind: "transcript" }, "không có lời nào kèm mốc thời gian"],
    [pdf(), { embargo: "2026-09-01T07:59" }, "Giờ này đã qua"],
  ])("are refused with a sentence beside the field", async (bytes, said, sentence) => {
    const sent = await send(filled(bytes, said));

    expect(sent.status).toBe(409);
    expect(await textOf(sent)).toContain(sentence);
    expect(await filesOf(db, meeting.id)).toEqual([]);
  });

  it("are not sent without a file", async () => {
    const form = filled(pdf());
    form.delete("file");

    expect((await send(form)).status).toBe(400);
  });

  it("are replaced, said otherwise and withdrawn, each by an address of its own", async () => {
    await send(filled(pdf("một")));
    const [file] = await filesOf(db, meeting.id);
    if (!file) throw new Error("no file");
    const version = new FormData();
    version.set("file", new File([pdf("hai") as BlobPart], "hai.pdf"));
    const replaced = await visit(paths.desk.meetingFileVersion(file), { as: lan, form: version });
    const again = new FormData();
    again.set("file", new File([pdf("hai") as BlobPart], "hai.pdf"));
    const same = await visit(paths.desk.meetingFileVersion(file), { as: lan, form: again });
    const said = { title: "Thông cáo số 2", kind: "data", language: "en", audience: "invited" };
    const changed = await visit(paths.desk.meetingFile(file), { as: lan, form: said });
    const page = await textOf(await visit(paths.desk.meetingFile(file), { as: lan }));
    const nameless = { as: lan, form: { reason: " " } };
    const unexplained = await visit(paths.desk.meetingFileWithdrawal(file), nameless);
    const why = { as: lan, form: { reason: "Nhầm số liệu" } };
    const withdrawn = await visit(paths.desk.meetingFileWithdrawal(file), why);
    const twice = await visit(paths.desk.meetingFileWithdrawal(file), why);

    expect([replaced.status, same.status, changed.status]).toEqual([302, 409, 302]);
    expect([unexplained.status, withdrawn.status, twice.status]).toEqual([400, 302, 409]);
    expect(page).toContain("Thông cáo số 2");
    expect(page).toContain("bản 2");
    expect(page).toContain("bản 1");
    const log = await textOf(await visit(paths.desk.meeting(meeting), { as: lan }));
    expect(log).toContain("Thu hồi tài liệu “Thông cáo số 2”. Lý do: Nhầm số liệu.");
  });
});

describe("what is left of a meeting", () => {
  it("is asked for on its page one by one, and nothing of it is demanded", async () => {
    const before = await textOf(await visit(paths.desk.meeting(meeting), { as: lan }));
    const article = { title: "Quý III tăng 7,6%", outlet: "Báo Mẫu", url: "https://bao.test/a" };
    const form = { ...article, day: "2026-09-01" };
    await visit(paths.desk.articles(meeting), { as: lan, form });
    const after = await textOf(await visit(paths.desk.meeting(meeting), { as: lan }));
    const seen = await textOf(await visit(paths.meeting(meeting)));

    expect(before).toMatch(/Bài báo sau cuộc họp \( ?chưa có ?\)/);
    expect(after).toMatch(/Bài báo sau cuộc họp \( ?đã có ?\)/);
    expect(after).toMatch(/Biên bản \( ?chưa có ?\)/);
    expect(seen).toMatch(/Quý III tăng 7,6% Báo Mẫu · 01\/09\/2026/);
  });

  it.each([
    [{ url: "javascript:alert(1)" }, 400],
    [{ day: "2026-09-02" }, 409],
    [{ title: "" }, 400],
  ])("takes no article with %j", async (wrong, status) => {
    const article = { title: "Bài", outlet: "Báo", url: "https://bao.test/a", day: "2026-09-01" };
    const form = { ...article, ...wrong };

    expect((await visit(paths.desk.articles(meeting), { as: lan, form })).status).toBe(status);
    expect(await linksOf(db, meeting.id, "article")).toEqual([]);
  });

  it("links to a video by its address, and lets go of it", async () => {
    const form = { url: "https://video.test/hop-bao", title: "" };
    await visit(paths.desk.videos(meeting), { as: lan, form });
    const html = await (await visit(paths.meeting(meeting))).text();
    const [link] = await linksOf(db, meeting.id, "video");
    const gone = await visit(paths.desk.meetingLinkRemoval({ id: link?.id ?? "" }), {
      ...{ as: lan, form: { any: "" } },
    });

    expect(html).toContain('href="https://video.test/hop-bao"');
    expect(html).not.toMatch(/<(iframe|video|img)[^>]+video\.test/);
    expect(gone.headers.get("Location")).toBe(paths.desk.videos(meeting));
    expect(await (await visit(paths.meeting(meeting))).text()).not.toContain("video.test");
  });
});

describe("the minutes", () => {
  const write = (text: string, seen: number, as = lan) =>
    visit(paths.desk.minutes(meeting), { as, form: { text, seen: String(seen) } });

  it("are written, looked at and published; nothing in them is HTML", async () => {
    await write("# Kết luận\n\n- Một\n- <b>Hai</b>", 0);
    const hidden = await textOf(await visit(paths.meeting(meeting)));
    const form = { version: "1" };
    const published = await visit(paths.desk.minutesPublication(meeting), { as: lan, form });
    const html = await (await visit(paths.meeting(meeting))).text();

    expect(hidden).not.toContain("Kết luận");
    expect(published.status).toBe(302);
    expect(html).toMatch(/<h3[^>]*>Kết luận<\/h3>/);
    expect(html).toContain("<li>&lt;b&gt;Hai&lt;/b&gt;</li>");
  });

  it("of two officers are shown to the second, who loses nothing", async () => {
    const ngoc = await officerOf(db, await committee(db, "91"), "Ngọc");
    await write("Bản của Lan", 0);
    const late = await write("Bản của Ngọc", 0, ngoc);
    const page = await textOf(late);

    expect(late.status).toBe(409);
    expect(page).toContain("Bản của Lan");
    expect(page).toContain("Bản của Ngọc");
    const again = await write("Bản của Ngọc", 1, ngoc);
    expect(again.status).toBe(302);
  });
});
