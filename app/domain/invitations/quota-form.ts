import { z } from "zod";
import { count, line, optional } from "../fields.ts";

const MOST_OF_AN_OUTLET = 1000;

/** How many people of one outlet a meeting seats; blank is the agency's rule, 0 no limit. */
export const QuotaForm = z.object({
  quota: optional(count(0, MOST_OF_AN_OUTLET)),
  usual: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});

/** Why somebody is seated ahead of others. */
export const SeatForm = z.object({ reason: line(300) });
