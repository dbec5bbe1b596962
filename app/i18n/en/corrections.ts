import { shownValue, type corrections as vietnamese } from "../vi/corrections.ts";

const FIELDS: Record<string, string> = {
  name: "name",
  capacity: "capacity",
  position: "position",
  phone: "telephone",
  email: "e-mail",
  matter: "matter",
  decisionNo: "decision number",
  decisionDay: "day of the decision",
  documentNo: "document number",
  documentDay: "day of the document",
  fromDay: "from",
  untilDay: "until the end of",
  fromAt: "from",
  untilAt: "until",
  endDay: "last day",
  endAt: "ended at",
  decisionAt: "hour of signing",
  decisionSigner: "signer",
  documentSigner: "signer",
  besideReason: "reason for a second person",
};

const VALUES: Record<string, string> = {
  head: "head of agency",
  regular: "regular spokesperson",
};

const shown = (value: string | null) => shownValue(value, "(not given)", VALUES);

export const corrections: typeof vietnamese = {
  changed: (differences) =>
    differences
      .map(
        ({ field, before, after }) =>
          `${FIELDS[field] ?? field}: ${shown(before)} → ${shown(after)}`,
      )
      .join("; "),
};
