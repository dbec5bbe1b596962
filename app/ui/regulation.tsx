import type { RegulationState } from "#app/domain/regulations/regulation.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Day } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { DocumentLink } from "./document-link.tsx";

interface Shown {
  number: string;
  day: Day;
  document: { id: string; name: string; type: string; bytes: number } | null;
}

const TONES: Record<RegulationState, BadgeTone> = { issued: "done", due: "due", overdue: "late" };

/** Whether an agency's own rules are issued: which ones, with their paper, or until when they are due. */
export function RegulationStatus({
  regulation,
  state,
  due,
  desk,
}: {
  regulation: Shown | null;
  state: RegulationState;
  due: Day | null;
  desk?: boolean;
}) {
  const words = useMessages().agencies.regulation;
  return (
    <div className="grid justify-items-start gap-2">
      <Badge tone={TONES[state]}>{words.states[state]}</Badge>
      {regulation ? (
        <RegulationLine regulation={regulation} desk={desk} />
      ) : (
        due && words.due(shortDay(due))
      )}
    </div>
  );
}

/** A regulation by its number and day, with its paper. */
export function RegulationLine({ regulation, desk }: { regulation: Shown; desk?: boolean }) {
  const words = useMessages().agencies.regulation;
  const { number, day, document } = regulation;
  return (
    <div>
      <p>{words.numbered(number, shortDay(day))}</p>
      {document ? (
        <DocumentLink document={document} desk={desk} />
      ) : (
        desk && <p className="text-soft">{words.noFile}</p>
      )}
    </div>
  );
}
