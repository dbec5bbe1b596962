import { z } from "zod";
import { choice, day, email, line, optional, phone } from "../fields.ts";

/** Who speaks and how to reach them: the four particulars that are published, never more. */
export const speakerFields = {
  name: line(100),
  position: line(200),
  phone,
  email,
};

export const AssignmentForm = z.object({
  ...speakerFields,
  capacity: choice(["head", "regular"]),
  decisionNo: line(100),
  decisionDay: day,
  fromDay: day,
  untilDay: optional(day),
});

export const AssignmentEndForm = z.object({
  endDay: day,
  reason: line(300),
  decisionNo: optional(line(100)),
});
