import { later } from "#app/clock.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Moment } from "#db/tables.ts";
import type { Letter } from "../mail/letter.ts";
import type { LetterBody } from "../mail/letter-body.ts";
import { plainLetter } from "../mail/plain-letter.server.ts";
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
  return plainLetter(
    body,
    { name: letter.reader, email: report.reporterEmail },
    {
      ...{ kind: "report-answer", agencyId: report.agencyId },
      expiresAt: later(at, { days: DAYS_TO_ARRIVE }),
    },
  );
}
