import { z } from "zod";
import { day, line, optional } from "../fields.ts";

export const TrainingForm = z.object({
  personId: z.string({ error: "required" }).min(1, "required"),
  course: line(200),
  day,
  hours: z.coerce
    .number({ error: "not-hours" })
    .int("not-hours")
    .min(1, "not-hours")
    .max(400, "not-hours"),
  certificate: optional(line(100)),
});
