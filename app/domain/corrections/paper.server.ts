import { messagesIn } from "#app/i18n/messages.ts";
import type { Db } from "#db/tables.ts";
import {
  administrativePaper,
  body,
  centred,
  DOCX,
  letterhead,
  NATION,
  placeAndDay,
  SIGNED_HERE,
  signatures,
} from "../documents/administrative-form.server.ts";
import { administrativePdf, ending, head } from "../documents/administrative-pdf.server.ts";
import { signatureLines } from "../documents/signature-lines.ts";
import type { MadeFile } from "../mail/enclosures.server.ts";
import type { CaseOfAgency } from "./cases.server.ts";
import type { CorrectionRound } from "./correction-case.ts";
import { feedbackLines } from "./feedback-sheet.ts";

export const FORMATS = ["docx", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Record<Format, string> = { docx: DOCX, pdf: "application/pdf" };

/**
 * The written feedback of a round as a file in the administrative form (Decree 30/2020/NĐ-CP): the article by all that
 * the law names it by, the false statement and what is so, the grounds, and what is asked for. In Vietnamese.
 */
export async function feedbackPaper(
  db: Db,
  kept: CaseOfAgency,
  round: CorrectionRound,
  evidence: { note: string }[],
  format: Format,
): Promise<MadeFile> {
  const { place, symbol: own } = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["area.name as place", "agency.symbol"])
    .where("agency.id", "=", kept.agencyId)
    .executeTakeFirstOrThrow();
  const says = messagesIn("vi").pressCorrections.paper;
  const isCommittee = kept.agencyKind === "peoples_committee";
  const symbol = own ?? (isCommittee ? "UBND" : "……");
  const sheet: Sheet = {
    agency: kept.agencyName,
    number: `Số: ${round.letterNo ?? `……/${symbol}`}`,
    about: says.about(kept.articleTitle),
    placeAndDay: placeAndDay(place, round.letterDay, round.draftedAt),
    to: says.to(kept.outletName),
    lines: feedbackLines(
      kept,
      round,
      evidence.map(({ note }) => note),
    ),
    end: says.end(kept.agencyName),
    recipients: says.recipients,
    signature: signatureLines(round.speakerPosition, isCommittee),
    signer: round.speakerName,
  };
  const bytes =
    format === "pdf"
      ? await asPdf(says.title, sheet, round)
      : await asWord(says.title, sheet, round);
  return { name: `phan-hoi-${round.round}.${format}`, type: TYPES[format], bytes };
}

interface Sheet {
  agency: string;
  number: string;
  about: string;
  placeAndDay: string;
  to: string;
  lines: { text: string; bold?: boolean }[];
  end: string;
  recipients: string[];
  signature: string[];
  signer: string;
}

type Made = Pick<CorrectionRound, "draftedAt" | "sentAt">;

function asWord(title: string, sheet: Sheet, { draftedAt, sentAt }: Made): Promise<Uint8Array> {
  const { agency, about, number: numberLine, placeAndDay: placed } = sheet;
  return administrativePaper(
    title,
    agency,
    [
      letterhead({ agency, numberLine, about, placeAndDay: placed }),
      centred(sheet.to, { before: 360, after: 240 }),
      ...sheet.lines.map((line) => body([line], { before: line.bold ? 60 : 0 })),
      body([{ text: sheet.end }], { before: 120, after: 240 }),
      signatures(sheet.recipients, { lines: sheet.signature, name: sheet.signer }),
    ],
    { madeAt: sentAt ?? draftedAt },
  );
}

function asPdf(title: string, paper: Sheet, { draftedAt, sentAt }: Made): Promise<Uint8Array> {
  const { agency, number, about, recipients, signature, signer } = paper;
  const says = { language: "vi" as const, title, author: agency, madeAt: sentAt ?? draftedAt };
  const above = { superior: null, nation: NATION, translatedNation: [] };
  const below = {
    ...{ recipientsLabel: "Nơi nhận:", recipients, signature },
    ...{ signatureHint: SIGNED_HERE, signer },
  };
  return administrativePdf(says, (sheet) => {
    head(sheet, { ...above, agency, number, about, placeAndDay: paper.placeAndDay });
    sheet.centred(paper.to, { size: 14, before: 20, tag: "H1" });
    sheet.pdf.y += 8;
    for (const { text, bold } of paper.lines)
      sheet.paragraph([{ text, cut: bold ? "bold" : "regular" }]);
    ending(sheet, { text: paper.end }, below);
  });
}
