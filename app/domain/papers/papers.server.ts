import { readLocalTime } from "#app/clock.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Language } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { DOCX } from "../documents/administrative-form.server.ts";
import { enclose, type MadeFile } from "../mail/enclosures.server.ts";
import type { Letter } from "../mail/letter.ts";
import { type MeetingOfAgency, takeInHand } from "../meetings/meetings.server.ts";
import { paperFacts } from "./facts.server.ts";
import { type FormParts, fillForm } from "./form-filling.server.ts";
import { valuesOf } from "./form-values.ts";
import { takeForm } from "./forms.server.ts";
import { type Paper, type PaperFacts, paperOf } from "./paper.ts";
import type { PaperForm } from "./paper-form.ts";
import { FORMATS, type Format, written } from "./scribe.server.ts";

const PDF = "application/pdf";

/**
 * The paper of a meeting as the files that go with its letters in a language. Where the agency has a form of its own
 * that is the Word file, in Vietnamese, and there is no PDF of ours beside it to differ from it.
 */
export async function paperFiles(
  db: Db,
  meeting: MeetingOfAgency,
  language: Language,
): Promise<MadeFile[]> {
  return filesFrom(db, await paperFacts(db, meeting), language);
}

async function filesFrom(db: Db, facts: PaperFacts, language: Language): Promise<MadeFile[]> {
  const wanted = facts.words.files;
  if (wanted === "none") return [];
  const form = await formFor(db, facts, language);
  const formats = form
    ? (["docx"] as const)
    : FORMATS.filter((one) => [one, "both"].includes(wanted));
  const paper = paperOf(facts, language);
  return Promise.all(formats.map((format) => fileOf(paper, facts, format, form)));
}

/**
 * The paper of a meeting as one file, to be signed or looked at, whatever goes with its letters. Undefined for a PDF
 * where the agency has a form of its own.
 */
export async function paperFile(
  db: Db,
  meeting: MeetingOfAgency,
  language: Language,
  format: Format,
): Promise<MadeFile | undefined> {
  const facts = await paperFacts(db, meeting);
  const form = await formFor(db, facts, language);
  if (form && format === "pdf") return undefined;
  return fileOf(paperOf(facts, language), facts, format, form);
}

/** Forms of agencies are Vietnamese: the courtesy translation is always in ours. */
async function formFor(db: Db, { meeting }: PaperFacts, language: Language) {
  return language === "vi" ? takeForm(db, meeting.agencyId) : undefined;
}

async function fileOf(
  paper: Paper,
  facts: PaperFacts,
  format: Format,
  form: FormParts | undefined,
): Promise<MadeFile> {
  const name = `${messagesIn(paper.language).papers.file}.${format}`;
  const bytes =
    form && format === "docx"
      ? await fillForm(form, valuesOf(paper, facts), paper.madeAt)
      : await written(paper, format);
  return { name, type: format === "pdf" ? PDF : DOCX, bytes };
}

/**
 * Writes down what an officer says of the paper of a meeting. Letters that are on their way keep the paper they
 * were posted with. Refused: `no-such-time`, where clocks were put forward over it.
 */
export async function writePaper(
  db: Db,
  { id }: { id: string },
  { registerBy, ...form }: PaperForm,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "no-such-time" }> {
  return allOrNothing(db, async (trx) => {
    const meeting = await takeInHand(trx, id);
    const deadline = registerBy ? readLocalTime(registerBy, meeting.zone) : null;
    if (deadline === undefined) return { ok: false, reason: "no-such-time" } as const;
    const paper = {
      ...{ files: form.files, addressees: form.addressees, signing: form.signing },
      ...{ number: form.number ?? null, day: form.day ?? null, registerBy: deadline },
      ...{ reason: form.reason ?? "", composition: form.composition ?? "" },
      ...{ contact: form.contact ?? "", recipients: form.recipients ?? "" },
      ...{ office: form.office, signer: form.signer ?? "" },
      ...{ writtenAt: signed.at, writtenBy: signed.by.id },
    };
    await trx
      .insertInto("meetingPaper")
      .values({ meetingId: id, ...paper })
      .onConflict((same) => same.column("meetingId").doUpdateSet(paper))
      .execute();
    const { agencyId, subject } = meeting;
    const particulars = { subject, number: paper.number ?? "" };
    await record(trx, signed, { act: "paper.written", about: { id }, agencyId, particulars });
    return { ok: true } as const;
  });
}

/** How many letters of a meeting bring a paper already. */
export async function lettersWithPaper(db: Db, { id }: { id: string }): Promise<number> {
  const { letters } = await db
    .selectFrom("mail")
    .innerJoin("invitation", "invitation.id", "mail.invitationId")
    .select(({ fn }) => fn.countAll<number>().as("letters"))
    .where("invitation.meetingId", "=", id)
    .where("mail.enclosures", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(letters);
}

/** A meeting that is told anew is told by a new paper: the number and the day of the one before are not its own. */
export async function renewPaper(trx: Db, { id }: { id: string }): Promise<void> {
  await trx
    .updateTable("meetingPaper")
    .set({ number: null, day: null })
    .where("meetingId", "=", id)
    .execute();
}

/**
 * Keeps the paper of a meeting as it stands, once for each language that is written in, and gives back what puts it
 * into a letter. Call it in the transaction that posts the letters.
 */
export async function enclosingPaper(
  trx: Db,
  meeting: MeetingOfAgency,
  recipients: { language: Language }[],
): Promise<(letter: Letter, recipient: { language: Language }) => Letter> {
  const facts = await paperFacts(trx, meeting);
  const kept = new Map<Language, string | null>();
  for (const language of new Set(recipients.map((recipient) => recipient.language)))
    kept.set(language, await enclose(trx, await filesFrom(trx, facts, language)));
  return (letter, { language }) => ({ ...letter, enclosures: kept.get(language) ?? null });
}
