import { dayOf } from "#app/clock.ts";
import { administrativeTime } from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Db, Row } from "#db/tables.ts";
import {
  administrativePaper,
  BLANK,
  body,
  centred,
  letterhead,
  placeAndDay,
  signatures,
} from "../documents/administrative-form.server.ts";
import { signatureLines } from "../documents/signature-lines.ts";
import type { QueryOfAgency } from "./queries.server.ts";

/**
 * What the asker was told as a paper in the administrative form (Decree 30/2020/NĐ-CP), to be numbered, signed and
 * sent: a refusal with its ground and reason (Decree 244/2026, art. 4.3), an answer, or a first word. In Vietnamese.
 */
export async function answerPaper(
  db: Db,
  query: QueryOfAgency,
  answer: Row<"queryAnswer">,
): Promise<Uint8Array> {
  const agency = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["area.name as place", "agency.symbol"])
    .where("agency.id", "=", query.agencyId)
    .executeTakeFirstOrThrow();
  const { queries, queryLetters, policies } = messagesIn("vi");
  const says = queryLetters.paper;
  const isCommittee = query.agencyKind === "peoples_committee";
  const symbol = agency.symbol ?? (isCommittee ? "UBND" : "……");
  const recipient = query.outletName ?? query.askerName ?? BLANK;
  const contents = [
    letterhead({
      ...{ agency: query.agencyName, numberLine: `Số: ……/${symbol}` },
      about: says.about[answer.kind](query.title),
      placeAndDay: placeAndDay(agency.place, dayOf(answer.sentAt), answer.sentAt),
    }),
    centred(`Kính gửi: ${recipient}`, { before: 360, after: 240 }),
    body([
      {
        text: says.opening({
          agency: query.agencyName,
          received: administrativeTime(query.receivedAt),
          kind: queries.kinds[query.kind].toLowerCase(),
          title: query.title,
          reference: query.reference,
        }),
      },
    ]),
    ...(answer.ground
      ? [
          body([
            { text: says.ground, bold: true },
            {
              text: `${policies.choices[answer.ground] ?? answer.ground} (${answer.legalRef ?? ""}).`,
            },
          ]),
          body([{ text: says.reason, bold: true }]),
        ]
      : []),
    ...answer.text
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => body([{ text: line }])),
    ...(answer.nextAt ? [body([{ text: says.next(administrativeTime(answer.nextAt)) }])] : []),
    body([{ text: says.end(query.agencyName) }], { before: 120, after: 240 }),
    signatures(["Như trên", "Lưu: VT"], {
      lines: signatureLines(answer.speakerPosition, isCommittee),
      name: answer.speakerName,
    }),
  ];
  const { agencyName } = query;
  const made = { madeAt: answer.sentAt };
  return administrativePaper(says.title[answer.kind], agencyName, contents, made);
}
