import { z } from "zod";
import { choice, email, line, optional } from "../fields.ts";
import { PAPERS } from "./attendance.ts";

const id = z.uuid("not-a-choice");

/** When the phone says it was; its clock may be wrong, so it is kept as its word and decides nothing. */
const saidAt = z.iso.datetime("not-a-time").max(30).optional();

/** Somebody who came unasked, as they say who they are. */
export const WalkInForm = z.object({
  id,
  name: line(120),
  outletName: optional(line(200)),
  email: optional(email),
  paper: optional(choice(PAPERS)),
});

/** Somebody invited, by their invitation or by the code of their pass. */
export const CheckInForm = z
  .object({ id, invitation: optional(line(100)), code: optional(line(40)) })
  .refine(({ invitation, code }) => invitation || code, { path: ["code"], error: "required" });

/** Somebody at the door; the id was made by whoever took it down, and makes it one deed however often it is sent. */
export type Arrival = {
  id: string;
  saidAt?: string;
} & (
  | { invitation?: string; code?: string; walkIn?: undefined }
  | { walkIn: Omit<z.output<typeof WalkInForm>, "id"> }
);

/** What a phone hands in, in the order in which it was taken down. */
export const Sheet = z.object({
  entries: z
    .array(
      z.union([
        z.object({ id, saidAt, undo: id }),
        z.object({ id, saidAt, walkIn: WalkInForm.omit({ id: true }) }),
        z.object({ id, saidAt, invitation: line(100) }),
        z.object({ id, saidAt, code: line(40) }),
      ]),
    )
    .max(100),
});
export type SheetEntry = z.output<typeof Sheet>["entries"][number];
