import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Tabs } from "./tabs.tsx";

/** The two ways to see an office's meetings: as a list, or as they hang in the calendar. */
export function MeetingWays({ current }: { current: "list" | "calendar" }) {
  const words = useMessages().pressCalendar;
  return (
    <div className="mb-4">
      <Tabs
        label={words.ways}
        tabs={[
          { to: paths.desk.meetings(), label: words.list, current: current === "list" },
          { to: paths.desk.calendar(), label: words.calendar, current: current === "calendar" },
        ]}
      />
    </div>
  );
}
