import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { removeCorrections } from "./corrections.server.ts";
import { removeDay } from "./day.server.ts";
import { removeInbound } from "./inbound.server.ts";
import { removeIncidents } from "./incident.server.ts";
import { forgetDemoAccounts } from "./kept-accounts.server.ts";
import { removeMeetingRooms } from "./meeting-rooms.server.ts";
import { MARK } from "./office.ts";
import { removePapers } from "./papers.server.ts";
import { removePortal } from "./portal.server.ts";
import { removeQueries } from "./queries.server.ts";
import { clearShelf, removeRegistry } from "./registry.server.ts";
import { removeReports } from "./reports.server.ts";
import { removeSeries } from "./series.server.ts";
import { inventedEntries, removeUpkeep } from "./upkeep.server.ts";

/**
 * Removes the demo office, all of it or nothing: its people, journalists and meetings, and what was
 * hung on them since; then its passwords, which were kept beside the database. What an office entered about its own people and meetings stays.
 */
export async function removeDemo(db: Db, signed: Signature) {
  const papers = await db.transaction().execute(async (trx) => {
    const demo = (table: Marked) =>
      trx.selectFrom(table).select("id").where("id", "like", `${MARK}%`);
    const ofDemo = await trx
      .selectFrom("meeting")
      .select("id")
      .where(({ eb, or }) => or([eb("id", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]))
      .execute();
    const meetings = ofDemo.map(({ id }) => id);
    await removeCorrections(trx);
    const handedOut = await removeMeetingRooms(trx, meetings);
    const invitations = trx
      .selectFrom("invitation")
      .select("id")
      .where((eb) =>
        eb.or([eb("meetingId", "in", meetings), eb("journalistId", "in", demo("journalist"))]),
      );
    await removeDay(trx, { meetings, invitations, people: demo("person") });
    await removeIncidents(trx);
    await removeReports(trx, meetings);
    await removePortal(trx);
    await removeInbound(trx);
    await removeQueries(trx);
    await trx.deleteFrom("mail").where("invitationId", "in", invitations).execute();
    await trx
      .deleteFrom("reminderStop")
      .where(({ eb, or }) =>
        or([eb("meetingId", "in", meetings), eb("invitationId", "in", invitations)]),
      )
      .execute();
    await trx.deleteFrom("reminderRule").where("agencyId", "like", `${MARK}%`).execute();
    await trx.deleteFrom("audit").where("about", "in", invitations).execute();
    await removePapers(trx, { meetings, agencies: demo("agency") });
    await trx.deleteFrom("invitation").where("id", "in", invitations).execute();
    await trx.deleteFrom("meeting").where("id", "in", meetings).execute();
    await removeSeries(trx);
    await trx
      .updateTable("meeting")
      .set({ spokespersonId: null })
      .where("spokespersonId", "in", demo("person"))
      .execute();
    await trx.deleteFrom("journalist").where("id", "in", demo("journalist")).execute();
    // What the trial mailbox received for people who are not there: nobody else has an address that ends so.
    await trx.deleteFrom("receivedMail").where("to", "like", "%.example").execute();
    await trx
      .updateTable("journalist")
      .set({ outletId: null })
      .where("outletId", "in", demo("outlet"))
      .execute();
    for (const table of ["outlet", "pressList", "suppression"] as const)
      await trx.deleteFrom(table).where("id", "like", `${MARK}%`).execute();
    const people = await removeSpokespersons(trx);
    const unused = await removeRegistry(trx, handedOut);
    // Whom an office has entered in earnest since, by the name of one of ours, is somebody's spokesperson now.
    const inEarnest = trx
      .selectFrom("assignment")
      .select("personId")
      .union(trx.selectFrom("delegation").select("personId"));
    await trx
      .deleteFrom("person")
      .where(({ eb, or }) => or([eb("id", "in", demo("person")), eb("id", "in", people)]))
      .where("id", "not in", inEarnest)
      .execute();
    for (const table of ["account", "mail"] as const)
      await trx.deleteFrom(table).where("agencyId", "like", `${MARK}%`).execute();
    await trx.deleteFrom("account").where("id", "in", demo("account")).execute();
    await trx
      .deleteFrom("audit")
      .where(({ eb, or }) =>
        or([eb("about", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]),
      )
      .execute();
    await trx.deleteFrom("agency").where("id", "in", demo("agency")).execute();
    await trx.deleteFrom("setting").where("key", "=", "demo").execute();
    await record(trx, signed, { act: "demo.removed", about: { id: "demo" }, particulars: {} });
    return unused;
  });
  await clearShelf(db, papers);
  forgetDemoAccounts();
}

type Marked = "agency" | "meeting" | "journalist" | "person" | "outlet" | "assignment" | "account";

/** Removes the invented entries, what corrected them since, and all that hangs on either; returns whom they were about. */
async function removeSpokespersons(trx: Db): Promise<string[]> {
  const assignments = await inventedEntries(trx, "assignment");
  const granted = await trx
    .selectFrom("delegation")
    .select("id")
    .where("grantorId", "in", assignments)
    .execute();
  const delegations = [
    ...(await inventedEntries(trx, "delegation")),
    ...granted.map(({ id }) => id),
  ];
  await removeUpkeep(trx, { assignments, delegations });
  await trx
    .deleteFrom("delegationDraft")
    .where(({ eb, or }) =>
      or([
        eb("id", "like", `${MARK}%`),
        eb("agencyId", "like", `${MARK}%`),
        eb("askedById", "in", assignments),
        eb("delegationId", "in", delegations),
      ]),
    )
    .execute();
  const delegates = await trx
    .deleteFrom("delegation")
    .where("id", "in", delegations)
    .returning("personId")
    .execute();
  await trx
    .updateTable("assignment")
    .set({ supersededBy: null })
    .where("supersededBy", "in", assignments)
    .execute();
  const holders = await trx
    .deleteFrom("assignment")
    .where("id", "in", assignments)
    .returning("personId")
    .execute();
  return [...delegates, ...holders].map(({ personId }) => personId);
}
