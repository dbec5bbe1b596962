import { beforeEach, describe, expect, it } from "vitest";
import type { AgencyOfArea } from "#app/domain/agencies/agencies.server.ts";
import type { Document } from "#app/domain/documents/document.ts";
import { findDocument, storeDocument } from "#app/domain/documents/documents.server.ts";
import { paths } from "#app/paths.ts";
import { db, visit } from "#app/test/app.ts";
import { pdf, png } from "#app/test/papers.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { signed, speaker } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";

let ward: AgencyOfArea;
let decision: Document;
const bytes = pdf("Quyết định số 12/QĐ-UBND");

const kept = async (name: string, content: Uint8Array) => {
  const stored = await storeDocument(db, ward, { name, bytes: content }, signed());
  return (await findDocument(db, stored.ok ? stored.id : "")) as Document;
};
const publish = async (columns: Record<string, string | null>) => {
  await speaker(db, ward);
  await db
    .updateTable("assignment")
    .set({ decisionFileId: decision.id, publishedAt: MORNING, ...columns })
    .execute();
};
const asked = (headers: Record<string, string> = {}, method = "GET") =>
  visit(paths.document(decision), { headers, method });

beforeEach(async () => {
  ward = await committee(db);
  decision = await kept("Quyết định 12.pdf", bytes);
});

describe("a paper in public", () => {
  it("is not there before anything public rests on it", async () => {
    expect((await asked()).status).toBe(404);
    await publish({ publishedAt: null });
    expect((await asked()).status).toBe(404);
    await publish({ publishedAt: "2026-09-01T01:00:00.001Z" });
    expect((await asked()).status).toBe(404);
  });

  it("is there with the decision it is of, and goes with an entry that was a mistake", async () => {
    await publish({});
    const response = await asked();
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);

    await publish({ annulledAt: MORNING });
    expect((await asked()).status).toBe(404);
  });

  it("is there while the regulation it holds is in force", async () => {
    const regulation = { id: "r", agencyId: ward.id, number: "1/QĐ-UBND", day: "2026-08-01" };
    const recorded = { recordedAt: MORNING, recordedBy: "lan", endedAt: null };
    await db
      .insertInto("regulation")
      .values({ ...regulation, ...recorded, fileId: decision.id })
      .execute();
    expect((await asked()).status).toBe(200);

    await db.updateTable("regulation").set({ endedAt: MORNING }).execute();
    expect((await asked()).status).toBe(404);
  });

  it("says what it is and can do no harm", async () => {
    await publish({});
    const { headers } = await asked();

    expect(headers.get("Content-Type")).toBe("application/pdf");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Content-Security-Policy")).toMatch(/^default-src 'none';.* sandbox$/);
    expect(headers.get("Content-Disposition")).toBe(
      `attachment; filename="Quyet dinh 12.pdf"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%2012.pdf`,
    );
    expect(headers.get("Content-Length")).toBe(String(bytes.length));
  });

  it("is not sent again to whoever has it", async () => {
    await publish({});
    const etag = (await asked()).headers.get("ETag") ?? "";
    const again = await asked({ "If-None-Match": `W/"other", ${etag}` });

    expect(etag).toBe(`"${decision.sha256}"`);
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect((await asked({ "If-None-Match": '"other"' })).status).toBe(200);
  });

  it.each([
    ["bytes=0-3", 206, 0, 4],
    ["bytes=5-", 206, 5, bytes.length],
    ["bytes=-6", 206, bytes.length - 6, bytes.length],
    ["bytes=4-999999", 206, 4, bytes.length],
    ["bytes=9-3", 200, 0, bytes.length],
    ["bytes=0-1,4-5", 200, 0, bytes.length],
    ["lines=1-2", 200, 0, bytes.length],
  ])("answers a wish for %s with %i", async (Range, status, start, end) => {
    await publish({});
    const response = await asked({ Range });

    expect(response.status).toBe(status);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes.slice(start, end));
    expect(response.headers.get("Content-Range")).toBe(
      status === 206 ? `bytes ${start}-${end - 1}/${bytes.length}` : null,
    );
  });

  it("has no part beyond its end, and none of another version", async () => {
    await publish({});
    const beyond = await asked({ Range: `bytes=${bytes.length}-` });
    const other = await asked({ Range: "bytes=0-3", "If-Range": '"other"' });
    const same = await asked({ Range: "bytes=0-3", "If-Range": `"${decision.sha256}"` });

    expect([beyond.status, other.status, same.status]).toEqual([416, 200, 206]);
    expect(beyond.headers.get("Content-Range")).toBe(`bytes */${bytes.length}`);
  });

  it("tells its length when only that is asked for", async () => {
    await publish({});
    const head = await asked({}, "HEAD");

    expect(head.headers.get("Content-Length")).toBe(String(bytes.length));
    expect(await head.text()).toBe("");
  });
});

describe("a paper on the desk", () => {
  const status = async (code: Parameters<typeof committee>[1]) => {
    const as = await officerOf(db, await committee(db, code));
    return (await visit(paths.desk.document(decision), { as })).status;
  };

  it("is read by its own office and its province, published or not; nobody else learns that it is there", async () => {
    expect(await status("30307")).toBe(200);
    expect(await status("91")).toBe(200);
    expect(await status("30292")).toBe(404);
    expect(await status("19777")).toBe(404);
    expect(await status("46")).toBe(404);
  });

  it("is kept by no cache on the way, and a picture is shown at once", async () => {
    const lan = await officerOf(db, ward);
    const scan = await kept("scan.png", png());
    const { headers } = await visit(paths.desk.document(scan), { as: lan });

    expect(headers.get("Cache-Control")).toBe("private, no-cache");
    expect(headers.get("Content-Disposition")).toMatch(/^inline/);
  });
});
