import { CalendarPlus } from "lucide-react";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";

/** One meeting to be put into one's own calendar. */
export function CalendarFile({ meeting }: { meeting: { id: string } }) {
  const words = useMessages().calendars.subscribe;
  const to = useLocalised();
  return (
    <p className="print:hidden mb-4">
      <a
        href={to(paths.meetingCalendar(meeting))}
        download
        className="inline-flex min-h-11 items-center gap-1.5"
      >
        <CalendarPlus aria-hidden="true" className="size-4" />
        {words.one}
      </a>
    </p>
  );
}
