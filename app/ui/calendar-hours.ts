import type { Day } from "#db/tables.ts";

/** Times as the clocks of Viet Nam show them: 2026-12-31T23:30. */
interface Timed {
  startsAt: string;
  endsAt: string;
}

const MORNING = 6;
const EVENING = 22;

/** The hours a week shows: the working day and the evening, and more where a meeting is earlier or later. */
export function hoursShown(events: Timed[], from: Day): { first: string; last: string } {
  const first = events.map(({ startsAt }) => (startsAt.slice(0, 10) < from ? 0 : hourOf(startsAt)));
  const last = events.map(({ startsAt, endsAt }) =>
    startsAt.slice(0, 10) === endsAt.slice(0, 10) ? Math.ceil(hourOf(endsAt)) : 24,
  );
  return {
    first: asHour(Math.floor(Math.min(MORNING, ...first))),
    last: asHour(Math.max(EVENING, ...last)),
  };
}

/** How many meetings of a day stand side by side where most do. */
export function sideBySide(events: Timed[], day: Day): number {
  const ofDay = events.filter(({ startsAt }) => startsAt.startsWith(day));
  const beside = ofDay.map(
    ({ startsAt }) =>
      ofDay.filter((one) => one.startsAt <= startsAt && one.endsAt > startsAt).length,
  );
  return Math.max(0, ...beside);
}

const hourOf = (time: string) => Number(time.slice(11, 13)) + Number(time.slice(14, 16)) / 60;
const asHour = (hour: number) => `${String(hour).padStart(2, "0")}:00:00`;
