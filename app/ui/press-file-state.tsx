import type { Meeting } from "#app/domain/meetings/meeting.ts";
import { isOpen, type PressFile } from "#app/domain/press-kit/press-file.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

type State = "open" | "closed" | "withdrawn" | "off" | "draft" | "postponed";

const TONES: Record<State, BadgeTone> = {
  ...{ open: "done", closed: "due", withdrawn: "late", off: "late", draft: "plain" },
  postponed: "due",
};

type Standing = Pick<Meeting, "announcedAt" | "postponedAt" | "cancelledAt" | "zone">;

/** Whether a file of a meeting can be read outside the office now, and if not, why or from when on. */
export function PressFileState({
  file,
  meeting,
  now,
}: {
  file: Pick<PressFile, "opensAt" | "withdrawnAt">;
  meeting: Standing;
  now: Moment;
}) {
  const words = useMessages().meetingRooms.files;
  const state = stateOf(file, meeting, now);
  return (
    <span>
      <Badge tone={TONES[state]}>{words.states[state]}</Badge>
      {file.opensAt && (state === "open" || state === "closed") && (
        <span className="block text-sm text-soft">
          {words.at(shortTime(file.opensAt, meeting.zone))}
        </span>
      )}
    </span>
  );
}

function stateOf(
  file: Pick<PressFile, "opensAt" | "withdrawnAt">,
  meeting: Standing,
  now: Moment,
): State {
  if (file.withdrawnAt) return "withdrawn";
  if (isOpen(file, meeting, now)) return "open";
  if (meeting.cancelledAt) return "off";
  if (!meeting.announcedAt) return "draft";
  return meeting.postponedAt ? "postponed" : "closed";
}
