import { type Credential, credentialOn } from "#app/domain/press/journalist.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Day, Row } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

const TONES: Record<Credential, BadgeTone> = {
  card: "done",
  letter: "done",
  expired: "due",
  none: "plain",
};

type Papers = Pick<
  Row<"journalist">,
  "pressCardNo" | "pressCardUntilDay" | "introLetterNo" | "introLetterUntilDay" | "unsubscribedAt"
>;

/** Which paper a journalist can show on a day, and whether they take no invitations. */
export function Credentials({ journalist, today }: { journalist: Papers; today: Day }) {
  const words = useMessages().press;
  const credential = credentialOn(journalist, today);
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={TONES[credential]}>{words.credentials[credential]}</Badge>
      {journalist.unsubscribedAt && <Badge tone="late">{words.unsubscribed}</Badge>}
    </span>
  );
}
