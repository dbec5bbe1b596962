import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AgencyOfArea } from "#app/domain/agencies/agencies.server.ts";
import {
  addFile,
  addVersion,
  type FileWithVersions,
  filesOf,
  withdrawFile,
} from "#app/domain/press-kit/files.server.ts";
import type { FileDetails } from "#app/domain/press-kit/press-file.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { pdf, txt, vtt } from "#app/test/papers.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { signed } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Row } from "#db/tables.ts";

const NINE = "2026-09-10T02:00:00.000Z";
const JUST_BEFORE = "2026-09-10T01:59:59.000Z";
const JUST_AFTER = "2026-09-10T02:00:01.000Z";
const TITLE = "Kết luận thanh tra bến phà";
const bytes = pdf("Kết luận thanh tra bến phà");

let ward: AgencyOfArea;
let meeting: Row<"meeting">;

const put = async (details: Partial<FileDetails> = {}, sent = { name: "ket-luan.pdf", bytes }) => {
  const file: FileDetails = {
    ...{ title: TITLE, kind: "document", language: "vi", audience: "invited", opensAt: NINE },
    ...details,
  };
  const added = await addFile(db, meeting, file, sent, signed());
  const files = await filesOf(db, meeting.id);
  return files.find(({ id }) => added.ok && id === added.id) as FileWithVersions;
};

const invited = async (
  to: { id: string } = meeting,
  columns: Partial<Row<"invitation">> = {},
  journalist: Partial<Row<"journalist">> = {},
) => {
  const { id } = await reporter(db, journalist);
  return db
    .insertInto("invitation")
    .values({
      ...{ id: randomUUID(), meetingId: to.id, journalistId: id, token: randomUUID() },
      ...{ calendarUid: randomUUID(), invitedAt: MORNING, invitedBy: "lan", reply: null },
      ...{ substituteName: null, note: null, repliedAt: null, repliedBy: null },
      ...columns,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
};

/** Whoever asks, however they ask: what they are answered, and whether a single octet of the file or its name is in it. */
async function ask(path: string, at: string, visitor: Parameters<typeof visit>[1] = {}) {
  vi.setSystemTime(at);
  const response = await visit(path, visitor);
  const heads = JSON.stringify([...response.headers]);
  const body = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(body);
  const leaks = text.includes("%PDF") || heads.includes("ket-luan") || heads.includes(sha256());
  return { status: response.status, body, headers: response.headers, leaks };
}

let file: FileWithVersions;
const sha256 = () => file.versions[0].sha256;

beforeEach(async () => {
  ward = await committee(db);
  meeting = await briefing(db, ward);
  file = await put();
});

describe("a file under embargo for invited journalists", () => {
  const WAYS: { way: string; method: string; headers: Record<string, string> }[] = [
    { way: "GET", method: "GET", headers: {} },
    { way: "HEAD", method: "HEAD", headers: {} },
    { way: "a range", method: "GET", headers: { Range: "bytes=0-3" } },
    { way: "a range beyond its end", method: "GET", headers: { Range: "bytes=99999-" } },
    { way: "any mark", method: "GET", headers: { "If-None-Match": "*" } },
  ];

  describe.each(WAYS)("asked for by $way", ({ method, headers }) => {
    const refused = async (path: string, at: string, as?: { id: string }) => {
      const answer = await ask(path, at, { as, method, headers });
      expect([answer.status, answer.leaks]).toEqual([404, false]);
    };

    it("is refused to a stranger by every door, before and after", async () => {
      const [{ documentId, name }] = file.versions;
      const doors = [
        paths.meetingFile(meeting, file),
        paths.meetingFile(meeting, { id: documentId }),
        paths.guestFile({ token: randomUUID() }, file),
        paths.guestFile({ token: "x" }, file),
        paths.document({ id: documentId, name }),
        paths.document({ id: file.id, name }),
      ];

      for (const door of doors)
        for (const at of [JUST_BEFORE, JUST_AFTER, "2027-01-01T00:00:00.000Z"])
          await refused(door, at);
    });

    it("is refused one second early to whom it is for", async () => {
      const { token } = await invited();

      await refused(paths.guestFile({ token }, file), JUST_BEFORE);
    });

    it("is refused to a journalist who is invited elsewhere, also with that meeting's address", async () => {
      const other = await briefing(db, ward, { subject: "Cuộc họp khác" });
      const { token } = await invited(other);

      await refused(paths.guestFile({ token }, file), JUST_AFTER);
      await refused(paths.meetingFile(other, file), JUST_AFTER);
    });

    it("is refused to who unsubscribed without an answer, or with a no", async () => {
      const gone = { unsubscribedAt: MORNING };
      const silent = await invited(meeting, {}, gone);
      const declined = await invited(meeting, { reply: "declined", repliedAt: MORNING }, gone);

      for (const { token } of [silent, declined])
        await refused(paths.guestFile({ token }, file), JUST_AFTER);
    });

    it.each([
      ["cancelled", { cancelledAt: MORNING, cancelReason: "Bão" }],
      ["put off", { postponedAt: MORNING, postponeReason: "Bão" }],
      ["not announced", { announcedAt: null }],
    ])("is refused to everybody while the meeting is %s", async (_, facts) => {
      const { token } = await invited();
      await db.updateTable("meeting").set(facts).where("id", "=", meeting.id).execute();

      await refused(paths.guestFile({ token }, file), JUST_AFTER);
      await refused(paths.meetingFile(meeting, file), JUST_AFTER);
    });

    it("is refused once it was withdrawn", async () => {
      const { token } = await invited();
      await withdrawFile(db, file, "Nhầm", signed());

      await refused(paths.guestFile({ token }, file), JUST_AFTER);
    });

    it("is refused at the desk to offices whose meeting it is not, and by public doors to its own", async () => {
      const neighbour = await officerOf(db, await committee(db, "30292"), "Bình");
      const hue = await officerOf(db, await committee(db, "46"), "Hương");
      const lan = await officerOf(db, ward);

      for (const officer of [neighbour, hue])
        for (const at of [JUST_BEFORE, JUST_AFTER]) {
          await refused(paths.desk.meetingFileContent(file, 1), at, officer);
          await refused(paths.desk.document({ id: file.versions[0].documentId }), at, officer);
        }
      await refused(paths.meetingFile(meeting, file), JUST_BEFORE, lan);
    });
  });

  it("sends a stranger at the desk to sign in, and says nothing", async () => {
    const answer = await ask(paths.desk.meetingFileContent(file, 1), JUST_AFTER);

    expect([answer.status, answer.leaks]).toEqual([302, false]);
  });

  it("is served one second after, whole, to whoever is invited", async () => {
    const subscribed = await invited();
    const declined = await invited(meeting, { reply: "declined", repliedAt: MORNING });
    const coming = await invited(
      meeting,
      { reply: "coming", repliedAt: MORNING },
      { unsubscribedAt: MORNING },
    );

    for (const { token } of [subscribed, declined, coming]) {
      const answer = await ask(paths.guestFile({ token }, file), JUST_AFTER);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(bytes);
      expect(answer.headers.get("Cache-Control")).toBe("private, no-cache");
      expect(answer.headers.get("X-Robots-Tag")).toBe("noindex, nofollow");
    }
  });

  it("is served in parts, by its head, and not again to who has it", async () => {
    const { token } = await invited();
    const path = paths.guestFile({ token }, file);
    const part = await ask(path, JUST_AFTER, { headers: { Range: "bytes=5-8" } });
    const beyond = await ask(path, JUST_AFTER, { headers: { Range: "bytes=99999-" } });
    const head = await ask(path, JUST_AFTER, { method: "HEAD" });
    const known = await ask(path, JUST_AFTER, { headers: { "If-None-Match": `"${sha256()}"` } });

    expect([part.status, beyond.status, head.status, known.status]).toEqual([206, 416, 200, 304]);
    expect(part.body).toEqual(bytes.slice(5, 9));
    expect(part.headers.get("Content-Range")).toBe(`bytes 5-8/${bytes.length}`);
    expect(head.headers.get("Content-Length")).toBe(String(bytes.length));
    expect(head.headers.get("Accept-Ranges")).toBe("bytes");
    expect(head.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(head.headers.get("Content-Security-Policy")).toMatch(/sandbox$/);
    expect(head.headers.get("Content-Disposition")).toMatch(/^attachment; filename="ket-luan.pdf"/);
  });

  it("is read by its own office and its province's at any time, with every version there was", async () => {
    const lan = await officerOf(db, ward);
    const province = await officerOf(db, await committee(db, "91"), "Ngọc");
    const corrected = pdf("Bản đính chính");
    await addVersion(db, file, { name: "ket-luan-2.pdf", bytes: corrected }, signed());
    await withdrawFile(db, file, "Nhầm", signed());

    for (const as of [lan, province]) {
      const first = await ask(paths.desk.meetingFileContent(file, 1), JUST_BEFORE, { as });
      const second = await ask(paths.desk.meetingFileContent(file, 2), JUST_BEFORE, { as });
      const third = await ask(paths.desk.meetingFileContent(file, 3), JUST_BEFORE, { as });
      expect([first.body, second.body]).toEqual([bytes, corrected]);
      expect(third.status).toBe(404);
    }
  });

  it("stands on the invitation by its kind and hour, and by its title from that hour on", async () => {
    const { token } = await invited();
    vi.setSystemTime(JUST_BEFORE);
    const before = await textOf(await visit(paths.reply({ token })));
    vi.setSystemTime(NINE);
    const after = await (await visit(paths.reply({ token }))).text();

    expect(before).toMatch(/Tài liệu \(tiếng Việt\) ?: mở lúc 09:00 10\/09\/2026/);
    expect(before).not.toContain(TITLE);
    expect(after).toContain(TITLE);
    expect(after).toContain(paths.guestFile({ token }, file));
    expect(await textOf(await visit(paths.meeting(meeting)))).not.toContain(TITLE);
  });
});

describe("a file for everybody", () => {
  beforeEach(async () => {
    file = await put({ audience: "everybody" });
  });

  it("is refused one second early, served one second after, and kept by nobody in between", async () => {
    const path = paths.meetingFile(meeting, file);
    const before = await ask(path, JUST_BEFORE);
    const after = await ask(path, JUST_AFTER);
    const part = await ask(path, JUST_AFTER, { headers: { Range: "bytes=0-3" } });

    expect([before.status, before.leaks]).toEqual([404, false]);
    expect([after.status, part.status]).toEqual([200, 206]);
    expect(after.body).toEqual(bytes);
    await withdrawFile(db, file, "Nhầm", signed());
    expect((await ask(path, JUST_AFTER)).status).toBe(404);
  });

  it("appears on the kept page of the meeting at its very second, though nobody writes", async () => {
    // Not at a full minute: pages are written anew at those anyway.
    const odd = await put({ audience: "everybody", opensAt: "2026-09-10T02:00:31.000Z" });
    const page = async (at: string) => {
      vi.setSystemTime(at);
      return (await visit(paths.meeting(meeting))).text();
    };
    await page("2026-09-10T02:00:05.000Z");
    const before = await page("2026-09-10T02:00:30.999Z");
    const after = await page("2026-09-10T02:00:31.000Z");

    expect(before).not.toContain(paths.meetingFile(meeting, odd));
    expect(before).toContain("mở lúc 09:00 10/09/2026");
    expect(after).toContain(paths.meetingFile(meeting, odd));
    expect(after).not.toContain("mở lúc");
  });

  it("is served in the version that came last", async () => {
    const corrected = pdf("Bản đính chính");
    await addVersion(db, file, { name: "moi.pdf", bytes: corrected }, signed());
    const answer = await ask(paths.meetingFile(meeting, file), JUST_AFTER);

    expect(answer.body).toEqual(corrected);
  });

  it("can do no harm, whatever text it holds", async () => {
    const html = txt("<html><script>alert(1)</script>");
    const page = await put({ audience: "everybody" }, { name: "a.html", bytes: html });
    const { headers } = await ask(paths.meetingFile(meeting, page), JUST_AFTER);

    expect(headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename="a.html.txt"/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  });
});

describe("a transcript", () => {
  const said = vtt("01:02:03.000 --> 01:02:05.000\n<v Bà Lan>Chúng tôi sẽ trả lời.");
  const transcript = { kind: "transcript", audience: "everybody", opensAt: NINE } as const;

  it("is read on the meeting's page with who spoke and when, from its hour on", async () => {
    await put({ ...transcript, title: "Toàn văn" }, { name: "loi.vtt", bytes: said });
    vi.setSystemTime(JUST_BEFORE);
    const before = await textOf(await visit(paths.meeting(meeting)));
    vi.setSystemTime(JUST_AFTER);
    const after = await textOf(await visit(paths.meeting(meeting)));

    expect(before).not.toContain("Chúng tôi sẽ trả lời.");
    expect(after).toContain("Đọc: Toàn văn");
    expect(after).toMatch(/1:02:03 Bà Lan ?: Chúng tôi sẽ trả lời\./);
  });

  it("of invited journalists alone is not read there", async () => {
    const mine = { ...transcript, audience: "invited" as const };
    await put(mine, { name: "loi.vtt", bytes: said });
    vi.setSystemTime(JUST_AFTER);

    expect(await textOf(await visit(paths.meeting(meeting)))).not.toContain("Chúng tôi sẽ");
  });
});
