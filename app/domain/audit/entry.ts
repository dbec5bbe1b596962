import type { Moment } from "#db/tables.ts";
import type { Difference } from "./difference.ts";
import type { InboundDeed } from "./inbound-deeds.ts";
import type { MeetingRoomDeed } from "./meeting-deeds.ts";
import type { PortalDeed } from "./portal-deeds.ts";
import type { PressCorrectionDeed } from "./press-correction-deeds.ts";
import type { QueryDeed } from "./query-deeds.ts";
import type { ReminderDeed } from "./reminder-deeds.ts";
import type { ReportDeed } from "./report-deeds.ts";

/** Who did it and when. Every change to the office's books is signed. */
export interface Signature {
  by: { id: string; name: string };
  at: Moment;
  /** Of a deed that is done now: looked at again once its turn has come. What is told of the past has none. */
  clock?: () => Moment;
}

/** What the office does from its own command line, where nobody has signed in. */
export const COMMAND_LINE = { id: "command-line", name: "Dòng lệnh" };

/** A journalist acts through the letter's link: the deed is signed with the invitation. */
export const byInvitation = (invitation: { id: string; name: string }) => ({
  id: `invitation:${invitation.id}`,
  name: invitation.name,
});

/** A spokesperson stands by their entry through the letter's link: the deed is signed with the question. */
export const byConfirmation = (question: { id: string; name: string }) => ({
  id: `confirmation:${question.id}`,
  name: question.name,
});

/** Everything the office can be asked about later, one line for each kind of deed. */
export type Deed = { about: { id: string }; agencyId?: string | null } & (
  | { act: "account.opened"; particulars: { email: string; role: string } }
  | { act: "account.closed"; particulars: { email: string } }
  | { act: "account.moved"; particulars: { email: string; from: string; to: string } }
  | { act: "account.password-changed"; particulars: Record<string, never> }
  | { act: "account.language-set"; particulars: { language: "vi" | "en" } }
  | {
      act: "spokesperson.assigned";
      particulars: { name: string; capacity: string; decisionNo: string };
    }
  | {
      act: "spokesperson.assignment-drafted";
      particulars: { name: string; capacity: string; decisionNo: string };
    }
  | { act: "spokesperson.published"; particulars: { name: string } }
  | {
      act: "spokesperson.superseded";
      particulars: { name: string; endDay: string; decisionNo: string };
    }
  | { act: "spokesperson.annulled"; particulars: { name: string; reason: string } }
  | {
      act: "spokesperson.corrected";
      particulars: { name: string; reason: string; changed?: Difference[] };
    }
  | { act: "spokesperson.unavailable"; particulars: { name: string; reason: string } }
  | { act: "spokesperson.delegation-drafted"; particulars: { name: string } }
  | { act: "spokesperson.delegation-withdrawn"; particulars: { name: string } }
  | {
      act: "spokesperson.assignment-ended";
      particulars: { name: string; endDay: string; reason: string };
    }
  | {
      act: "spokesperson.delegated";
      particulars: { name: string; matter: string; documentNo: string };
    }
  | { act: "spokesperson.delegation-revoked"; particulars: { name: string; reason: string } }
  | { act: "spokespersons.imported"; particulars: { rows: number } }
  | { act: "spokespersons.import-undone"; particulars: { rows: number; fileName: string } }
  | { act: "confirmations.asked"; particulars: { quarter: string; letters: number } }
  | {
      act: "spokesperson.confirmed";
      particulars: { name: string; quarter: string; by: "letter" | "telephone" };
    }
  | {
      act: "contact-report.decided";
      particulars: { name: string; field: string; decision: "applied" | "declined" };
    }
  | { act: "agency.founded"; particulars: { name: string } }
  | { act: "agency.corrected"; particulars: { name: string } }
  | {
      act: "agency.renamed";
      particulars: { name: string; before: string; fromDay: string; basis: string };
    }
  | {
      act: "agency.closed";
      particulars: { name: string; day: string; basis: string; successors: string[] };
    }
  | { act: "meeting.moved"; particulars: { subject: string; from: string; to: string } }
  | { act: "delegation-draft.moved"; particulars: { matter: string; from: string; to: string } }
  | { act: "agency.mailbox-named"; particulars: { email: string | null } }
  | { act: "channel.added"; particulars: { name: string; url: string } }
  | { act: "channel.removed"; particulars: { name: string; url: string } }
  | { act: "regulation.issued"; particulars: { number: string; day: string } }
  | { act: "training.logged"; particulars: { name: string; course: string } }
  | { act: "training.removed"; particulars: { name: string; course: string } }
  | { act: "document.stored"; particulars: { name: string } }
  | { act: "journalist.listed"; particulars: { name: string } }
  | { act: "journalist.changed"; particulars: { name: string } }
  | { act: "journalist.unsubscribed"; particulars: { name: string } }
  | { act: "journalist.resubscribed"; particulars: { name: string } }
  | { act: "journalists.imported"; particulars: { rows: number; list: string } }
  | { act: "outlet.listed"; particulars: { name: string } }
  | { act: "outlet.changed"; particulars: { name: string; before: string } }
  | { act: "press-list.changed"; particulars: { name: string; members: number } }
  | { act: "meeting.planned"; particulars: { subject: string } }
  | { act: "meeting.changed"; particulars: { subject: string; changed: string[] } }
  | { act: "meeting.scheduled"; particulars: { subject: string } }
  | { act: "meeting.announced"; particulars: { subject: string } }
  | { act: "meeting.postponed"; particulars: { subject: string; reason: string } }
  | {
      act: "meeting.rescheduled";
      particulars: { subject: string; from: string; to: string; reason: string };
    }
  | { act: "notice.sent"; particulars: { subject: string; number: string; recipient: string } }
  | { act: "notice.forbidden"; particulars: { subject: string; number: string; reason: string } }
  | { act: "notice.waived"; particulars: { subject: string; reason: string } }
  | { act: "paper.written"; particulars: { subject: string; number: string } }
  | { act: "form.adopted"; particulars: { name: string } }
  | { act: "form.removed"; particulars: { name: string } }
  | { act: "meeting.held"; particulars: { subject: string } }
  | { act: "meeting.cancelled"; particulars: { subject: string; reason: string } }
  | { act: "series.planned"; particulars: { subject: string; meetings: number } }
  | { act: "series.announced"; particulars: { subject: string; meetings: number } }
  | {
      act: "series.changed";
      particulars: { subject: string; meetings: number; changed: string[] };
    }
  | {
      act: "series.cancelled";
      particulars: { subject: string; meetings: number; reason: string };
    }
  | { act: "journalist-calendar.opened"; particulars: { name: string } }
  | { act: "journalist-calendar.closed"; particulars: { name: string } }
  | { act: "meeting.invited"; particulars: { subject: string; guests: number } }
  | {
      act: "invitation.answered";
      particulars: {
        name: string;
        reply: string;
        substitute?: string;
        people?: number;
        via?: string;
      };
    }
  | {
      act: "invitation.seated";
      particulars: {
        name: string;
        people: number;
        subject: string;
        passed?: string;
        reason?: string;
      };
    }
  | { act: "meeting.quota-set"; particulars: { subject: string; quota: number | null } }
  | { act: "address.suppressed"; particulars: { email: string; ground: string } }
  | { act: "address.released"; particulars: { email: string; reason: string } }
  | {
      act: "attendance.checked-in";
      particulars: { name: string; outlet: string | null; subject: string };
    }
  | {
      act: "attendance.walked-in";
      particulars: { name: string; outlet: string | null; subject: string };
    }
  | { act: "attendance.undone"; particulars: { name: string; subject: string } }
  | {
      act: "questions.order-chosen";
      particulars: { subject: string; rule: string; commitment: string | null };
    }
  | { act: "question.sent"; particulars: { subject: string; outlet: string | null } }
  | { act: "question.taken"; particulars: { subject: string; outlet: string | null } }
  | {
      act: "question.asked";
      particulars: { subject: string; number: number; by: string | null; outOfTurn?: boolean };
    }
  | {
      act: "question.answered";
      particulars: { subject: string; number: number; by: string | null; outOfTurn?: boolean };
    }
  | {
      act: "question.withdrawn";
      particulars: { subject: string; number: number; by: string | null; outOfTurn?: boolean };
    }
  | {
      act: "promise.made";
      particulars: { subject: string; number: number; owner: string; dueAt: string };
    }
  | { act: "promise.kept"; particulars: { subject: string; number: number; letters: number } }
  | {
      act: "promise.moved";
      particulars: { subject: string; number: number; from: string; to: string };
    }
  | {
      act: "policy.set";
      particulars: {
        key: string;
        value: string;
        unit: string;
        clock: string | null;
        scope: string;
        fromDay: string;
        reason: string | null;
      };
    }
  | { act: "policy.ended"; particulars: { key: string; untilDay: string } }
  | {
      act: "policy.verified";
      particulars: { key: string; verifiedBy: string; verifiedDay: string };
    }
  | { act: "holiday.added"; particulars: { day: string; name: string; kind: string } }
  | { act: "holiday.removed"; particulars: { day: string; name: string } }
  | { act: "incident.opened"; particulars: { title: string; clause: string } }
  | { act: "incident.changed"; particulars: { title: string; changed: string[] } }
  | { act: "incident.closed"; particulars: { title: string; reason: string } }
  | { act: "incident.moved"; particulars: { title: string; from: string; to: string } }
  | { act: "scenario.written"; particulars: { title: string } }
  | { act: "scenario.changed"; particulars: { title: string } }
  | { act: "scenario.archived"; particulars: { title: string } }
  | { act: "statement.drafted"; particulars: { title: string } }
  | { act: "statement.changed"; particulars: { title: string } }
  | { act: "statement.withdrawn"; particulars: { title: string } }
  | { act: "statement.approved"; particulars: { title: string; approver: string } }
  | {
      act: "statement.published";
      particulars: { title: string; letters: number; outlets: number };
    }
  | { act: "statement.scheduled"; particulars: { title: string; at: string } }
  | { act: "statement.unscheduled"; particulars: { title: string } }
  | { act: "statement.schedule-refused"; particulars: { title: string; reason: string } }
  | { act: "statement.retracted"; particulars: { title: string; reason: string; letters: number } }
  | { act: "statement.sign-off-asked"; particulars: { title: string; agency: string } }
  | { act: "statement.sign-off-dropped"; particulars: { title: string; agency: string } }
  | { act: "statement.signed-off"; particulars: { title: string; signer: string } }
  | { act: "statement.objected"; particulars: { title: string } }
  | { act: "statement.file-added"; particulars: { title: string; file: string } }
  | { act: "statement.file-removed"; particulars: { title: string; file: string } }
  | { act: "statement.moved"; particulars: { title: string; from: string; to: string } }
  | InboundDeed
  | MeetingRoomDeed
  | ReportDeed
  | PortalDeed
  | QueryDeed
  | PressCorrectionDeed
  | ReminderDeed
  | { act: "demo.removed"; particulars: Record<string, never> }
);
