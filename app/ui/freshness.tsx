import { CircleAlert, CircleCheck, Clock } from "lucide-react";
import {
  type Freshness,
  type FreshnessState,
  freshnessSentence,
  isAmber,
} from "#app/domain/spokespersons/confirmation.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

const TONES: Record<FreshnessState, BadgeTone> = {
  confirmed: "done",
  asked: "calm",
  unconfirmed: "due",
  bounced: "late",
};

/** How fresh an entry is, in a word. */
export function FreshnessBadge({ state }: { state: FreshnessState }) {
  return <Badge tone={TONES[state]}>{useMessages().confirmations.states[state]}</Badge>;
}

const ICONS = {
  confirmed: CircleCheck,
  asked: Clock,
  unconfirmed: CircleAlert,
  bounced: CircleAlert,
};

/** When somebody last stood by an entry; amber when nobody did in this quarter. */
export function FreshnessLine({ freshness }: { freshness: Freshness | undefined }) {
  const words = useMessages();
  if (!freshness) return null;
  const Icon = ICONS[freshness.state];
  const colours = isAmber(freshness)
    ? "mt-3 rounded-sm border-s-4 border-due bg-due-wash px-3 py-2 text-due"
    : "mt-3 text-soft";
  return (
    <p className={`flex items-start gap-2 ${colours}`}>
      <Icon aria-hidden="true" className="mt-1 size-4 shrink-0" />
      <span className="min-w-0">{freshnessSentence(words, freshness)}</span>
    </p>
  );
}
