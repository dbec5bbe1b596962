import type { NoticeState } from "#app/domain/notices/notice.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

const TONES: Record<NoticeState, BadgeTone> = {
  missing: "due",
  draft: "due",
  sent: "done",
  late: "late",
  outdated: "due",
  forbidden: "late",
};

/** Where the notice of a press conference stands. */
export function NoticeBadge({ state }: { state: NoticeState }) {
  return <Badge tone={TONES[state]}>{useMessages().notices.states[state]}</Badge>;
}
