import type { InboundReason } from "#app/domain/inbound/reasons.ts";
import type { Trust } from "#app/domain/inbound/trust.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Row } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

type Outcome = Row<"inboundMail">["outcome"];

const TONES: Record<Outcome, BadgeTone> = {
  applied: "done",
  older: "due",
  overtaken: "plain",
  "too-late": "late",
  "not-delivered": "late",
  delayed: "due",
  delivered: "done",
  unsubscribed: "done",
  asked: "done",
  review: "due",
  ignored: "plain",
};

interface Shown {
  outcome: Outcome;
  reason: string | null;
  trust: Trust | null;
}

/** What came of a mail, in a word. */
export function InboundBadge({ outcome }: { outcome: Outcome }) {
  return <Badge tone={TONES[outcome]}>{useMessages().inbound.outcomes[outcome]}</Badge>;
}

/** Why it needs a person, or came to nothing, in a sentence. */
export function InboundReasonText({ outcome, reason, trust }: Shown) {
  const words = useMessages().inbound;
  if (reason) return words.reasons[reason as InboundReason] ?? reason;
  return outcome === "applied" && trust === "other_address" ? words.flagged : null;
}

/** That an answer came by mail, and how far it is believed. */
export function AnswerTrust({ trust }: { trust: Trust }) {
  const words = useMessages().inbound;
  const said = `${words.byCalendar} · ${words.trusts[trust]}`;
  return trust === "other_address" ? (
    <Badge tone="due">{said}</Badge>
  ) : (
    <span className="block text-sm text-soft">{said}</span>
  );
}
