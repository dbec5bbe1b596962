import { z } from "zod";
import { day, line, localMoment } from "../fields.ts";
import { speakerFields } from "./assignment-form.ts";

/** Times are as the clock says in Viet Nam. */
export const DelegationForm = z.object({
  ...speakerFields,
  matter: line(500),
  documentNo: line(100),
  documentDay: day,
  fromTime: localMoment,
  untilTime: localMoment,
});

export const RevocationForm = z.object({ endTime: localMoment, reason: line(300) });
