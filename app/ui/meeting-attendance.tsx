import type { attendanceByOutlet } from "#app/domain/attendance/attendance.server.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { Card } from "./card.tsx";

type Outlets = Awaited<ReturnType<typeof attendanceByOutlet>>;

/** Which press agencies came to a meeting, and how many from each; nobody is named. */
export function MeetingAttendance({ outlets }: { outlets: Outlets }) {
  const { attendance } = useMessages();
  const number = useNumber();
  if (outlets.length === 0) return null;
  const people = outlets.reduce((sum, one) => sum + one.people, 0);
  return (
    <Card title={attendance.site.title}>
      <p className="mb-2">{attendance.inOf(people, null)}.</p>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {outlets.map(({ outlet, people: came }) => (
          <li key={outlet ?? ""} className="flex justify-between gap-3">
            <span className="min-w-0 wrap-anywhere">{outlet ?? attendance.list.noOutlet}</span>
            <span className="tabular-nums">{number(came)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
