import { beforeEach, vi } from "vitest";

/** In tests it is always eight in the morning of 1 September 2026, in Saigon. */
export const MORNING = "2026-09-01T01:00:00.000Z";

vi.useFakeTimers({ toFake: ["Date"], now: new Date(MORNING) });
beforeEach(() => {
  vi.setSystemTime(new Date(MORNING));
});
