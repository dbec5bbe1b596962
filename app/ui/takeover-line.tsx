import type { Takeover } from "#app/domain/closings/takeovers.server.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { LinkTo } from "./link.tsx";

/** That an agency goes on with another one's work, and which meetings came with it or still wait. */
export function TakeoverLine({ takeover }: { takeover: Takeover }) {
  const { agencies, offices, incidents, queries } = useMessages();
  const words = agencies.takeovers;
  const { name } = useNames();
  const { formerName, formerNameEn, successorName, successorNameEn, day, basis } = takeover;
  return (
    <>
      <p>
        {words.sentence({
          former: name({ name: formerName, nameEn: formerNameEn }),
          successor: name({ name: successorName, nameEn: successorNameEn }),
          day: shortDay(day),
          basis,
        })}
      </p>
      {takeover.officers.length > 0 && (
        <p className="mt-1 text-soft">
          {offices.followed} {takeover.officers.map((one) => one.name).join(", ")}
        </p>
      )}
      <Meetings title={words.moved} meetings={takeover.moved} />
      <Meetings title={words.left} meetings={takeover.left} />
      {takeover.incidents.map((incident) => (
        <p key={incident.id}>
          {incidents.list.incident}:{" "}
          <LinkTo to={paths.desk.incident(incident)}>{incident.title}</LinkTo>
        </p>
      ))}
      {takeover.queries > 0 && (
        <p>
          <LinkTo to={paths.desk.queries()}>{queries.movedOver(takeover.queries)}</LinkTo>
        </p>
      )}
    </>
  );
}

function Meetings({
  title,
  meetings,
}: {
  title: string;
  meetings: { id: string; subject: string }[];
}) {
  if (meetings.length === 0) return null;
  return (
    <>
      <p className="mt-1 text-soft">{title}</p>
      <ul className="list-disc ps-5">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>
          </li>
        ))}
      </ul>
    </>
  );
}
