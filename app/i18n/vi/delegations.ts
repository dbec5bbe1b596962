interface TermRule {
  days: number;
  legalRef: string;
}

interface Other {
  name: string;
  from: string;
  until: string;
}

/** What the rules of the house ask of delegations, beside the law's three conditions. */
export const delegations = {
  rules: "Quy định về thời hạn và công bố",
  longest: ({ days, legalRef }: TermRule, isBinding: boolean) =>
    isBinding
      ? `Thời hạn dài nhất ${days} ngày, bắt buộc (${legalRef}).`
      : `Thời hạn nên không quá ${days} ngày (${legalRef}); dài hơn vẫn ghi được.`,
  publication: (hours: number, legalRef: string, isBinding: boolean) =>
    isBinding
      ? `Công bố trong ${hours} giờ từ khi ký, bắt buộc (${legalRef}).`
      : `Nên công bố trong ${hours} giờ từ khi ký (${legalRef}).`,
  dueSoon: "Đã ký, chưa công bố. Theo quy định của đơn vị:",
  suggested: "mức gợi ý",
  tooLong: ({ days, legalRef }: TermRule) =>
    `Dài hơn thời hạn dài nhất ${days} ngày đang áp dụng cho cơ quan này (${legalRef}). Xin rút ngắn thời hạn.`,
  longerThanSuggested: ({ days, legalRef }: TermRule) =>
    `Lưu ý: ủy quyền này dài hơn mức gợi ý ${days} ngày (${legalRef}).`,
  matterTaken: ({ name, from, until }: Other) =>
    `Việc này đã ủy quyền cho ${name}, từ ${from} đến ${until}. Thu hồi ủy quyền ấy, sửa thời hạn, hoặc ghi lý do nếu cố ý có hai người.`,
  beside: "Lý do có hai người được ủy quyền cùng một việc",
  besideHint:
    "Chỉ ghi khi thật sự cố ý. Bỏ trống thì sổ không nhận hai ủy quyền trùng thời gian cho cùng một việc.",
};
