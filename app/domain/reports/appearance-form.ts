import { z } from "zod";
import { day, line, optional } from "../fields.ts";

/** What an officer fills in of a press coordination meeting to which the agency brought information. */
export const AppearanceForm = z.object({
  day,
  host: line(200),
  told: line(500),
  meetingId: optional(line(100)),
});
export type AppearanceForm = z.output<typeof AppearanceForm>;
