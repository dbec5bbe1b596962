import type { Clash } from "#app/domain/meetings/clashes.server.ts";
import { clockTime } from "#app/i18n/dates.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";

/** What else is at the same hour, and in what it gets in the way. */
export function ClashList({ clashes, agencyId }: { clashes: Clash[]; agencyId: string }) {
  const words = useMessages().pressCalendar.clashKinds;
  const language = useLanguage();
  if (clashes.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {clashes.map(({ why, meeting }) => (
        <li key={meeting.id}>
          <span className="font-semibold text-due">{words[why]}</span>:{" "}
          {clockTime(meeting.startsAt, meeting.zone)} {meeting.subject}
          {meeting.agencyId !== agencyId &&
            ` (${language === "en" ? meeting.agencyNameEn : meeting.agencyName})`}
        </li>
      ))}
    </ul>
  );
}
