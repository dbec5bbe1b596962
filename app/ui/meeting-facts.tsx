import type { ReactNode } from "react";
import type { Meeting } from "#app/domain/meetings/meeting.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Facts } from "./card.tsx";
import { KindText } from "./meeting-state.tsx";
import { SpanText, TimeText } from "./time.tsx";

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
  | "venueCapacity"
  | "mapUrl"
  | "accessNotes"
  | "postponedAt"
  | "chair"
  | "spokespersonName"
  | "spokespersonPosition"
  | "spokespersonCapacity"
> & { onlineUrl?: string | null; isOnline?: boolean; answerBy?: string | null };

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
        [pages.facts.time, <WhenText key="time" meeting={meeting} />],
        [details.venue, meeting.venue && <Venue key="venue" {...meeting} />],
        [
          details.accessNotes,
          meeting.accessNotes && <p className="whitespace-pre-line">{meeting.accessNotes}</p>,
        ],
        [
          details.onlineUrl,
          onlineUrl ? <Online key="online" url={onlineUrl} /> : isOnline && pages.facts.online,
        ],
        [
          details.answerBy,
          meeting.answerBy && <TimeText key="answerBy" at={meeting.answerBy} zone={meeting.zone} />,
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

/** When it is; of a meeting that was put off, that nobody knows yet. */
function WhenText({ meeting }: { meeting: Shown }) {
  const words = useMessages().meetings.pages.facts;
  if (!meeting.postponedAt) return <SpanText {...meeting} />;
  return words.noTimeYet(shortTime(meeting.startsAt, meeting.zone));
}

function Venue({
  venue,
  venueCapacity,
  mapUrl,
}: Pick<Shown, "venue" | "venueCapacity" | "mapUrl">) {
  const words = useMessages().meetings.pages.facts;
  return (
    <>
      {venue}
      {venueCapacity !== null && ` (${words.seats(venueCapacity)})`}
      {mapUrl && (
        <>
          {" · "}
          <a href={mapUrl} rel="noreferrer">
            {words.map}
          </a>
        </>
      )}
    </>
  );
}

function Online({ url }: { url: string }) {
  return (
    <a href={url} rel="noreferrer" className="break-all">
      {url}
    </a>
  );
}
