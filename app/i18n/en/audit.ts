import { HOME_ZONE } from "#app/clock.ts";
import { shortDay, shortTime } from "../dates.ts";
import type { Messages } from "../messages.ts";
import { answerActs } from "./answers.ts";
import { attendanceActs } from "./attendance.ts";
import { corrections } from "./corrections.ts";
import { inboundActs } from "./inbound.ts";
import { incidentActs } from "./incidents.ts";
import { meetingRoomActs } from "./meeting-rooms.ts";
import { policyActs } from "./policies.ts";
import { portalActs } from "./portal-acts.ts";
import { pressCorrectionActs } from "./press-corrections.ts";
import { queryActs } from "./query-acts.ts";
import { questionActs } from "./questions.ts";
import { reminderActs } from "./reminders.ts";
import { reportActs } from "./reports.ts";
import { retentionActs } from "./retention.ts";
import { statementActs } from "./statement-desk.ts";

const REPLIES: Record<string, string> = {
  coming: "is coming",
  tentative: "is not sure to come",
  declined: "is not coming",
  substitute: "is sending somebody else",
};

const ROLES: Record<string, string> = { administrator: "administrator", officer: "press officer" };

const CAPACITIES: Record<string, string> = { head: "head", regular: "regular spokesperson" };

const FIELDS: Record<string, string> = {
  phone: "telephone",
  email: "e-mail",
  position: "position",
  name: "name",
  other: "something else",
};

const DETAILS: Record<string, string> = {
  kind: "kind",
  cadence: "periodic or ad hoc",
  subject: "subject",
  description: "further information",
  startsAt: "start",
  endsAt: "end",
  zone: "time zone",
  venueCapacity: "seats",
  mapUrl: "link to a map",
  accessNotes: "access",
  venue: "venue",
  onlineUrl: "online link",
  answerBy: "answers asked by",
  chair: "chair",
  spokespersonId: "spokesperson",
};

export const audit: Messages["audit"] = {
  title: "Log",
  lead: "Every change within your reach, newest first. No line is ever altered or removed.",
  search: "Search the log",
  searched: (n) => `Searched the latest ${n.toLocaleString("en")} entries.`,
  when: "When",
  who: "Who",
  what: "What",
  agency: "Agency",
  total: (n) => (n === 1 ? "1 entry" : `${n.toLocaleString("en")} entries`),
  empty: "Nothing is recorded yet",
  nothing: (q) => `No entry matches “${q}”`,
  clear: "Show everything",
  unknown: (act) => `A deed of another version (${act}).`,

  acts: {
    "account.opened": ({ email, role }) => `Opened the account ${email} (${ROLES[role] ?? role}).`,
    "account.closed": ({ email }) => `Closed the account ${email}.`,
    "account.moved": ({ email, from, to }) => `Moved the account ${email} from ${from} to ${to}.`,
    "account.password-changed": () => "Changed their own password.",
    "account.language-set": ({ language }) =>
      `Chose to get letters in ${language === "en" ? "English" : "Vietnamese"}.`,
    "spokesperson.assigned": ({ name, capacity, decisionNo }) =>
      `Entered ${name} as ${CAPACITIES[capacity] ?? capacity}, by Decision ${decisionNo}.`,
    "spokesperson.assignment-ended": ({ name, endDay, reason }) =>
      `Recorded the end of ${name}'s assignment, last day ${shortDay(endDay)}. Reason: ${reason}.`,
    "spokesperson.assignment-drafted": ({ name, capacity, decisionNo }) =>
      `Entered ${name} as ${CAPACITIES[capacity] ?? capacity}, Decision ${decisionNo}, not yet published.`,
    "spokesperson.published": ({ name }) => `Published ${name} on the public page.`,
    "spokesperson.superseded": ({ name, endDay, decisionNo }) =>
      `${name} stands down, last day ${shortDay(endDay)}, succeeded under Decision ${decisionNo}.`,
    "spokesperson.annulled": ({ name, reason }) =>
      `Annulled a mistaken entry on ${name}. Reason: ${reason}.`,
    "spokesperson.corrected": ({ name, reason, changed = [] }) =>
      `Corrected the entry on ${name}. Reason: ${reason}.${changed.length > 0 ? ` Changed: ${corrections.changed(changed)}.` : ""}`,
    "spokesperson.unavailable": ({ name, reason }) =>
      `${name} reported being unable to speak. Reason: ${reason}.`,
    "spokesperson.delegation-drafted": ({ name }) =>
      `Drafted a delegation${name ? ` to ${name}` : ""}.`,
    "spokesperson.delegation-withdrawn": ({ name }) =>
      `Withdrew a draft delegation${name ? ` to ${name}` : ""}.`,
    "spokesperson.delegated": ({ name, matter, documentNo }) =>
      `Entered a delegation to ${name} on “${matter}”, by document ${documentNo}.`,
    "spokesperson.delegation-revoked": ({ name, reason }) =>
      `Revoked the delegation to ${name}. Reason: ${reason}.`,
    "spokespersons.imported": ({ rows }) =>
      `Imported spokespersons from a spreadsheet: ${rows} rows.`,
    "spokespersons.import-undone": ({ rows, fileName }) =>
      `Took back the import of spokespersons from the spreadsheet “${fileName}”: ${rows} rows.`,
    "confirmations.asked": ({ quarter, letters }) =>
      `Sent ${letters} requests to confirm for ${quarter}.`,
    "spokesperson.confirmed": ({ name, quarter, by }) =>
      by === "letter"
        ? `${name} confirmed their entry (${quarter}).`
        : `Noted by telephone that the entry of ${name} is right (${quarter}).`,
    "contact-report.decided": ({ name, field, decision }) =>
      decision === "applied"
        ? `Corrected the entry of ${name} (${FIELDS[field] ?? field}) after a reader's report.`
        : `Left the entry of ${name} (${FIELDS[field] ?? field}) as it is after a reader's report.`,
    "agency.founded": ({ name }) => `Added the agency ${name}.`,
    "agency.corrected": ({ name }) => `Put right the English name or the symbol of ${name}.`,
    "agency.renamed": ({ name, before, fromDay, basis }) =>
      `Renamed ${before} to ${name} from ${shortDay(fromDay)}, by ${basis}.`,
    "agency.closed": ({ name, day, basis, successors }) =>
      `Closed ${name} from ${shortDay(day)}, by ${basis}.${successors.length > 0 ? ` Taken over by ${successors.join(", ")}.` : ""}`,
    "meeting.moved": ({ subject, from, to }) =>
      `Moved the meeting “${subject}” from ${from} to ${to}.`,
    "delegation-draft.moved": ({ matter, from, to }) =>
      `Moved the draft delegation${matter ? ` “${matter}”` : ""} from ${from} to ${to}.`,
    "agency.mailbox-named": ({ email }) =>
      email ? `Named ${email} as the agency's mailbox.` : "Took the agency's mailbox away.",
    "channel.added": ({ name, url }) => `Listed the official channel “${name}” (${url}).`,
    "channel.removed": ({ name, url }) => `Took the channel “${name}” (${url}) off the list.`,
    "regulation.issued": ({ number, day }) =>
      `Entered regulation no. ${number} of ${shortDay(day)}.`,
    "training.logged": ({ name, course }) => `Entered that ${name} attended “${course}”.`,
    "training.removed": ({ name, course }) => `Struck out the course “${course}” of ${name}.`,
    "document.stored": ({ name }) => `Kept the file “${name}”.`,
    "journalist.listed": ({ name }) => `Added the journalist ${name}.`,
    "journalist.changed": ({ name }) => `Changed the details of the journalist ${name}.`,
    "journalist.unsubscribed": ({ name }) => `The journalist ${name} stopped invitations.`,
    "journalist.resubscribed": ({ name }) => `The journalist ${name} takes invitations again.`,
    "journalists.imported": ({ rows, list }) =>
      `Imported journalists from a spreadsheet into the list “${list}”: ${rows} rows.`,
    "outlet.listed": ({ name }) => `Added the press agency ${name}.`,
    "outlet.changed": ({ name, before }) =>
      name === before
        ? `Changed the details of the press agency ${name}.`
        : `Renamed the press agency ${before} to ${name}.`,
    "press-list.changed": ({ name, members }) =>
      `Changed the list “${name}”: it has ${members} journalists now.`,
    "meeting.planned": ({ subject }) => `Planned the meeting “${subject}”.`,
    "meeting.changed": ({ subject, changed }) =>
      `Changed the meeting “${subject}”: ${changed.map((key) => DETAILS[key] ?? key).join(", ")}.`,
    "meeting.scheduled": ({ subject }) => `Scheduled the meeting “${subject}”.`,
    "meeting.announced": ({ subject }) => `Announced the meeting “${subject}”.`,
    "meeting.postponed": ({ subject, reason }) => `Put off the meeting “${subject}”: ${reason}`,
    "meeting.rescheduled": ({ subject, from, to, reason }) =>
      `Moved the meeting “${subject}” from ${shortTime(from, HOME_ZONE)} to ${shortTime(to, HOME_ZONE)}: ${reason}`,
    "notice.sent": ({ subject, number, recipient }) =>
      `Sent notice ${number} of the press conference “${subject}” to ${recipient}.`,
    "notice.forbidden": ({ subject, number, reason }) =>
      `The press conference “${subject}” was forbidden by document ${number}: ${reason}`,
    "paper.written": ({ subject, number }) =>
      `Wrote the letter of invitation${number && ` ${number}`} to “${subject}”.`,
    "form.adopted": ({ name }) => `Took “${name}” as the form of its invitations.`,
    "form.removed": ({ name }) => `Gave up “${name}” as the form of its invitations.`,
    "notice.waived": ({ subject, reason }) =>
      `Invited to “${subject}” though its notice was not in time: ${reason}`,
    "meeting.held": ({ subject }) => `Recorded that the meeting “${subject}” was held.`,
    "meeting.cancelled": ({ subject, reason }) =>
      `Cancelled the meeting “${subject}”. Reason: ${reason}.`,
    "series.planned": ({ subject, meetings }) =>
      `Planned the series “${subject}”: ${meetings} meetings.`,
    "series.announced": ({ subject, meetings }) =>
      `Announced ${meetings} meetings of the series “${subject}”.`,
    "series.changed": ({ subject, meetings, changed }) =>
      `Changed ${meetings} meetings of the series “${subject}”: ${changed.map((key) => DETAILS[key] ?? key).join(", ")}.`,
    "series.cancelled": ({ subject, meetings, reason }) =>
      `Cancelled ${meetings} meetings of the series “${subject}”. Reason: ${reason}.`,
    "journalist-calendar.opened": ({ name }) =>
      `The journalist ${name} opened a private calendar address for their invitations.`,
    "journalist-calendar.closed": ({ name }) =>
      `The journalist ${name} closed their private calendar address.`,
    "meeting.invited": ({ subject, guests }) =>
      `Invited ${guests} journalists to the meeting “${subject}”.`,
    "invitation.answered": ({ name, reply, substitute }) =>
      `The journalist ${name} ${REPLIES[reply] ?? reply}${substitute ? `: ${substitute}` : ""}.`,
    ...meetingRoomActs,
    ...reminderActs,
    ...policyActs,
    ...portalActs,
    ...attendanceActs,
    ...queryActs,
    ...answerActs,
    ...questionActs,
    ...inboundActs,
    ...incidentActs,
    ...reportActs,
    ...retentionActs,
    ...pressCorrectionActs,
    ...statementActs,
    "demo.removed": () => "Removed all sample data.",
  },
};
