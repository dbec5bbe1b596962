import { absolute } from "#app/config.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { localised, messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Language, Moment } from "#db/tables.ts";
import type { Letter } from "../mail/letter.ts";
import { htmlOf, type LetterBody, textOf } from "../mail/letter-body.ts";
import { senderNamed, unsubscribeAddress } from "../mail/sender.server.ts";
import { oneLine } from "../meetings/calendar-values.ts";
import { PARTS } from "./statement.ts";
import type { StatementOfAgency } from "./statements.server.ts";

/** Somebody a statement is sent to. */
export interface Recipient {
  copyId: string | null; // null in a preview
  name: string;
  email: string;
  language: Language;
  outletName: string | null;
  token: string; // for the unsubscribe link
}

const DAYS_OF_USE = 3;

/** The letter that brings a statement, word for word, in the frame of its reader's language; the same to everybody at the same minute. */
export function statementLetter(
  statement: StatementOfAgency,
  recipient: Recipient,
  at: Moment,
): Letter {
  const body = bodyOf(statement, recipient, at);
  return {
    kind: "statement",
    invitationId: null,
    statementCopyId: recipient.copyId,
    agencyId: statement.agencyId,
    revision: 0,
    to: recipient.email,
    toName: oneLine(recipient.name),
    from: senderNamed(body.sender),
    subject: body.subject,
    text: textOf(body),
    html: htmlOf(body),
    calendarMethod: null,
    calendar: null,
    unsubscribeUrl: body.unsubscribe?.url ?? null,
    unsubscribeAddress: unsubscribeAddress(recipient.token),
    expiresAt: new Date(Date.parse(at) + DAYS_OF_USE * 86_400_000).toISOString(),
  };
}

function bodyOf(statement: StatementOfAgency, recipient: Recipient, at: Moment): LetterBody {
  const { language } = recipient;
  const words = messagesIn(language);
  const { statements, invitations, spokespersons } = words;
  const { letter } = statements;
  const sender = language === "en" ? statement.agencyNameEn : statement.agencyName;
  const kind = statements.kinds[statement.kind];
  const capacity = spokespersons.capacity[statement.speakerCapacity];
  const address = (path: string) => absolute(localised(language, path));
  return {
    language,
    subject: letter.subject(kind, oneLine(statement.title)),
    sender,
    heading: statement.title,
    salutation: invitations.letters.salutation(recipient.name, recipient.outletName),
    lead: letter.lead(sender, kind),
    changes: [],
    factsLead: null,
    facts: [
      {
        label: statements.speaks,
        value: [statement.speakerName, statement.speakerPosition, capacity].join(", "),
      },
      { label: statements.published, value: shortTime(at) },
      ...(statement.nextUpdateAt
        ? [{ label: statements.parts.nextUpdateAt, value: shortTime(statement.nextUpdateAt) }]
        : []),
    ],
    paragraphs: [
      ...PARTS.filter((part) => statement[part]).map(
        (part) => `${statements.parts[part]}\n${statement[part]}`,
      ),
      ...(statement.language === language ? [] : [letter.inLanguage[statement.language]]),
    ],
    action: { lead: letter.publicly, label: letter.read, url: address(paths.statement(statement)) },
    closing: letter.sameForAll,
    footer: invitations.letters.footer,
    unsubscribe: {
      lead: letter.unsubscribe,
      url: address(paths.unsubscribe({ token: recipient.token })),
    },
  };
}
