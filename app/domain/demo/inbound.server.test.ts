import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { MORNING } from "#app/test/setup.ts";
import { findOfficer } from "../accounts/accounts.server.ts";
import type { Officer } from "../accounts/officer.ts";
import { loadMap } from "../areas/map.server.ts";
import { COMMAND_LINE } from "../audit/entry.ts";
import { listNotReached } from "../inbound/not-reached.server.ts";
import { showIncoming } from "../inbound/showing.server.ts";
import { takeIn } from "../inbound/taking-in.server.ts";
import { countInboundFor, findInboundFor, listInboundFor } from "../inbound/tray.server.ts";
import { mailAlertsFor } from "../invitations/mail-alerts.server.ts";
import { furnishDemo } from "./demo.server.ts";
import { removeDemo } from "./removal.server.ts";

describe.each(databases)("the mail of the demo office on $name", ({ open }) => {
  let house: Opened;
  let ward: Officer;
  let province: Officer;
  beforeEach(async () => {
    house = await open();
    await loadMap(house.db);
    await furnishDemo(house.db, { at: MORNING });
    province = (await findOfficer(house.db, "demo-account-0", MORNING)) as Officer;
    ward = (await findOfficer(house.db, "demo-account-1", MORNING)) as Officer;
  });
  afterEach(() => house.close());

  it("fills the tray with what a person should look at, and can be read", async () => {
    const { mails, counts } = await listInboundFor(house.db, province, { shelf: "open" });

    expect(mails.map(({ reason, trust }) => reason ?? trust)).toEqual([
      ...["other_address", "letter", "reply", "counter"],
    ]);
    expect(counts).toMatchObject({ open: 4, queries: 0, returned: 1 });
    expect(await countInboundFor(house.db, ward)).toMatchObject({ open: 3, queries: 1 });
    for (const { id, subject } of mails) {
      expect(subject).toContain("(mẫu)");
      const found = await findInboundFor(house.db, province, id);
      expect((await showIncoming(found?.raw as Buffer))?.text).toContain("(mẫu)");
    }
  });

  it("shows whom a letter did not reach and what waits, and alerts nobody", async () => {
    expect(await listNotReached(house.db, ward, MORNING)).toHaveLength(1);
    const { pause, refusedByPolicy } = await mailAlertsFor(house.db, ward, MORNING);
    expect(pause, "a queue at rest would hold up what is sent in earnest").toBeNull();
    expect(refusedByPolicy).toBeNull();
    const waits = house.db.selectFrom("mail").select("problem").where("putBackAt", "is not", null);
    expect(await waits.execute()).toMatchObject([{ problem: expect.stringMatching(/^451.*mẫu/) }]);
  });

  it("goes with it, and what came in earnest meanwhile stays", async () => {
    const raw = Buffer.from(
      "From: that@bao.test\r\nTo: x\r\nSubject: That\r\nMessage-ID: <1@bao.test>\r\n\r\nBao gio?",
    );
    const mailbox = "hopbao.longxuyen@angiang.example";
    const taken = await takeIn(house.db, { raw, to: [mailbox], at: MORNING });
    expect(taken.outcome).toBe("asked");

    await removeDemo(house.db, { by: COMMAND_LINE, at: MORNING });

    const left = await house.db.selectFrom("inboundMail").select("id").execute();
    expect(left).toEqual([{ id: taken.id }]);
    expect(await house.db.selectFrom("query").select("id").execute()).toEqual([
      { id: taken.queryId },
    ]);
    const mailboxes = house.db
      .selectFrom("agency")
      .select("id")
      .where("pressEmail", "is not", null);
    expect(await mailboxes.execute()).toEqual([]);
  });
});
