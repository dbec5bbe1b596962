import { later } from "#app/clock.ts";
import { absolute } from "#app/config.server.ts";
import { localised, messagesIn } from "#app/i18n/messages.ts";
import type { Db, Language, Moment } from "#db/tables.ts";
import { findCommitteeOf } from "../agencies/agencies.server.ts";
import type { Letter } from "../mail/letter.ts";
import type { Fact, LetterBody } from "../mail/letter-body.ts";
import { plainLetter } from "../mail/plain-letter.server.ts";
import { oneLine } from "../meetings/calendar-values.ts";

const DAYS_TO_ARRIVE = 7;

interface Written {
  kind: Extract<Letter["kind"], `portal-${string}`>;
  language: Language;
  to: { name: string; email: string };
  from: Office | undefined; // none: the house itself
  subject: string;
  lead: string;
  facts?: Fact[];
  paragraphs?: string[];
  action: { lead: string; label: string; path: string };
  closing: string;
  expiresAt?: Moment;
}

type Office = { id: string; name: string; nameEn: string };

/** The office that keeps a province's books, as the sender of its letters. */
export const officeLetters = (db: Db, provinceId: string) =>
  findCommitteeOf(db, provinceId) as Promise<Office | undefined>;

/** A letter to a journalist about their own room, in their language. */
export function portalLetter(written: Written, at: Moment): Letter {
  const { kind, language, to, from, subject, lead, action } = written;
  const words = messagesIn(language);
  const own = words.portal.letters;
  const sender = from ? (language === "en" ? from.nameEn : from.name) : words.common.product;
  const body: LetterBody = {
    ...{ language, sender, lead, subject: oneLine(subject), heading: oneLine(subject) },
    salutation: own.salutation(oneLine(to.name)),
    ...{ changes: [], factsLead: null, facts: written.facts ?? [] },
    paragraphs: written.paragraphs ?? [],
    action: { ...action, url: absolute(localised(language, action.path)) },
    ...{ closing: written.closing, footer: own.footer, unsubscribe: null },
  };
  return plainLetter(
    body,
    { name: oneLine(to.name), email: to.email },
    {
      ...{ kind, agencyId: from?.id ?? null },
      expiresAt: written.expiresAt ?? later(at, { days: DAYS_TO_ARRIVE }),
    },
  );
}
