import { z } from "zod";
import { documentFile } from "../documents/document-form.ts";
import { choice, day, email, line, localMoment, optional, phone } from "../fields.ts";

/** Who speaks and how to reach them: the four particulars that are published, never more. */
export const speakerFields = {
  name: line(100),
  position: line(200),
  phone,
  email,
};

/** What a decision says. */
const decisionFields = {
  ...speakerFields,
  capacity: choice(["head", "regular"]),
  decisionNo: line(100),
  decisionDay: day,
  decisionTime: optional(localMoment),
  decisionSigner: optional(line(200)),
  decisionFile: documentFile,
  besideReason: optional(line(300)),
  fromDay: day,
  untilDay: optional(day),
};

export const AssignmentForm = z.object({
  ...decisionFields,
  inPlace: optional(choice(["keep", "supersede"])),
  publish: optional(choice(["now", "later"])),
});

export const CorrectionForm = z.object({ ...decisionFields, reason: line(300) });

export const AnnulmentForm = z.object({ reason: line(300) });

export const AssignmentEndForm = z.object({
  endDay: day,
  kind: optional(choice(["ended", "revoked"])),
  reason: line(300),
  decisionNo: optional(line(100)),
  decisionDay: optional(day),
  signer: optional(line(200)),
  file: documentFile,
});
