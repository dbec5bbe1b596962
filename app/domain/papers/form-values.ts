import { messagesIn } from "#app/i18n/messages.ts";
import type { Moment } from "#db/tables.ts";
import { type Field, LIST, LIST_FIELDS, tagOf } from "./form-fields.ts";
import type { Paper, PaperFacts, PaperItem, PaperPart } from "./paper.ts";

/** What a form is filled with. */
export type FormValues = Record<Field, string> & {
  [LIST]: Record<(typeof LIST_FIELDS)[number], string>[];
};

/** What a paper puts in place of the fields of a form: the same words as in our own. */
export function valuesOf(paper: Paper, { speakers }: PaperFacts): FormValues {
  const said = new Map(paper.items.map((item) => [item.name, textOf(item)]));
  return {
    co_quan_cap_tren: paper.superior ?? "",
    co_quan: paper.agency,
    so_ky_hieu: paper.numberAlone,
    dia_danh_ngay: paper.placeAndDay,
    trich_yeu: paper.about,
    kinh_gui: paper.addressees.join("\n"),
    ly_do: paper.reason,
    loai: paper.kind,
    noi_dung: said.get("content") ?? "",
    chu_tri: said.get("chair") ?? "",
    nguoi_phat_ngon: speakers
      .map(({ name, position }) => [name, position].filter(Boolean).join(", "))
      .join("; "),
    thanh_phan: said.get("composition") ?? "",
    thoi_gian: said.get("time") ?? "",
    dia_diem: said.get("venue") ?? "",
    truc_tuyen: said.get("online") ?? "",
    dang_ky: paper.items.find(({ name }) => name === "register")?.text ?? "",
    giay_to: paper.items.find(({ name }) => name === "register")?.lines.join("\n") ?? "",
    noi_nhan: paper.recipients.map((one) => `- ${one}`).join("\n"),
    chuc_danh_ky: paper.signature.join("\n"),
    nguoi_ky: paper.signer,
    [LIST]: speakers.map(({ name, position }) => ({ ho_ten: name, chuc_vu: position })),
  };
}

function textOf({ text, lines }: PaperItem): string {
  return [text, ...lines].filter(Boolean).join("\n").replace(/\.$/, "");
}

/** Our own paper with a field in place of everything that varies: what a form of one's own can begin with. */
export function startingPaper(madeAt: Moment): Paper {
  const its = messagesIn("vi").papers.paper;
  const tag = (field: Field) => tagOf(field);
  const [name, position] = LIST_FIELDS;
  const item = (part: PaperPart, text: string, lines: string[] = []): PaperItem => {
    return { name: part, label: its[part], text, lines };
  };
  return {
    ...{ language: "vi", title: its.heading, author: "", madeAt, note: null, translatedNation: [] },
    ...{ nation: its.nation, heading: its.heading, to: its.to, closing: its.closing },
    ...{ recipientsLabel: its.recipients, signatureHint: its.hint },
    superior: tag("co_quan_cap_tren"),
    agency: tag("co_quan"),
    number: its.number(tag("so_ky_hieu")),
    numberAlone: tag("so_ky_hieu"),
    placeAndDay: tag("dia_danh_ngay"),
    about: tag("trich_yeu"),
    addressees: [tag("kinh_gui")],
    reason: tag("ly_do"),
    kind: tag("loai"),
    lead: its.lead(tag("ly_do"), tag("co_quan"), tag("loai")),
    items: [
      item("content", tag("noi_dung")),
      item("chair", tag("chu_tri")),
      item("speakers", "", [
        tagOf(`#${LIST}`),
        `- ${tagOf(name)}, ${tagOf(position)};`,
        tagOf(`/${LIST}`),
      ]),
      item("composition", tag("thanh_phan")),
      item("time", tag("thoi_gian")),
      item("venue", tag("dia_diem")),
      item("online", tag("truc_tuyen")),
      item("register", tag("dang_ky"), [tag("giay_to")]),
    ],
    recipients: [tag("noi_nhan")],
    signature: [tag("chuc_danh_ky")],
    signer: tag("nguoi_ky"),
  };
}
