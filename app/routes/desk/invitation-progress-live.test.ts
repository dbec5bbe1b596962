import { describe, expect, it } from "vitest";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { paths } from "#app/paths.ts";
import { db, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";

async function invited() {
  const ward = await committee(db);
  const lan = await officerOf(db, ward);
  const meeting = await briefing(db, ward);
  const ha = await reporter(db);
  await invite(db, meeting, [ha.id], { by: lan, at: MORNING });
  return { lan, meeting, path: paths.desk.invitationProgressLive(meeting) };
}

function readerOf({ body }: Response) {
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  return { next, close: () => reader.cancel() };
}

describe("the progress of letters", () => {
  it("is told as it changes, each time with its moment", async () => {
    const { lan, path } = await invited();
    const stream = await visit(path, { as: lan });
    expect(stream.headers.get("Content-Type")).toBe("text/event-stream");
    expect(stream.headers.get("Cache-Control")).toBe("no-store");
    const { next, close } = readerOf(stream);

    const first = await next();
    await db.updateTable("mail").set({ stage: "sent", sentAt: MORNING }).execute();
    const second = await next();
    await close();

    expect(first).toMatch(/^id: 2026-09-01T01:00:00.000Z\ndata: \{.*\}\n\n$/);
    expect(JSON.parse(/data: (.*)/.exec(first)?.[1] ?? "")).toMatchObject({
      counts: { queued: 1, sent: 0 },
      tally: { invited: 1 },
    });
    expect(JSON.parse(/data: (.*)/.exec(second)?.[1] ?? "")).toMatchObject({
      counts: { queued: 0, sent: 1 },
    });
  });

  it("is nobody else's to hear", async () => {
    const { path } = await invited();
    const duc = await officerOf(db, await committee(db, "30292"), "Đức");

    expect((await visit(path, { as: duc })).status).toBe(404);
    expect((await visit(path)).status).toBe(302);
  });

  it("is told to one account a dozen times at once, and again when a page is closed", async () => {
    const { lan, path } = await invited();
    const open = await Promise.all(
      Array.from({ length: 12 }, async () => readerOf(await visit(path, { as: lan }))),
    );

    const refused = await visit(path, { as: lan });
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);

    await open.pop()?.close();
    const again = await visit(path, { as: lan });
    expect(again.status).toBe(200);
    await Promise.all([...open, readerOf(again)].map(({ close }) => close()));
  });
});
