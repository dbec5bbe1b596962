import type { Row } from "#db/tables.ts";

export type Mail = Row<"mail">;

/** What a composer writes. All else about it (id, Message-ID, date, bytes) is the outbox's affair. */
export type Letter = Pick<
  Mail,
  | "kind"
  | "invitationId"
  | "revision"
  | "to"
  | "toName"
  | "from"
  | "subject"
  | "text"
  | "html"
  | "calendarMethod"
  | "calendar"
  | "unsubscribeUrl"
  | "expiresAt"
> &
  Partial<
    Pick<
      Mail,
      | "enclosures"
      | "repeatedForId"
      | "confirmationId"
      | "statementCopyId"
      | "agencyId"
      | "promiseId"
      | "queryId"
      | "correctionRoundId"
      | "replyTo"
      | "unsubscribeAddress"
      | "quiet"
    >
  >;

/** The letters that remind of a meeting: they change nothing of it in any calendar. */
export const REMINDING = ["reminder", "last-reminder", "decision", "thanks"] as const;
export type Reminding = (typeof REMINDING)[number];

/** The letters that tell of an invitation; others come without a meeting. */
export type InvitationLetter = Exclude<
  Mail["kind"],
  | "confirmation"
  | "report-answer"
  | "promise-answer"
  | "statement"
  | "press-feedback"
  | "statement-retraction"
  | "place"
  | `query-${string}`
  | `portal-${string}`
  | Reminding
>;

/** Between whom the mail servers carry it: bare addresses, one recipient; `id` is what a report names it by (RFC 3461). */
export interface Envelope {
  id: string;
  from: string;
  to: string;
}
