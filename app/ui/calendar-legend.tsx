import { useMessages } from "#app/i18n/use-messages.ts";

const SHOWN = ["draft", "scheduled", "announced", "rescheduled", "held"] as const;

/** What the edges and colours of the calendar's entries mean; each entry says it in a word too. */
export function CalendarLegend() {
  const { pressCalendar, meetings } = useMessages();
  return (
    <ul
      aria-label={pressCalendar.legend}
      className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden"
    >
      {SHOWN.map((phase) => (
        <li key={phase} className="flex items-center gap-2">
          <span aria-hidden="true" className={`calendar-sign phase-${phase}`} />
          {meetings.phases[phase]}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="calendar-sign of-others" />
        {pressCalendar.others}
      </li>
    </ul>
  );
}
