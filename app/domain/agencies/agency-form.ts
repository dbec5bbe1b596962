import { z } from "zod";
import { choice, day, email, line, optional } from "../fields.ts";
import { ADDED_KINDS } from "./agency.ts";

/** As in the numbers of its papers: SYT, STTTT, CCKL. */
const symbol = optional(
  line(30).refine((text) => /^[\p{L}\d][\p{L}\d.&-]*$/u.test(text), "not-a-symbol"),
);

export const AgencyForm = z.object({
  kind: choice(ADDED_KINDS),
  underId: optional(z.string()),
  name: line(200),
  nameEn: line(200),
  symbol,
  fromDay: optional(day),
});

/** Where journalists' answers to letters are read; empty for none. */
export const PressMailboxForm = z.object({ email: optional(email) });

export const AgencyNameForm = z.object({
  name: line(200),
  nameEn: line(200),
  symbol,
  fromDay: day,
  basis: line(300),
});
