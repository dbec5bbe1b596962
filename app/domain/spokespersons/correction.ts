/** What an assignment, or a delegation, shows to everybody: of these the public log says what a correction changed. */
export const PUBLIC_FIELDS = [
  "name",
  "capacity",
  "position",
  "phone",
  "email",
  "matter",
  "decisionNo",
  "decisionDay",
  "documentNo",
  "documentDay",
  "fromDay",
  "untilDay",
  "fromAt",
  "untilAt",
  "endDay",
  "endAt",
] as const;

/** The desk's log tells of these, too. */
export const DESK_FIELDS = [
  ...PUBLIC_FIELDS,
  "decisionAt",
  "decisionSigner",
  "documentSigner",
  "besideReason",
] as const;
