import { strToU8, zipSync } from "fflate";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { beginPortalSession } from "#app/domain/portal/sessions.server.ts";
import { portalCookie } from "#app/http/portal.server.ts";
import { documents } from "#app/i18n/vi/documents.ts";
import { paths } from "#app/paths.ts";
import type { Tables } from "#db/tables.ts";
import { db, textOf, visit } from "./app.ts";
import { effortOf } from "./effort.ts";
import { docx } from "./papers.ts";
import { briefing, committee, officerOf, reporter } from "./people.ts";
import { signed, speaker } from "./press-room.ts";
import { MORNING } from "./setup.ts";

const HARM =
  "Hà\u202e nội\u200b bộ <script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1))";
const HUGE = "[".repeat(1024 * 1024);

let as: { id: string };
let province: { id: string };
let headers: Record<string, string>;
let personId: string;
let ha: { id: string };
let meeting: { id: string };

beforeEach(async () => {
  await loadLaw(db, { at: signed().at });
  const ward = await committee(db);
  as = await officerOf(db, ward);
  province = await officerOf(db, await committee(db, "91"));
  ({ personId } = await speaker(db, ward));
  const journalist = await reporter(db);
  ha = journalist;
  meeting = await briefing(db, ward);
  const session = { email: journalist.email, journalistId: null };
  const token = await beginPortalSession(db, session, { at: MORNING, userAgent: "x" });
  headers = { Cookie: (await portalCookie(token)).split(";")[0] ?? "" };
});

const idIn = async (table: keyof Tables) =>
  (
    await db
      .selectFrom(table as "query")
      .select("id")
      .executeTakeFirstOrThrow()
  ).id;

const query = { kind: "question", title: "Hỏi", text: "?", language: "vi" };
const article = {
  ...{ outletName: "Báo Mẫu", outletKind: "daily", articleTitle: "Cầu", articlePlace: "3" },
  ...{ articleDay: "2026-08-31", right: "Còn.", grounds: "B.", foundAt: "2026-09-01T07:00" },
};

/** Doors at which text comes in, with the page on which it is read. */
const DOORS: {
  door: string;
  send: (text: string) => Promise<Response>;
  read: () => Promise<Response>;
}[] = [
  {
    door: "a question from the journalists' room",
    send: (text) =>
      visit(paths.portal.questionNew(), {
        ...{ headers, form: { ...query, agencyId: "pc-30307", text } },
      }),
    read: async () => visit(paths.desk.query({ id: await idIn("query") }), { as }),
  },
  {
    door: "a stranger's question",
    send: async (text) => {
      const path = paths.ask({ id: "pc-30307" });
      const page = await (await visit(path)).text();
      const shown = /name="shown" value="([^"]+)"/.exec(page)?.[1] ?? "";
      vi.setSystemTime(Date.parse(MORNING) + 10_000);
      const asker = { askerName: "Hà", askerEmail: "ha@bao.test", outletName: "Báo" };
      return visit(path, { form: { ...query, ...asker, text, shown, website: "" } });
    },
    read: async () => {
      const { token } = await db
        .selectFrom("queryRequest")
        .select("token")
        .executeTakeFirstOrThrow();
      await visit(`/question-checks/${token}`, { form: { any: "" } });
      return visit(paths.desk.query({ id: await idIn("query") }), { as });
    },
  },
  {
    door: "a question that an officer types in",
    send: (text) =>
      visit(paths.desk.queryNew(), {
        as,
        form: { ...query, text, channel: "call", receivedAt: "2026-09-01T07:00" },
      }),
    read: async () => visit(paths.desk.query({ id: await idIn("query") }), { as }),
  },
  {
    door: "a request to be admitted",
    send: (text) =>
      visit(paths.portal.accreditationNew(), {
        ...{ headers, form: { meetingId: meeting.id, journalistId: ha.id, purpose: text } },
      }),
    read: async () => visit(paths.desk.accreditation({ id: await idIn("accreditation") }), { as }),
  },
  {
    door: "a request about data",
    send: (text) => visit(paths.portal.correction(ha), { headers, form: { text } }),
    read: async () =>
      visit(paths.desk.dataRequest({ id: await idIn("dataRequest") }), { as: province }),
  },
  {
    door: "a statement's text",
    send: (body) =>
      visit(paths.desk.statementWritten(), {
        as,
        form: { kind: "notice", language: "vi", title: "Tin", body, speakerId: personId },
      }),
    read: async () => visit(paths.desk.statement({ id: await idIn("statement") }), { as }),
  },
  {
    door: "a case about an error of the press",
    send: (wrong) => visit(paths.desk.correctionCaseNew(), { as, form: { ...article, wrong } }),
    read: async () =>
      visit(paths.desk.correctionCase({ id: await idIn("correctionCase") }), { as }),
  },
];

describe.each(DOORS)("$door", ({ send, read }) => {
  it("keeps markup as text, and leaves out what nobody sees", async () => {
    expect((await send(HARM)).status).toBe(302);
    const page = await read();
    const html = await page.text();

    expect(page.status).toBe(200);
    expect(html).toContain("Hà nội bộ");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    for (const harm of ["<script>alert", "<img src=x", 'href="javascript:', "\u202e", "\u200b"])
      expect(html).not.toContain(harm);
  });

  it("refuses a megabyte of brackets with a sentence, and at once", async () => {
    const effort = await effortOf(async () => {
      const response = await send(HUGE);
      const text = await textOf(response);

      expect(response.status).toBe(400);
      expect(text).toMatch(/Dài quá|quá dài|tối đa/);
    });
    expect(effort).toBeLessThan(10);
  });
});

/** Half a megabyte that unpacks to a quarter of a gigabyte. */
const EMPTY = new Uint8Array(8 * 1024 * 1024);
const BOMB = docx(
  Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`word/${i}.xml`, EMPTY])),
);

const attached = (fields: Record<string, string>, bytes: Uint8Array, name = "a.docx") => {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set("file", new File([bytes as BlobPart], name));
  return form;
};

describe("a file that would burst when it is opened", () => {
  const FILES: [string, (bytes: Uint8Array, name?: string) => Promise<Response>, keyof Tables][] = [
    [
      "of a statement",
      async (bytes, name) => {
        const text = { kind: "notice", language: "vi", title: "Tin", body: "Tin." };
        await visit(paths.desk.statementWritten(), { as, form: { ...text, speakerId: personId } });
        const form = attached({ title: "Tệp", language: "vi" }, bytes, name);
        return visit(paths.desk.statementFiles({ id: await idIn("statement") }), { as, form });
      },
      "statementFile",
    ],
    [
      "of a meeting",
      (bytes, name) =>
        visit(paths.desk.meetingFiles(meeting), {
          as,
          form: attached(
            { title: "Tệp", kind: "document", language: "vi", audience: "everybody" },
            bytes,
            name,
          ),
        }),
      "meetingFile",
    ],
    [
      "of a case",
      async (bytes, name) => {
        await visit(paths.desk.correctionCaseNew(), { as, form: { ...article, wrong: "Sập." } });
        const form = attached({ note: "Ảnh" }, bytes, name);
        return visit(paths.desk.correctionEvidenceNew({ id: await idIn("correctionCase") }), {
          as,
          form,
        });
      },
      "correctionEvidence",
    ],
  ];

  it.each(FILES)("%s is refused with a sentence, and not kept", async (_, send, table) => {
    const response = await send(BOMB);

    expect([400, 409]).toContain(response.status);
    expect(await textOf(response)).toContain(documents.problems["file-bomb"]);
    expect(
      await db
        .selectFrom(table as "document")
        .selectAll()
        .execute(),
    ).toEqual([]);
  });

  it.each(FILES)("%s: nor is a program that calls itself a document", async (_, send, table) => {
    const zipped = zipSync({ "virus.exe": strToU8("MZ") });
    for (const bytes of [strToU8("MZ\u0090\u0000program"), zipped]) {
      const response = await send(bytes, "cong-van.pdf");

      expect([400, 409]).toContain(response.status);
      expect(
        await db
          .selectFrom(table as "document")
          .selectAll()
          .execute(),
      ).toEqual([]);
      for (const one of ["statement", "correctionCase"] as const)
        await db.deleteFrom(one).execute();
    }
  });
});
