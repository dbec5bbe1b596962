const FIELDS: Record<string, string> = {
  name: "họ tên",
  email: "địa chỉ thư",
  phone: "điện thoại",
  language: "ngôn ngữ",
  outletName: "cơ quan báo chí",
  beats: "lĩnh vực",
  areas: "địa bàn",
  pressCardNo: "số thẻ nhà báo",
  pressCardUntilDay: "hạn thẻ",
  introLetterNo: "số giấy giới thiệu",
  introLetterUntilDay: "hạn giấy giới thiệu",
  introLetterFor: "nội dung giấy giới thiệu",
};
const DECISIONS: Record<string, string> = {
  approved: "đồng ý",
  limited: "đồng ý có giới hạn",
  waiting: "danh sách chờ",
  refused: "từ chối",
};
const OUTCOMES: Record<string, string> = {
  accepted: "làm theo",
  partly: "làm theo một phần",
  refused: "không làm theo",
};

/** What happens in the journalists' room and around it, for the log. */
export const portalActs = {
  "journalist.changed-self": ({ name, changed }: { name: string; changed: string[] }) =>
    `Nhà báo ${name} tự sửa thông tin của mình (${changed.map((one) => FIELDS[one] ?? one).join(", ")}).`,
  "journalist.foreign-paper-told": ({ name }: { name: string; kind: string }) =>
    `Nhà báo ${name} ghi giấy tờ của báo chí nước ngoài.`,
  "accreditation.requested": ({ name }: { name: string }) => `Nhận đề nghị tác nghiệp của ${name}.`,
  "accreditation.decided": ({
    name,
    decision,
  }: {
    name: string;
    decision: string;
    ground: string | null;
  }) => `Quyết định về tác nghiệp của ${name}: ${DECISIONS[decision] ?? decision}.`,
  "accreditation.approval-recorded": ({
    name,
    approval,
    number,
  }: {
    name: string;
    approval: string;
    number: string | null;
  }) =>
    approval === "given"
      ? `UBND cấp tỉnh đồng ý cho ${name} tác nghiệp, văn bản số ${number ?? ""}.`
      : `UBND cấp tỉnh không đồng ý cho ${name} tác nghiệp.`,
  "accreditation.objected": ({ name }: { name: string }) =>
    `${name} không đồng ý với quyết định về tác nghiệp.`,
  "accreditation.reviewed": ({ name, review }: { name: string; review: string }) =>
    `Trả lời ý kiến của ${name}: ${review === "changed" ? "thay quyết định" : "giữ nguyên"}.`,
  "data.requested": ({ kind }: { kind: string }) =>
    `Một nhà báo yêu cầu ${kind === "erasure" ? "xóa" : "sửa"} dữ liệu về mình.`,
  "data.answered": ({ kind, outcome }: { kind: string; outcome: string; ground: string | null }) =>
    `Trả lời yêu cầu ${kind === "erasure" ? "xóa" : "sửa"} dữ liệu: ${OUTCOMES[outcome] ?? outcome}.`,
  "data.carried-out": ({ kind }: { kind: string }): string =>
    kind === "erasure" ? "Xóa dữ liệu của một nhà báo theo yêu cầu." : "Sửa dữ liệu theo yêu cầu.",
};
