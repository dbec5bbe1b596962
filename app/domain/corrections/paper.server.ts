import type { Paragraph, Table } from "docx";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Db } from "#db/tables.ts";
import {
  administrativePaper,
  body,
  centred,
  letterhead,
  officeOf,
  placeAndDay,
  signatures,
} from "../documents/administrative-form.server.ts";
import type { CaseOfAgency } from "./cases.server.ts";
import type { CorrectionRound } from "./correction-case.ts";
import { articleFacts, askedFor } from "./feedback-text.ts";

/**
 * The written feedback of a round as a Word file in the administrative form (Decree 30/2020/NĐ-CP): the article by
 * all that the law names it by, the false statement and what is so, the grounds, and what is asked for. In Vietnamese.
 */
export async function feedbackPaper(
  db: Db,
  kept: CaseOfAgency,
  round: CorrectionRound,
  evidence: { note: string }[],
): Promise<Uint8Array> {
  const { place } = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select("area.name as place")
    .where("agency.id", "=", kept.agencyId)
    .executeTakeFirstOrThrow();
  const says = messagesIn("vi").pressCorrections.paper;
  const enclosed = evidence.map(({ note }) => note);
  const children: (Paragraph | Table)[] = [
    letterhead({
      ...{ agency: kept.agencyName, numberLine: `Số: ${round.letterNo ?? "……/……"}` },
      about: says.about(kept.articleTitle),
      placeAndDay: placeAndDay(place, round.letterDay, round.draftedAt),
    }),
    centred(says.to(kept.outletName), { before: 360, after: 240 }),
    body([{ text: says.opening(kept.agencyName, round.round) }]),
    ...articleFacts(kept).map(({ label, value }) =>
      body([{ text: `- ${label}: ` }, { text: `${value}.` }]),
    ),
    ...part(says.wrong, `“${kept.wrong}”`),
    ...part(says.right, kept.right),
    ...part(says.grounds, kept.grounds),
    ...part(says.feedback, round.text),
    ...(round.conclusion ? [body([{ text: says.conclusion(round.conclusion) }])] : []),
    body([{ text: says.asksFor(kept.outletName), bold: true }], { before: 120 }),
    ...askedFor(round).map((ask) => body([{ text: `- ${ask}` }])),
    ...(enclosed.length > 0 ? [body([{ text: says.enclosed(enclosed) }])] : []),
    body([{ text: says.end(kept.agencyName) }], { before: 120 }),
    signatures(says.recipients, {
      lines: [officeOf(round.speakerPosition)],
      name: round.speakerName,
    }),
  ];
  return administrativePaper(says.title, kept.agencyName, children);
}

function part(title: string, text: string): Paragraph[] {
  return [
    body([{ text: title, bold: true }], { before: 60 }),
    ...text
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => body([{ text: line }])),
  ];
}
