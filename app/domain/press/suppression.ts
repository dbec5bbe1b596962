import { z } from "zod";
import type { Row } from "#db/tables.ts";
import { choice, email, line } from "../fields.ts";

export type Ground = Row<"suppression">["ground"];

/** Why an address gets no letters. There is no other ground, and there must not be: nobody is kept out by it. */
export const GROUNDS = [
  "unsubscribed_by_link",
  "unsubscribed_by_mail",
  "asked_by_telephone",
  "dead_address",
] as const satisfies Ground[];

/** What an officer may enter; the others are their owners' own deeds. */
export const ENTERED = ["asked_by_telephone", "dead_address"] as const;

export const SuppressionForm = z.object({ email, ground: choice(ENTERED) });

/** Why letters go there again, which the address's owner said or somebody saw to. */
export const LiftForm = z.object({ reason: line(200) });
