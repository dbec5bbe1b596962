import { z } from "zod";
import { HOME_ZONE } from "#app/clock.ts";
import { choice, line, localMoment, optional, paragraphs, webAddress } from "../fields.ts";
import { minutesAfter } from "../meetings/meeting-times.ts";

/** How long a meeting called in haste may be set to last, in minutes. */
export const DURATIONS = ["30", "45", "60", "90", "120"] as const;
export const USUAL_MINUTES: (typeof DURATIONS)[number] = "60";

/** What is typed when something has happened: as little as a letter needs. */
export const UrgentForm = z.object({
  subject: line(200),
  startsAt: localMoment,
  minutes: choice(DURATIONS),
  venue: optional(line(200)),
  onlineUrl: optional(webAddress),
  chair: optional(line(120)),
  spokespersonId: optional(line(60)),
  description: optional(paragraphs(5000)),
  despite: optional(paragraphs(500)), // why it is called though its notice is not in time
});
export type UrgentForm = z.output<typeof UrgentForm>;

/** The same as the form of any other meeting: an ad hoc press conference in Viet Nam's time. */
export function asMeeting({ minutes, despite: _, ...form }: UrgentForm) {
  return {
    ...form,
    kind: "press_conference" as const,
    cadence: "adhoc" as const,
    zone: HOME_ZONE,
    endsAt: minutesAfter(form.startsAt, Number(minutes)),
  };
}
