import { createHash } from "node:crypto";
import { dayOf, now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import {
  changeSeries,
  reachOf,
  type Touched,
} from "#app/domain/invitations/series-changes.server.ts";
import { SCOPES, type Scope } from "#app/domain/invitations/series-scope.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import type { Meeting, MeetingDetails } from "#app/domain/meetings/meeting.ts";
import { shortDay } from "#app/i18n/dates.ts";
import type { Messages } from "#app/i18n/messages.ts";

/** How far an edit of a meeting goes: beyond it only where it is of a series and the form says so. */
export function scopeIn(sent: FormData, meeting: Meeting): Scope {
  const asked = SCOPES.find((scope) => scope === sent.get("scope")) ?? "one";
  return meeting.seriesId ? asked : "one";
}

/** What an officer is shown of a change to several meetings before it is made. */
export async function wideChange(
  meeting: Meeting,
  details: MeetingDetails,
  { scope, tell }: { scope: Exclude<Scope, "one">; tell: boolean },
) {
  const touched = await reachOf(db, meeting, details, scope, now(), { tell });
  return {
    rows: touched.map(shown),
    letters: touched.reduce((sum, { letters }) => sum + letters, 0),
    needsReason: touched.some(({ moves }) => moves),
    said: markOf(touched),
  };
}

/** What was shown, in short: pressing again means this and nothing else. */
function markOf(touched: Touched[]): string {
  const seen = touched.map(({ meeting, details, letters }) => [
    ...[meeting.id, meeting.edition, letters],
    details,
  ]);
  return createHash("sha256").update(JSON.stringify(seen)).digest("base64url").slice(0, 22);
}

export type WideChange = Awaited<ReturnType<typeof wideChange>>;

function shown({ meeting, details, changed, keeps, off, speaker, letters }: Touched) {
  const { id, seriesDay, startsAt, endsAt, zone } = meeting;
  const becomes = { startsAt: details.startsAt, endsAt: details.endsAt, zone: details.zone };
  return {
    id,
    seriesDay,
    was: { startsAt, endsAt, zone },
    becomes,
    changed,
    keeps,
    off,
    speaker,
    letters,
  };
}

/** Makes the change, and says what was done or which of the meetings stood in its way. */
export async function makeWideChange(
  meeting: Meeting,
  details: MeetingDetails,
  change: { scope: Exclude<Scope, "one">; reason?: string; edition: number; tell: boolean },
  { officer, words }: { officer: Officer; words: Messages },
): Promise<{ ok: true; sentence: string } | { ok: false; sentence: string }> {
  const changed = await changeSeries(db, meeting, details, change, { by: officer, at: now() });
  const says = words.series.scope;
  if (!changed.ok) {
    const reason = words.meetings.reasons[changed.reason];
    const day = shortDay(changed.meeting.seriesDay ?? dayOf(changed.meeting.startsAt));
    return { ok: false, sentence: says.refused(day, reason) };
  }
  if (changed.letters > 0) wake();
  return { ok: true, sentence: says.saved(changed.meetings, changed.letters) };
}
