import { later } from "#app/clock.ts";
import { absolute } from "#app/config.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { localised, messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Language, Moment } from "#db/tables.ts";
import type { Letter } from "../mail/letter.ts";
import type { LetterBody } from "../mail/letter-body.ts";
import { plainLetter } from "../mail/plain-letter.server.ts";
import { unsubscribeAddress } from "../mail/sender.server.ts";
import { oneLine } from "../meetings/calendar-values.ts";
import type { Erratum } from "./errata.server.ts";
import { isInParts, PARTS } from "./statement.ts";
import { plainTextOf } from "./statement-text.server.ts";
import type { StatementOfAgency } from "./statements.server.ts";
import type { Stretch } from "./text-difference.ts";

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
  erratum: Erratum | null = null,
): Letter {
  return letterOf("statement", statement, recipient, bodyOf(statement, recipient, at, erratum), at);
}

/** The letter that says that a statement was taken back, to whoever got it. */
export function retractionLetter(
  statement: StatementOfAgency,
  recipient: Recipient,
  at: Moment,
): Letter {
  const body = bodyOf(statement, recipient, at, null);
  const { statements } = messagesIn(recipient.language);
  const { retraction } = statements.letter;
  return letterOf(
    "statement-retraction",
    statement,
    recipient,
    {
      ...body,
      subject: retraction.subject(oneLine(statement.title)),
      lead: retraction.lead(body.sender, shortTime(statement.publishedAt ?? at)),
      facts: [
        { label: retraction.at, value: shortTime(at) },
        { label: retraction.approver, value: statement.retractApprover ?? "" },
      ],
      paragraphs: [`${retraction.reason}\n${statement.retractReason}`],
      closing: retraction.closing,
    },
    at,
  );
}

function letterOf(
  kind: "statement" | "statement-retraction",
  statement: StatementOfAgency,
  recipient: Recipient,
  body: LetterBody,
  at: Moment,
): Letter {
  return plainLetter(
    body,
    { name: oneLine(recipient.name), email: recipient.email },
    {
      ...{ kind, statementCopyId: recipient.copyId, agencyId: statement.agencyId },
      unsubscribeAddress: unsubscribeAddress(recipient.token),
      expiresAt: later(at, { days: DAYS_OF_USE }),
    },
  );
}

function bodyOf(
  statement: StatementOfAgency,
  recipient: Recipient,
  at: Moment,
  erratum: Erratum | null,
): LetterBody {
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
    subject: letter.subject(erratum ? letter.correction.kind : kind, oneLine(statement.title)),
    sender,
    heading: statement.title,
    salutation: invitations.letters.salutation(recipient.name, recipient.outletName),
    lead: erratum ? letter.correction.lead(sender, kind) : letter.lead(sender, kind),
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
      ...(erratum ? changesOf(erratum, letter.correction) : []),
      ...(isInParts(statement)
        ? PARTS.filter((part) => statement[part]).map(
            (part) => `${statements.parts[part]}\n${statement[part]}`,
          )
        : plainTextOf(statement).split("\n\n")),
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

/** Why a text was put right, and how it read before: only the lines that changed. */
function changesOf(
  { reason, title, text }: Erratum,
  says: { reason: string; before: string; after: string; whole: string },
): string[] {
  const lines = (side: "gone" | "new") =>
    [title, text]
      .flatMap((stretches) => (stretches ? changedLines(stretches, side) : []))
      .join("\n");
  const [before, after] = [lines("gone"), lines("new")];
  return [
    `${says.reason}\n${reason}`,
    ...(before ? [`${says.before}\n${before}`] : []),
    ...(after ? [`${says.after}\n${after}`] : []),
    says.whole,
  ];
}

/** The lines of one side that hold something that the other side does not say. */
function changedLines(stretches: Stretch[], side: "gone" | "new"): string[] {
  const lines: { text: string; isChanged: boolean }[] = [{ text: "", isChanged: false }];
  for (const { kind, text } of stretches) {
    if (kind !== "same" && kind !== side) {
      // What came in between marks the line that it came into.
      (lines.at(-1) as (typeof lines)[0]).isChanged = true;
      continue;
    }
    text.split("\n").forEach((piece, i) => {
      if (i > 0) lines.push({ text: "", isChanged: false });
      const line = lines.at(-1) as (typeof lines)[0];
      line.text += piece;
      if (kind === side && piece.trim()) line.isChanged = true;
    });
  }
  return lines.filter(({ text, isChanged }) => isChanged && text.trim()).map(({ text }) => text);
}
