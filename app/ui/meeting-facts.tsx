import type { ReactNode } from "react";
import type { Meeting } from "#app/domain/meetings/meeting.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Facts } from "./card.tsx";
import { KindText } from "./meeting-state.tsx";
import { SpanText } from "./time.tsx";

type Shown = Pick<
  Meeting,
  | "kind"
  | "cadence"
  | "subject"
  | "description"
  | "startsAt"
  | "endsAt"
  | "zone"
  | "venue"
  | "chair"
  | "spokespersonName"
  | "spokespersonPosition"
  | "spokespersonCapacity"
> & { onlineUrl?: string | null; isOnline?: boolean };

/** A meeting's facts in the order of an official letter; the link is shown only to whom it was handed. */
export function MeetingFacts({ meeting, agency }: { meeting: Shown; agency?: ReactNode }) {
  const words = useMessages();
  const { details, pages } = words.meetings;
  const { onlineUrl, isOnline, spokespersonName, spokespersonPosition } = meeting;
  const capacity = meeting.spokespersonCapacity;
  const spokesperson = [
    spokespersonName,
    spokespersonPosition,
    capacity && words.spokespersons.capacity[capacity].toLowerCase(),
  ];
  return (
    <Facts
      facts={[
        [pages.facts.agency, agency],
        [pages.facts.time, <SpanText key="time" {...meeting} />],
        [details.venue, meeting.venue],
        [
          details.onlineUrl,
          onlineUrl ? <Online key="online" url={onlineUrl} /> : isOnline && pages.facts.online,
        ],
        [details.kind, <KindText key="kind" {...meeting} />],
        [details.chair, meeting.chair],
        [details.spokespersonId, spokesperson.filter(Boolean).join(", ")],
        [
          details.description,
          meeting.description && <p className="whitespace-pre-line">{meeting.description}</p>,
        ],
      ]}
    />
  );
}

function Online({ url }: { url: string }) {
  return (
    <a href={url} rel="noreferrer" className="break-all">
      {url}
    </a>
  );
}
