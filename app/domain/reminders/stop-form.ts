import { z } from "zod";
import { optional } from "../fields.ts";
import { RULES } from "./rule.ts";

/** What of a meeting's reminders is stopped or resumed: left out, it is all rules, or everybody. */
export const StopForm = z.object({
  rule: optional(z.enum(RULES)),
  invitation: optional(z.string().max(60)),
});
