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
  officeOf,
  placeAndDay,
  signatures,
} from "../documents/administrative-form.server.ts";
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
  const { place } = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select("area.name as place")
    .where("agency.id", "=", query.agencyId)
    .executeTakeFirstOrThrow();
  const { queries, queryLetters, policies } = messagesIn("vi");
  const says = queryLetters.paper;
  const recipient = query.outletName ?? query.askerName ?? BLANK;
  const contents = [
    letterhead({
      ...{ agency: query.agencyName, numberLine: "Số: ……/……" },
      about: says.about[answer.kind](query.title),
      placeAndDay: placeAndDay(place, dayOf(answer.sentAt), answer.sentAt),
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
    body([{ text: says.end(query.agencyName) }], { before: 120 }),
    signatures(["Như trên", "Lưu: VT"], {
      lines: [officeOf(answer.speakerPosition)],
      name: answer.speakerName,
    }),
  ];
  const { agencyName } = query;
  const made = { madeAt: answer.sentAt };
  return administrativePaper(says.title[answer.kind], agencyName, contents, made);
}
