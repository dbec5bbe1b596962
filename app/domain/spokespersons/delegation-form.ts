import { z } from "zod";
import { documentFile } from "../documents/document-form.ts";
import { day, email, line, localMoment, optional, phone } from "../fields.ts";
import { speakerFields } from "./assignment-form.ts";

/** Times are as the clock says in Viet Nam. */
export const DelegationForm = z.object({
  ...speakerFields,
  matter: line(500),
  documentNo: line(100),
  documentDay: day,
  documentSigner: optional(line(200)),
  documentFile,
  fromTime: localMoment,
  untilTime: localMoment,
  besideReason: optional(line(300)),
});

/** The same while it is in the making: whatever is there must be well written, nothing has to be there. */
export const DraftForm = z.object({
  name: optional(line(100)),
  position: optional(line(200)),
  phone: optional(phone),
  email: optional(email),
  matter: optional(line(500)),
  documentNo: optional(line(100)),
  documentDay: optional(day),
  documentSigner: optional(line(200)),
  documentFile,
  fromTime: optional(localMoment),
  untilTime: optional(localMoment),
  besideReason: optional(line(300)),
});

export const UnavailabilityForm = z.object({
  reason: line(300),
  matter: optional(line(500)),
  fromTime: optional(localMoment),
  untilTime: optional(localMoment),
  name: optional(line(100)),
  position: optional(line(200)),
  phone: optional(phone),
  email: optional(email),
});

export const RevocationForm = z.object({
  endTime: localMoment,
  reason: line(300),
  documentNo: optional(line(100)),
});
