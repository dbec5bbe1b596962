import { later } from "#app/clock.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Moment } from "#db/tables.ts";
import type { Letter } from "../mail/letter.ts";
import { htmlOf, type LetterBody, textOf } from "../mail/letter-body.ts";
import { senderNamed } from "../mail/sender.server.ts";
import type { ContactReport } from "./contact-report-form.ts";

const DAYS_TO_ARRIVE = 7;

/** The letter that tells a reader what became of what they reported. */
export function reportAnswerLetter(
  report: Pick<ContactReport, "agencyId" | "field" | "proposal" | "language"> & {
    agencyName: string;
    agencyNameEn: string;
    reporterEmail: string;
  },
  { decision, answer }: { decision: "applied" | "declined"; answer: string },
  at: Moment,
): Letter {
  const words = messagesIn(report.language);
  const { letter, fields } = words.contactReports;
  const agency = report.language === "en" ? report.agencyNameEn : report.agencyName;
  const body: LetterBody = {
    language: report.language,
    subject: letter.subject(agency),
    sender: agency,
    heading: letter.heading[decision],
    salutation: letter.salutation,
    lead: letter.lead[decision](agency),
    changes: [],
    factsLead: letter.factsLead,
    facts: [{ label: fields[report.field], value: report.proposal }],
    paragraphs: [answer],
    action: null,
    closing: letter.closing,
    footer: letter.footer,
    unsubscribe: null,
  };
  return {
    kind: "report-answer",
    invitationId: null,
    agencyId: report.agencyId,
    revision: 0,
    to: report.reporterEmail,
    toName: letter.reader,
    from: senderNamed(agency),
    subject: body.subject,
    text: textOf(body),
    html: htmlOf(body),
    calendarMethod: null,
    calendar: null,
    unsubscribeUrl: null,
    expiresAt: later(at, { days: DAYS_TO_ARRIVE }),
  };
}
