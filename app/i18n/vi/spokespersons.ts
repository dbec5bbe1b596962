interface Basis {
  number: string;
  date: string;
  matter: string;
  until: string;
}

interface Other {
  name: string;
  capacity: string;
  from: string;
  until: string | null;
}

const other = ({ name, capacity, from, until }: Other) =>
  `${name} (${capacity.toLowerCase()}, từ ${from}${until ? ` đến ${until}` : ", chưa định ngày kết thúc"})`;

export const spokespersons = {
  capacity: {
    head: "Người đứng đầu cơ quan",
    regular: "Người phát ngôn thường xuyên",
    authorised: "Người được ủy quyền phát ngôn",
  },
  why: {
    regular: ({ number, date }: Basis) =>
      `Được giao nhiệm vụ phát ngôn thường xuyên theo Quyết định số ${number} ngày ${date}: xin liên hệ trước tiên.`,
    "regular-beside": ({ number, date }: Basis) =>
      `Được giao nhiệm vụ phát ngôn thường xuyên theo Quyết định số ${number} ngày ${date}.`,
    "head-alone": () =>
      "Là người đứng đầu cơ quan. Cơ quan chưa giao ai phát ngôn thường xuyên nên người đứng đầu trực tiếp phát ngôn.",
    "head-beside": () =>
      "Là người đứng đầu cơ quan, lúc nào cũng có quyền phát ngôn; xin liên hệ người phát ngôn thường xuyên trước.",
    "authorised-asked": ({ number, date, matter, until }: Basis) =>
      `Được người đứng đầu ủy quyền bằng văn bản số ${number} ngày ${date} về đúng việc được hỏi, “${matter}”, đến ${until}: xin liên hệ trước tiên.`,
    authorised: ({ number, date, matter, until }: Basis) =>
      `Được người đứng đầu ủy quyền bằng văn bản số ${number} ngày ${date}, chỉ về việc “${matter}”, đến ${until}.`,
    "authorised-alone": ({ number, date, matter, until }: Basis) =>
      `Được người đứng đầu ủy quyền bằng văn bản số ${number} ngày ${date}, chỉ về việc “${matter}”, đến ${until}. Ngoài ra trong sổ chưa ghi ai khác.`,
  },
  facts: {
    position: "Chức vụ",
    capacity: "Tư cách",
    phone: "Điện thoại",
    email: "Thư điện tử công vụ",
    since: "Từ",
    until: "Đến",
    noEnd: "chưa định ngày kết thúc",
    basis: "Căn cứ",
    decision: (number: string, date: string) => `Quyết định số ${number} ngày ${date}`,
    document: (number: string, date: string) => `Văn bản ủy quyền số ${number} ngày ${date}`,
    matter: "Vụ việc",
    grantor: "Người ủy quyền",
    recommended: "Liên hệ trước tiên",
    notOfficial: "Địa chỉ ngoài tên miền .gov.vn",
    privateEmail:
      "Địa chỉ này không thuộc tên miền .gov.vn. Quy định yêu cầu công bố thư điện tử công vụ; xin kiểm tra lại.",
  },
  problems: {
    overlaps: (them: Other) =>
      `Trùng thời gian với ${other(them)}. Mỗi lúc chỉ có một người ở tư cách này: ghi kết thúc cho người ấy trước, hoặc sửa lại ngày.`,
    "overlaps-line": (them: Other & { line: number }) =>
      `Trùng thời gian với dòng ${them.line}: ${other(them)}.`,
    "until-before-from": "Ngày kết thúc trước ngày bắt đầu.",
    "no-head":
      "Chỉ người đứng đầu mới được ủy quyền, mà trong sổ chưa ghi ai là người đứng đầu vào cả ngày ký văn bản lẫn lúc bắt đầu ủy quyền. Xin ghi người đứng đầu trước.",
    "end-before-start": "Kết thúc phải sau lúc bắt đầu.",
    "start-before-document": "Ủy quyền không thể bắt đầu trước ngày ký văn bản.",
    "head-needs-none": "Người này là người đứng đầu, đã có quyền phát ngôn, không cần ủy quyền.",
    "matter-delegated":
      "Việc này đã ủy quyền cho người khác trong thời gian ấy; nếu cố ý, xin ghi từng ủy quyền trên trang của cơ quan, kèm lý do.",
    "too-long": "Dài hơn thời hạn dài nhất của ủy quyền đang áp dụng cho cơ quan này.",
    "already-delegated": "Văn bản này đã ghi ủy quyền cho chính người này trong thời gian ấy.",
    "already-ended": "Đã ghi kết thúc rồi; sổ không ghi đè.",
    annulled: "Mục này đã bị hủy vì ghi nhầm; không ghi gì thêm vào đó được.",
    "already-published": "Mục này đã công bố rồi, hoặc đã bị hủy.",
    "has-delegations":
      "Còn ủy quyền do người này ký. Xin hủy hoặc thu hồi các ủy quyền ấy trước, hoặc sửa mục này thay vì hủy.",
    "missing-written": "Chưa đủ điều kiện thứ nhất: văn bản ủy quyền phải có số và ngày ký.",
    "missing-matter": "Chưa đủ điều kiện thứ hai: ủy quyền phải nói rõ vụ việc cụ thể.",
    "missing-limit": "Chưa đủ điều kiện thứ ba: ủy quyền phải có thời hạn, từ lúc nào đến lúc nào.",
    "missing-person":
      "Chưa ghi đủ họ tên, chức vụ, điện thoại và thư điện tử của người được ủy quyền.",
    "agency-closed":
      "Cơ quan này đã ghi thôi hoạt động trước ngày ấy: không ai phát ngôn thay sau ngày cuối của cơ quan.",
    "already-closed": "Bản thảo này đã được kích hoạt hoặc đã bỏ.",
    "end-after-planned": "Không thể kết thúc sau thời hạn đã định trong văn bản.",
  },
  registry: {
    title: "Người phát ngôn",
    lead: (agencies: string) =>
      `Ai được phát ngôn cho từng cơ quan vào lúc này, trong ${agencies} cơ quan thuộc phạm vi của bạn.`,
    import: "Nhập từ bảng tính",
    search: "Tìm cơ quan hoặc người phát ngôn",
    all: "Tất cả",
    missing: "Chưa có người phát ngôn",
    filter: "Lọc danh sách",
    found: (n: string) => `Tìm thấy ${n} cơ quan`,
    none: "Không có cơ quan nào khớp",
    noneMissing: "Không còn cơ quan nào thiếu người phát ngôn",
    clear: "Bỏ lọc",
    agency: "Cơ quan",
    speaker: "Người phát ngôn",
    contact: "Liên hệ",
    nobody: "Chưa có",
    more: (n: number) => `và ${n} người nữa`,
  },
  agency: {
    above: "Người phát ngôn",
    now: "Ai được phát ngôn lúc này",
    nobody: "Chưa có người phát ngôn trong sổ",
    nobodyLead:
      "Theo quy định, người đứng đầu cơ quan là người phát ngôn. Xin ghi quyết định để báo chí biết liên hệ với ai.",
    onlyThese: "Ngoài những người có tên dưới đây, không ai khác phát ngôn chính thức cho cơ quan.",
    publicPage: "Trang công khai",
    assign: "Ghi người đứng đầu hoặc người phát ngôn",
    delegate: "Ghi ủy quyền phát ngôn",
    delegateNeedsHead:
      "Muốn ghi ủy quyền phải có người đứng đầu trong sổ: chỉ người đứng đầu mới được ủy quyền.",
    end: "Ghi kết thúc",
    revoke: "Thu hồi ủy quyền",
    history: "Sổ người phát ngôn",
    historyLead: "Mọi quyết định và ủy quyền đã ghi, mới nhất ở trên. Sổ không xóa, không ghi đè.",
    person: "Người",
    term: "Thời gian",
    state: "Tình trạng",
    phases: { coming: "Sắp tới", current: "Đang phát ngôn", past: "Đã kết thúc" },
    cutShort: (planned: string) => `dự định đến ${planned}`,
    openEnded: "nay",
    recorded: (when: string) => `ghi sổ lúc ${when}`,
  },
  people: "Chọn người đã có trong sổ, hoặc gõ tên mới",
  contactNote:
    "Bốn mục dưới đây sẽ được công bố: họ tên, chức vụ, điện thoại và thư điện tử công vụ. Ngoài ra không công bố gì khác.",
  form: {
    name: "Họ và tên",
    nameHint: "Như ghi trong quyết định",
    position: "Chức vụ",
    positionHint: "Ví dụ: Phó Chủ tịch UBND phường",
    phone: "Điện thoại công vụ",
    phoneHint: "Số của cơ quan, có mã vùng",
    email: "Thư điện tử công vụ",
    emailHint: "Địa chỉ của cơ quan, ví dụ ten@angiang.gov.vn",
    decisionNo: "Số quyết định",
    decisionNoHint: "Ví dụ: 87/QĐ-UBND",
    decisionDay: "Ngày quyết định",
    decisionDayHint: "Ngày ghi trên quyết định",
    who: "Ai",
    basis: "Theo quyết định nào, từ bao giờ",
  },
  assignment: {
    title: "Ghi người đứng đầu hoặc người phát ngôn",
    lead: "Theo quyết định đã ký: người đứng đầu cơ quan, hoặc người được giao nhiệm vụ phát ngôn thường xuyên.",
    capacity: "Tư cách",
    fromDay: "Từ ngày",
    fromDayHint: "Có thể là ngày đã qua hoặc ngày sắp tới.",
    untilDay: "Đến hết ngày",
    untilDayHint: "Bỏ trống nếu quyết định không định thời hạn.",
    submit: "Ghi vào sổ",
    done: (name: string) => `Đã ghi vào sổ: ${name}.`,
    standing: "Đang có trong sổ",
    standingHint:
      "Ghi người mới cùng tư cách: chọn “Thay người ấy” ở cuối biểu mẫu, hoặc ghi kết thúc trước.",
  },
  assignmentEnd: {
    title: "Ghi kết thúc",
    lead: (name: string) => `Ghi ngày cuối cùng ${name} còn giữ tư cách này.`,
    endDay: "Ngày cuối cùng",
    endDayHint: "Hết ngày này thì không còn là người phát ngôn nữa.",
    reason: "Lý do",
    reasonHint: "Ví dụ: chuyển công tác, nghỉ hưu, thay đổi phân công",
    decisionNo: "Số quyết định kết thúc",
    submit: "Ghi kết thúc",
    done: (name: string) => `Đã ghi kết thúc cho ${name}.`,
    running: (n: number) =>
      `Còn ${n} ủy quyền do người này ký đang hoặc sắp có hiệu lực. Ghi kết thúc ở đây không thu hồi các ủy quyền ấy; nếu cần, xin thu hồi từng cái.`,
  },
  delegation: {
    title: "Ghi ủy quyền phát ngôn",
    lead: "Người đứng đầu ủy quyền cho người có trách nhiệm của cùng cơ quan phát ngôn về một vụ việc cụ thể.",
    conditions: "Ủy quyền chỉ có giá trị khi đủ ba điều",
    written: "Bằng văn bản: có số và ngày ký.",
    matter: "Về một vụ việc cụ thể, không phải mọi việc.",
    limited: "Có thời hạn: bắt đầu và kết thúc rõ ràng.",
    notPassedOn:
      "Người được ủy quyền không được ủy quyền lại; người phát ngôn thường xuyên cũng không được ủy quyền.",
    grantor: (name: string, position: string) => `Người ủy quyền: ${name}, ${position}.`,
    noHead: "Trong sổ chưa ghi ai đang là người đứng đầu.",
    noHeadLead:
      "Chỉ người đứng đầu mới được ủy quyền. Xin ghi người đứng đầu trước, rồi trở lại đây.",
    assignHead: "Ghi người đứng đầu",
    matterField: "Vụ việc",
    matterHint: "Ví dụ: Sạt lở bờ sông Hậu đoạn qua khóm Đông Thịnh 6",
    documentNo: "Số văn bản ủy quyền",
    documentNoHint: "Ví dụ: 25/GUQ-UBND",
    documentDay: "Ngày ký văn bản",
    documentDayHint: "Ngày ghi trên văn bản",
    fromTime: "Bắt đầu lúc",
    fromTimeHint: "Không trước ngày ký văn bản",
    untilTime: "Kết thúc lúc",
    untilTimeHint: "Đúng lúc này thì hết hiệu lực",
    basis: "Văn bản, vụ việc, thời hạn",
    submit: "Ghi ủy quyền",
    done: (name: string) => `Đã ghi ủy quyền cho ${name}.`,
  },
  revocation: {
    title: "Thu hồi ủy quyền",
    lead: (name: string) => `Người đứng đầu thu hồi ủy quyền phát ngôn của ${name}.`,
    endTime: "Thu hồi từ lúc",
    endTimeHint: "Từ lúc này, người được ủy quyền không còn phát ngôn về vụ việc này.",
    reason: "Lý do",
    submit: "Thu hồi",
    done: (name: string) => `Đã thu hồi ủy quyền của ${name}.`,
  },
  columns: {
    agency_name: "cơ quan, đơn vị",
    agency_code: "mã cơ quan",
    area_code: "mã đơn vị hành chính",
    era: "danh mục",
    name: "họ tên",
    position: "chức vụ",
    phone: "điện thoại",
    email: "thư điện tử",
    capacity: "tư cách",
    decision_no: "số quyết định",
    decision_date: "ngày quyết định",
    from: "từ ngày",
    until: "đến ngày",
    matter: "vụ việc",
  },
  import: {
    title: "Nhập người phát ngôn từ bảng tính",
    lead: "Kiểm tra trước, ghi sau: chỉ khi mọi dòng đều đúng thì cả danh sách mới được ghi vào sổ, cùng một lúc.",
    how: "Bảng cần có những cột nào",
    howRows:
      "Mỗi dòng một người. Dòng đầu là tên cột: viết như dưới đây, bằng tiếng Anh hoặc tiếng Việt, có dấu hay không dấu đều được.",
    howCode:
      "Mã đơn vị hành chính là mã hiện hành: hai chữ số với tỉnh, năm chữ số với xã, phường, đặc khu. Nếu bảng tính làm mất số 0 ở đầu (30 thay cho 00030), mã được hiểu theo cơ quan thuộc phạm vi của bạn, và kết quả kiểm tra nói rõ.",
    howCapacity:
      "Tư cách: “đứng đầu”, “thường xuyên” hoặc “ủy quyền”. Ủy quyền phải có vụ việc và ngày kết thúc; số và ngày quyết định khi ấy là số và ngày của văn bản ủy quyền.",
    howDates:
      "Ngày viết 25/11/2026 hoặc 2026-11-25; riêng ủy quyền viết được cả giờ: 17:00 25/11/2026.",
    example: "Ví dụ, chép được ngay",
    commit: "Ghi vào sổ",
    good: (rows: string) => `${rows} dòng đều đúng, chưa ghi gì vào sổ.`,
    goodLead: "Xem lại bảng dưới đây rồi bấm “Ghi vào sổ”.",
    padded: (code: string) => `hiểu mã là ${code}`,
    privateEmails: (n: string) =>
      `${n} dòng có địa chỉ không thuộc tên miền .gov.vn; vẫn ghi được, nhưng xin kiểm tra lại vì phải công bố thư điện tử công vụ.`,
    done: (rows: string) => `Đã ghi ${rows} dòng vào sổ người phát ngôn.`,
    problems: {
      "unknown-code":
        "Không có cơ quan nào mang mã này. Nếu là mã của đơn vị trước 01/07/2025, xin ghi “cũ” vào cột danh mục.",
      "out-of-reach": "Cơ quan này không thuộc phạm vi của bạn.",
      "codes-disagree": "Mã này không phải của cơ quan ghi ở cột mã cơ quan.",
      "not-a-capacity": "Tư cách phải là “đứng đầu”, “thường xuyên” hoặc “ủy quyền”.",
    },
  },
};
