import {
  type Facts,
  isExpected,
  isOver,
  type Meeting,
  type Phase,
  phaseOf,
} from "#app/domain/meetings/meeting.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

const TONES: Record<Phase, BadgeTone> = {
  draft: "plain",
  scheduled: "plain",
  announced: "calm",
  postponed: "due",
  rescheduled: "calm",
  held: "done",
  cancelled: "late",
};

type Shown = Facts & Pick<Meeting, "startsAt" | "endsAt">;

/** How far a meeting has come; at the desk one that is over says that somebody has yet to confirm it. */
export function PhaseBadge({
  meeting,
  now,
  publicly,
}: {
  meeting: Shown;
  now: Moment;
  publicly?: boolean;
}) {
  const words = useMessages().meetings;
  const phase = phaseOf(meeting);
  if (isExpected(meeting) && isOver(meeting, now))
    return publicly ? (
      <Badge>{words.pages.site.over}</Badge>
    ) : (
      <Badge tone="due">{words.pages.toConfirm}</Badge>
    );
  return <Badge tone={TONES[phase]}>{words.phases[phase]}</Badge>;
}

/** Họp báo · Đột xuất */
export function KindText({ kind, cadence }: Pick<Meeting, "kind" | "cadence">) {
  const words = useMessages().meetings;
  return (
    <>
      {words.kinds[kind]} · {words.cadences[cadence]}
    </>
  );
}
