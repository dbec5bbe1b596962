import { isOver, type Meeting, type Phase, phaseOf } from "#app/domain/meetings/meeting.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

const TONES: Record<Phase, BadgeTone> = {
  draft: "plain",
  announced: "calm",
  held: "done",
  cancelled: "late",
};

type Facts = Pick<Meeting, "announcedAt" | "heldAt" | "cancelledAt" | "startsAt" | "endsAt">;

/** How far a meeting has come; one that is over says that somebody has yet to confirm it. */
export function PhaseBadge({ meeting, now }: { meeting: Facts; now: Moment }) {
  const words = useMessages().meetings;
  const phase = phaseOf(meeting);
  if (phase === "announced" && isOver(meeting, now))
    return <Badge tone="due">{words.pages.toConfirm}</Badge>;
  return <Badge tone={TONES[phase]}>{words.phases[phase]}</Badge>;
}

/** Họp báo · Đột xuất */
export function KindText({ kind, cadence }: Pick<Meeting, "kind" | "cadence">) {
  const words = useMessages().meetings;
  return (
    <span className="whitespace-nowrap">
      {words.kinds[kind]} · {words.cadences[cadence]}
    </span>
  );
}
