import type { listComingOf } from "#app/domain/meetings/meeting-lists.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "./card.tsx";
import { LinkTo } from "./link.tsx";
import { SpanText } from "./time.tsx";

type Coming = Awaited<ReturnType<typeof listComingOf>>;

/** The next meetings of an agency with the press, and the way to those of its whole province. */
export function ComingMeetings({
  meetings,
  province,
}: {
  meetings: Coming;
  province: { code: string };
}) {
  const words = useMessages();
  if (meetings.length === 0) return null;
  return (
    <Card title={words.areas.page.meetings}>
      <ul className="grid gap-3">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <LinkTo to={paths.meeting(meeting)}>{meeting.subject}</LinkTo>
            <p className="text-soft">
              {words.meetings.kinds[meeting.kind]} · <SpanText {...meeting} />
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <LinkTo to={paths.meetings({ province: province.code })}>
          {words.areas.page.allMeetings}
        </LinkTo>
      </p>
    </Card>
  );
}
