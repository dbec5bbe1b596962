interface Basis {
  number: string;
  date: string;
  matter: string;
  until: string;
}

export const spokespersons = {
  capacity: {
    head: "Người đứng đầu cơ quan",
    regular: "Người phát ngôn thường xuyên",
    authorised: "Người được ủy quyền phát ngôn",
  },
  why: {
    regular: ({ number, date }: Basis) =>
      `Được giao nhiệm vụ phát ngôn thường xuyên theo Quyết định số ${number} ngày ${date}: xin liên hệ trước tiên.`,
    "head-alone": () =>
      "Là người đứng đầu cơ quan. Cơ quan chưa giao ai phát ngôn thường xuyên nên người đứng đầu trực tiếp phát ngôn.",
    "head-beside": () =>
      "Là người đứng đầu cơ quan, lúc nào cũng có quyền phát ngôn; xin liên hệ người phát ngôn thường xuyên trước.",
    authorised: ({ number, date, matter, until }: Basis) =>
      `Được người đứng đầu ủy quyền bằng văn bản số ${number} ngày ${date}, chỉ về việc “${matter}”, đến ${until}.`,
    "authorised-alone": ({ number, date, matter, until }: Basis) =>
      `Được người đứng đầu ủy quyền bằng văn bản số ${number} ngày ${date}, chỉ về việc “${matter}”, đến ${until}. Ngoài ra trong sổ chưa ghi ai khác.`,
  },
};
