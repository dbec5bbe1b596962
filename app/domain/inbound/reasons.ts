/** Why a mail that came in was not simply taken for what it says: for a person to look at. */
const REVIEW_REASONS = [
  "too-large",
  "too-tangled", // nested, headed or split beyond what any mail program writes
  "unreadable",
  "letter", // a person wrote to the address that calendars answer
  "winmail", // Outlook's own wrapping, which nobody else opens
  "no-token",
  "unknown-token",
  "unknown-event",
  "other-invitation", // the address of one invitation, the event of another
  "several-events",
  "other-date",
  "no-method",
  "counter", // another time is proposed
  "refresh",
  "no-attendee",
  "other-attendee",
  "delegated", // somebody else is sent
  "unknown-answer",
  "future-version",
  "no-room", // more people than there are seats
  "unknown-bounce",
  "reply", // to a letter of ours, at an agency's mailbox
  "no-question", // to an agency, but nothing that a program takes for one
  "several-agencies", // could be for any of those that share a mailbox
  "too-long", // for a question
  "too-many", // questions of one sender, or of strangers, within a day
  "failed", // we failed over it, not they
] as const;

/** Why nothing comes of it: machines talking, or what only an organizer says. */
const IGNORED_REASONS = [
  "auto-reply",
  "notice", // a calendar program's words about an answer that comes by itself
  "method-mismatch",
  "not-an-answer", // REQUEST, CANCEL, PUBLISH …
  "undecided", // NEEDS-ACTION
] as const;

/** Why an answer came too late; the words are those of the answer by the link. */
export const LATE_REASONS = ["cancelled", "postponed", "begun"] as const;

/** An answer with an older stamp than the last, that says something else than what stands: `differs`. */
export type ReviewReason = (typeof REVIEW_REASONS)[number];
export type IgnoredReason = (typeof IGNORED_REASONS)[number];
export type LateReason = (typeof LATE_REASONS)[number];
export type InboundReason = ReviewReason | IgnoredReason | LateReason | "differs";
