import { later } from "#app/clock.ts";
import { absolute } from "#app/config.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { localised, messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Language, Moment } from "#db/tables.ts";
import type { Letter } from "../mail/letter.ts";
import type { LetterBody } from "../mail/letter-body.ts";
import { plainLetter } from "../mail/plain-letter.server.ts";
import { oneLine } from "../meetings/calendar-values.ts";

const DAYS_TO_ARRIVE = 7;

export interface Recipient {
  name: string;
  email: string;
  language: Language;
}

interface Answered {
  id: string;
  agencyId: string;
  agencyName: string;
  agencyNameEn: string;
  meetingId: string;
  subject: string;
  startsAt: Moment;
  zone: string;
  text: string;
  outletName: string | null;
  promisedAt: Moment;
  answer: string;
  answererName: string | null;
  answererPosition: string | null;
}

/** The letter that brings the answer to a question left open to somebody who was present. It names an outlet, nobody who asked. */
export function promiseLetter(answered: Answered, recipient: Recipient, at: Moment): Letter {
  const { language } = recipient;
  const { letter } = messagesIn(language).questions;
  const agency = language === "en" ? answered.agencyNameEn : answered.agencyName;
  const answerer = [answered.answererName, answered.answererPosition].filter(Boolean).join(", ");
  const body: LetterBody = {
    language,
    subject: oneLine(letter.subject(answered.subject)),
    sender: agency,
    heading: letter.heading,
    salutation: letter.salutation(recipient.name),
    lead: letter.lead(agency),
    changes: [],
    factsLead: null,
    facts: [
      { label: letter.meeting, value: answered.subject },
      { label: letter.when, value: shortTime(answered.startsAt, answered.zone) },
      { label: letter.question, value: answered.text },
      { label: letter.askedBy, value: answered.outletName ?? letter.noOutlet },
      { label: letter.promisedAt, value: shortTime(answered.promisedAt) },
      { label: letter.answeredBy, value: answerer },
    ],
    paragraphs: [answered.answer],
    action: {
      lead: letter.onPage,
      label: letter.open,
      url: absolute(localised(language, paths.meeting({ id: answered.meetingId }))),
    },
    closing: letter.closing,
    footer: letter.footer,
    unsubscribe: null,
  };
  return plainLetter(
    body,
    { name: oneLine(recipient.name), email: recipient.email },
    {
      ...{ kind: "promise-answer", promiseId: answered.id, agencyId: answered.agencyId },
      expiresAt: later(at, { days: DAYS_TO_ARRIVE }),
    },
  );
}
