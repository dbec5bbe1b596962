import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { HOME_ZONE, now, readLocalTime, readZone } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { type Clash, clashesOf } from "#app/domain/meetings/clashes.server.ts";
import { KINDS } from "#app/domain/meetings/meeting.ts";
import { type FreeHours, freeHoursFor } from "#app/domain/notices/free-hours.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";

const text = z.string().max(300).catch("");

const ClashQuery = z.object({
  agency: text,
  meeting: text, // itself, which gets in nobody's way
  kind: z.enum(KINDS).catch("press_conference"),
  startsAt: text,
  endsAt: text,
  zone: text,
  venue: text,
  chair: text,
  spokespersonId: text,
});

/** What the form of a meeting is told while it is filled in. */
interface AtThatHour {
  clashes: Clash[];
  free: FreeHours | undefined; // asked for only where something gets in the way
}

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { searchParams } = new URL(request.url);
  const query = ClashQuery.parse(Object.fromEntries(searchParams));
  const agency = (await findAgencyFor(db, officer, query.agency)) ?? notFound();
  const zone = readZone(query.zone) ?? HOME_ZONE;
  const startsAt = readLocalTime(query.startsAt, zone);
  const endsAt = readLocalTime(query.endsAt, zone);
  if (!startsAt || !endsAt || endsAt <= startsAt) return answer({ clashes: [], free: undefined });
  const { meeting: id, kind, venue, chair, spokespersonId } = query;
  const slot = { id, kind, venue, chair, spokespersonId, startsAt, endsAt };
  const [clashes = []] = await clashesOf(db, agency, [slot]);
  const when = { after: startsAt, now: now() };
  const free = clashes.length > 0 ? await freeHoursFor(db, agency, slot, when) : undefined;
  return answer({ clashes, free });
}

const answer = (known: AtThatHour) => Response.json(known);
