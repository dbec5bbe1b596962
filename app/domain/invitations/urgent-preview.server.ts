import type { Db, Moment } from "#db/tables.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import { type MeetingDetails, NOTHING_YET } from "../meetings/meeting.ts";
import { spokespersonFor } from "../meetings/meetings.server.ts";
import { previewLetter } from "./preview.server.ts";

/**
 * The letter that a journalist would get if the meeting were called now; nothing is written anywhere.
 * Refused: `not-a-speaker` at its start, `nobody` when that journalist cannot be invited.
 */
export async function previewUrgent(
  db: Db,
  agency: AgencyOfArea,
  details: MeetingDetails,
  journalist: { id: string } | undefined,
  at: Moment,
) {
  const spokesperson = await spokespersonFor(db, agency, details);
  if (!spokesperson) return { ok: false, reason: "not-a-speaker" } as const;
  const meeting = {
    ...{ ...details, ...spokesperson, id: "preview", agencyId: agency.id, revision: 0 },
    ...{ revisedAt: at, createdAt: at, createdBy: "" },
    ...{ ...NOTHING_YET, announcedAt: at },
    ...{ agencyName: agency.name, agencyNameEn: agency.nameEn, agencyKind: agency.kind },
    ...{ areaCode: agency.areaCode, provinceId: agency.provinceId },
    ...{ provinceType: null, provinceName: null, provinceNameEn: null },
  };
  const letter = journalist && (await previewLetter(db, meeting, journalist));
  return letter ? ({ ok: true, letter } as const) : ({ ok: false, reason: "nobody" } as const);
}
