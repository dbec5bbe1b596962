import type { z } from "zod";
import { localTime, readLocalTime } from "#app/clock.ts";
import type { DelegationSketch } from "#app/domain/spokespersons/delegation.ts";
import type { DraftForm } from "#app/domain/spokespersons/delegation-form.ts";
import { sentDocument } from "./sent-document.server.ts";

type Sent = Partial<z.output<typeof DraftForm>>;

/** What a form says of a delegation in the making, with the copy of its document that came along. */
export async function readSketch(value: Sent) {
  const { fromTime, untilTime, documentFile } = value;
  const { name = null, position = null, phone = null, email = null, matter = null } = value;
  const {
    documentNo = null,
    documentDay = null,
    documentSigner = null,
    besideReason = null,
  } = value;
  const sketch: Omit<DelegationSketch, "documentFileId"> = {
    name,
    position,
    phone,
    email,
    matter,
    documentNo,
    documentDay,
    documentSigner,
    besideReason,
    fromAt: (fromTime && readLocalTime(fromTime)) ?? null,
    untilAt: (untilTime && readLocalTime(untilTime)) ?? null,
  };
  return { sketch, sent: await sentDocument(documentFile) };
}

/** A sketch as the form shows it: moments as the clock says in Viet Nam. */
export function sketchFields({ fromAt, untilAt, documentFileId: _, ...sketch }: DelegationSketch) {
  return {
    ...sketch,
    fromTime: fromAt && localTime(fromAt),
    untilTime: untilAt && localTime(untilAt),
  };
}
