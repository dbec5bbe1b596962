import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { withinReach } from "./agencies.server.ts";
import type { ChannelKind } from "./channel.ts";

/** An agency's official channels (Decree 244/2026, art. 5.2), its own site first. */
export async function channelsOf(db: Db, agencyId: string) {
  const channels = await db
    .selectFrom("channel")
    .select(["id", "kind", "url", "name"])
    .where("agencyId", "=", agencyId)
    .where("removedAt", "is", null)
    .orderBy("addedAt")
    .execute();
  return channels.sort((a, b) => Number(a.kind !== "website") - Number(b.kind !== "website"));
}

export type Channel = Awaited<ReturnType<typeof channelsOf>>[number];

/** Lists a channel in public. Refused: `channel-listed` already. */
export async function addChannel(
  db: Db,
  agency: { id: string },
  channel: { kind: ChannelKind; url: string; name: string },
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: "channel-listed" }> {
  return allOrNothing(db, async (trx) => {
    const listed = await channelsOf(trx, agency.id);
    if (listed.some(({ url }) => url === channel.url))
      return { ok: false, reason: "channel-listed" } as const;
    const id = randomUUID();
    await trx
      .insertInto("channel")
      .values({
        ...{ id, agencyId: agency.id, ...channel },
        ...{ addedAt: signed.at, addedBy: signed.by.id, removedAt: null, removedBy: null },
      })
      .execute();
    await record(trx, signed, {
      act: "channel.added",
      about: { id },
      agencyId: agency.id,
      particulars: { name: channel.name, url: channel.url },
    });
    return { ok: true, id } as const;
  });
}

/** A channel that is listed, if its agency is this officer's to work for. */
export function findChannelFor(db: Db, officer: Officer, id: string) {
  return db
    .selectFrom("channel")
    .innerJoin("agency", "agency.id", "channel.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["channel.id", "channel.agencyId", "channel.name", "channel.url"])
    .where("channel.id", "=", id)
    .where("channel.removedAt", "is", null)
    .where(withinReach(officer))
    .executeTakeFirst();
}

/** Takes a channel off the public page; that it was listed stays in the books. */
export async function removeChannel(
  db: Db,
  { id, agencyId, name, url }: { id: string; agencyId: string; name: string; url: string },
  signed: Signature,
) {
  await db.transaction().execute(async (trx) => {
    const removed = await trx
      .updateTable("channel")
      .set({ removedAt: signed.at, removedBy: signed.by.id })
      .where("id", "=", id)
      .where("removedAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!removed) return;
    await record(trx, signed, {
      ...{ act: "channel.removed", about: { id }, agencyId, particulars: { name, url } },
    });
  });
}
