import { shortDay } from "../dates.ts";

interface Measured {
  value: string;
  unit: string;
  clock: string | null;
}

interface Counted {
  measure: string;
  before: boolean;
  start: string;
  without: string;
  worked: string;
  movedFrom: string | null;
  end: string;
}

export const choices: Record<string, string> = {
  deputy: "cấp phó",
  responsible_person: "người có trách nhiệm của cơ quan",
  occurred: "lúc vụ việc xảy ra",
  received: "lúc tiếp nhận, giải quyết",
  determined: "lúc xác định có tác động đến dư luận",
  province: "UBND cấp tỉnh",
  commune: "UBND cấp xã",
  next_issue: "số kế tiếp",
  press_card: "thẻ nhà báo",
  intro_letter: "giấy giới thiệu",
  state_secret: "bí mật nhà nước",
  party_secret: "bí mật của Đảng",
  private_life: "bí mật đời tư",
  other_secret: "bí mật khác theo luật",
  criminal_case: "vụ án đang điều tra, chưa xét xử",
  inspection: "đang thanh tra, chưa có kết luận",
  complaint: "khiếu nại, tố cáo đang giải quyết",
  dispute: "tranh chấp chưa có kết luận",
  draft_policy: "chính sách đang soạn thảo",
  no_paper: "không có thẻ nhà báo, cũng không có giấy giới thiệu",
  no_approval: "phóng viên nước ngoài chưa được UBND cấp tỉnh đồng ý",
  not_press: "không đến để tác nghiệp cho cơ quan báo chí",
  room_full: "phòng họp đã hết chỗ",
};

const keys = {
  "spokesperson.publish_after_decision": "Công bố người phát ngôn sau khi có quyết định",
  "regulation.issue_within": "Ban hành quy chế phát ngôn nội bộ",
  "registry.confirm_every": "Xác nhận lại thông tin người phát ngôn",
  "delegation.publish_after_signing": "Công bố ủy quyền sau khi ký",
  "delegation.max_duration_days": "Thời hạn dài nhất của một ủy quyền",
  "delegation.allowed_grantee": "Ai được ủy quyền phát ngôn",
  "incident.initial_statement": "Thông tin ban đầu khi có vụ việc",
  "incident.clock_start": "Thời hạn thông tin ban đầu tính từ",
  "briefing.province.max_gap": "UBND cấp tỉnh họp báo định kỳ, cách nhau nhiều nhất",
  "briefing.commune.max_gap": "UBND cấp xã họp báo định kỳ, cách nhau nhiều nhất",
  "info.province.monthly": "UBND cấp tỉnh thông tin định kỳ cho báo chí",
  "pressconf.notice_before": "Thông báo họp báo trước giờ họp",
  "pressconf.forbid_before": "Trả lời không cho họp báo trước giờ họp",
  "pressconf.notice_items": "Số nội dung của thông báo họp báo",
  "pressconf.notice_exempt_levels": "Không phải thông báo họp báo",
  "reply.editor_request": "Trả lời trên báo chí theo yêu cầu của người đứng đầu cơ quan báo chí",
  "reply.forwarded_opinion": "Trả lời ý kiến, kiến nghị do cơ quan báo chí chuyển đến",
  "reply.conclusion_after_case":
    "Thông báo kết luận khiếu nại, tố cáo do cơ quan báo chí chuyển đến",
  "reply.journalist_question": "Trả lời câu hỏi của nhà báo",
  "reply.forwarded_complaint": "Trả lời khiếu nại, tố cáo do cơ quan báo chí chuyển đến",
  "reply.foreign_interview": "Trả lời đề nghị phỏng vấn của báo chí nước ngoài",
  "query.scoop_lock_days": "Câu hỏi còn là của riêng nhà báo sau khi được trả lời",
  "refusal.codes": "Được từ chối cung cấp thông tin về",
  "press.correction.online": "Báo điện tử cải chính, xin lỗi",
  "press.correction.daily": "Báo ngày, phát thanh, truyền hình cải chính, xin lỗi",
  "press.correction.periodical": "Báo tuần, tạp chí cải chính, xin lỗi",
  "press.correction.rare_reply":
    "Tạp chí trên 30 ngày một kỳ trả lời bằng văn bản về cải chính, xin lỗi",
  "press.answer_request": "Cơ quan báo chí trả lời vấn đề đã thông tin, theo yêu cầu",
  "press.publish_answer.daily":
    "Báo ngày, phát thanh, truyền hình, báo điện tử thông báo hoặc đăng văn bản trả lời",
  "press.publish_answer.weekly": "Báo tuần thông báo hoặc đăng văn bản trả lời",
  "press.publish_answer.magazine": "Tạp chí in thông báo hoặc đăng văn bản trả lời",
  "press.correction.min_online_days": "Tin cải chính trên báo điện tử được giữ ít nhất",
  "press.feedback.rounds": "Số lượt phản hồi thông tin nhiều nhất",
  "foreign.pc_reply": "UBND cấp tỉnh trả lời về phóng viên nước ngoài",
  "foreign.conf_notice": "Thông báo họp báo của tổ chức nước ngoài trước giờ họp",
  "card.require": "Nhà báo chỉ cần xuất trình một trong",
  "accreditation.refusal": "Được từ chối cấp quyền tác nghiệp khi",
  "accreditation.reply": "Trả lời đề nghị cấp quyền tác nghiệp",
  "accreditation.objection": "Trả lời ý kiến không đồng ý của nhà báo",
  "pdp.subject_reply": "Trả lời yêu cầu về dữ liệu cá nhân",
  "pdp.execute": "Thực hiện yêu cầu về dữ liệu cá nhân",
  "pdp.execute_with_processors": "Thực hiện yêu cầu về dữ liệu cá nhân khi có bên xử lý",
  "retention.attendance_months": "Giữ dữ liệu về khách của cuộc họp",
  "retention.letters_months": "Giữ nội dung thư đã gửi",
  "retention.trial_mail_months": "Giữ thư trong hòm thư thử",
  "report.annual.due": "Gửi báo cáo năm trước ngày",
  "report.annual.from": "Số liệu báo cáo năm tính từ (năm trước)",
  "report.annual.to": "Số liệu báo cáo năm tính đến",
};

function measure({ value, unit, clock }: Measured): string {
  if (unit === "hours") return value === "0" ? "ngay lập tức" : `${value} giờ`;
  if (unit === "days") return clock === "working_days" ? `${value} ngày làm việc` : `${value} ngày`;
  if (unit === "months") return `${value} tháng`;
  if (unit === "rounds") return `${value} lượt`;
  if (unit === "items") return `${value} mục`;
  if (unit === "month_day") return value.split("-").reverse().join("/");
  return value
    .split(";")
    .map((one) => choices[one] ?? one)
    .join("; ");
}

const ruleName = (key: string) => (keys as Record<string, string>)[key] ?? key;

export const policies = {
  title: "Quy định và thời hạn",
  lead: "Luật ở đây là dữ liệu: mỗi quy định có giá trị, căn cứ và thời gian hiệu lực. Địa phương có thể đặt chặt hơn; đặt nới hơn phải nêu lý do.",
  unverified: "chưa được thẩm định pháp lý",
  unverifiedTitle: "Chưa được thẩm định pháp lý",
  unverifiedLead: (n: number, all: number) =>
    `${n} trong ${all} quy định đang hiệu lực chưa được thẩm định pháp lý. Xin đối chiếu văn bản gốc trước khi dựa vào.`,
  keys,
  ruleName,
  measure,
  choices,
  groups: {
    spokespersons: "Người phát ngôn và quy chế",
    delegations: "Ủy quyền phát ngôn",
    incidents: "Vụ việc đột xuất",
    briefings: "Thông tin định kỳ",
    conferences: "Thông báo họp báo",
    replies: "Trả lời báo chí",
    corrections: "Cải chính và phản hồi của báo chí",
    foreign: "Báo chí nước ngoài và giấy tờ nhà báo",
    data: "Dữ liệu cá nhân",
    reports: "Báo cáo năm",
  },
  clocks: {
    clock_hours: "giờ liên tục, cả đêm và ngày nghỉ",
    working_days: "ngày làm việc, trừ thứ Bảy, Chủ nhật, ngày lễ",
    calendar_days: "ngày liên tục; ngày cuối là ngày nghỉ thì chuyển sang ngày làm việc kế tiếp",
    months: "tháng; ngày cuối là ngày nghỉ thì chuyển sang ngày làm việc kế tiếp",
  },
  regimes: {
    "2017": "Chế độ cũ (30/03/2017 – 30/06/2026)",
    "2026": "Chế độ từ 01/07/2026",
  },
  scopes: { national: "Cả nước", province: "Tỉnh, thành phố", agency: "Cơ quan" },
  comparisons: {
    stricter: "chặt hơn quy định chung",
    same: "như quy định chung",
    looser: "nới hơn quy định chung",
  },
  overtaken: "không áp dụng: nới hơn quy định chung mà không có lý do",
  table: {
    rule: "Quy định",
    value: "Giá trị",
    scope: "Phạm vi",
    inForce: "Hiệu lực",
    basis: "Căn cứ",
    checked: "Thẩm định",
    actions: "Việc",
    none: "Luật không định; địa phương có thể tự đặt",
    noneNow: "Không còn quy định",
    statutory: "luật định",
    house: "quy ước",
    from: (day: string) => `từ ${day}`,
    span: (from: string, until: string) => `${from} – ${until}`,
    coming: "sắp có hiệu lực",
    reason: (reason: string) => `Lý do: ${reason}`,
    national: (measure: string) => `Quy định chung: ${measure}`,
    checkedBy: (name: string, day: string) => `${name} thẩm định ${day}`,
    set: "Đặt mới",
    end: "Kết thúc",
    verify: "Thẩm định",
    past: (n: number) => `Quy định đã hết hiệu lực (${n})`,
  },
  toc: "Các nhóm quy định",
  calculator: {
    title: "Tính thời hạn",
    lead: "Từ ngày giờ này, theo quy định này, thì đến bao giờ?",
    key: "Theo quy định",
    from: "Tính từ",
    fromHint: "23/11/2026 hay 23/11/2026 08:30",
    calculate: "Tính",
    noRule: (name: string, day: string) => `Ngày ${day} chưa có quy định nào về “${name}”.`,
    badTime: "Không có ngày giờ này. Xin viết như 23/11/2026 hoặc 23/11/2026 08:30.",
  },
  due: {
    sentence: ({ measure, before, start, without, worked, movedFrom, end }: Counted) =>
      `${measure} ${before ? "trước" : "từ"} ${start}${without && `, trừ ${without}`}${worked && `, tính cả ${worked} làm bù`} → ${end}${movedFrom ? ` (ngày cuối ${movedFrom} là ngày nghỉ)` : ""}`,
    rule: "Quy định",
    start: "Tính từ",
    skipped: "Không tính",
    nothingSkipped: "Không bỏ ngày nào",
    weekends: (n: number) => `${n} ngày thứ Bảy, Chủ nhật`,
    worked: "Làm bù, có tính",
    moved: (day: string) =>
      `Ngày cuối lẽ ra là ${day}, là ngày nghỉ nên chuyển sang ngày làm việc kế tiếp.`,
    end: "Chậm nhất",
    endOfDay: (day: string) => `hết ngày ${day}`,
    states: {
      calm: "Còn trong hạn",
      due: "Đã qua nửa thời hạn",
      urgent: "Sắp hết hạn",
      late: "Quá hạn",
      done: "Đã xong",
    },
    left: (time: string) => `còn ${time}`,
    over: (time: string) => `quá ${time}`,
    doneAt: (time: string) => `xong lúc ${time}`,
    doneLate: "sau thời hạn",
    days: (n: number) => `${n} ngày`,
    hours: (n: number) => `${n} giờ`,
    minutes: (n: number) => `${n} phút`,
    elapsed: (percent: number) => `đã qua ${percent}% thời hạn`,
  },
  set: {
    title: "Đặt quy định",
    lead: "Quy định mới nối tiếp quy định cùng phạm vi đang có: quy định cũ hết hiệu lực vào hôm trước.",
    standing: "Đang áp dụng",
    for: "Áp dụng cho",
    forHint: "Quy định của cơ quan được dùng trước quy định của tỉnh, rồi mới đến quy định chung.",
    value: "Giá trị",
    valueHints: {
      limit: "Một con số; đơn vị theo cách tính ở dưới",
      days: "Số ngày, ví dụ: 10",
      rounds: "Số lượt, ví dụ: 2",
      items: "Số mục, ví dụ: 6",
      month_day: "Tháng và ngày, ví dụ: 12-20",
      choice: (codes: string) => `Một hoặc nhiều mã, cách nhau bằng dấu chấm phẩy: ${codes}`,
    },
    clock: "Cách tính",
    fromDay: "Có hiệu lực từ ngày",
    legalRef: "Căn cứ",
    legalRefHint: "Ví dụ: Quyết định số 45/2026/QĐ-UBND, Điều 6",
    reason: "Lý do nếu nới hơn quy định chung",
    reasonHint: "Bắt buộc khi nới hơn; lý do được hiển thị cạnh quy định.",
    statutory: "Tính chất",
    statutoryOptions: { yes: "Luật định", no: "Quy ước" },
    submit: "Đặt quy định",
    done: (name: string) => `Đã đặt quy định: ${name}.`,
    forProvince: (name: string) => `Toàn tỉnh: ${name}`,
    chooseProvince: "Chọn tỉnh để đặt quy định riêng của địa phương",
  },
  end: {
    title: "Cho quy định hết hiệu lực",
    lead: "Hết ngày cuối cùng, quy định chung (hoặc của tỉnh) được áp dụng trở lại.",
    untilDay: "Ngày cuối cùng còn hiệu lực",
    untilDayHint: (day: string) => `Quy định chưa từng có hiệu lực thì ghi ${day}.`,
    submit: "Cho hết hiệu lực",
    done: (name: string) => `Đã cho hết hiệu lực: ${name}.`,
  },
  verification: {
    title: "Ghi thẩm định pháp lý",
    lead: "Ghi tên người có chuyên môn pháp lý đã đối chiếu quy định này với văn bản gốc.",
    verifiedBy: "Người thẩm định",
    verifiedByHint: "Họ tên và chức danh",
    verifiedDay: "Ngày thẩm định",
    submit: "Ghi thẩm định",
    done: (name: string) => `Đã ghi thẩm định: ${name}.`,
  },
  holidays: {
    title: "Ngày nghỉ và ngày làm bù",
    lead: "Thời hạn tính bằng ngày làm việc bỏ qua những ngày nghỉ ở đây và tính cả những ngày làm bù.",
    note: "Chỉ những ngày chắc chắn mới được nạp sẵn. Khi có thông báo lịch nghỉ hằng năm, xin ghi thêm: ngày nghỉ bù, ngày hoán đổi, ngày nghỉ mới (ví dụ 24/11).",
    day: "Ngày",
    kind: "Loại",
    kinds: { off: "nghỉ", work: "làm bù" },
    name: "Tên",
    nameHint: "Ví dụ: Ngày Văn hóa Việt Nam",
    basis: "Căn cứ",
    basisHint: "Văn bản, thông báo",
    year: (year: string) => `Năm ${year}`,
    none: "Chưa ghi ngày nào",
    add: "Thêm ngày",
    added: (day: string) => `Đã thêm ngày ${day}.`,
    remove: "Bỏ",
    removal: "Bỏ ngày khỏi bảng",
    removalLead: (day: string, name: string) =>
      `${day}: ${name}. Mọi thời hạn được tính lại như chưa có ngày này.`,
    removed: (day: string) => `Đã bỏ ngày ${day}.`,
  },
  problems: {
    "not-a-value": "Giá trị không đúng dạng.",
    "not-local": "Quy định này áp dụng chung, địa phương không đặt riêng.",
    "later-rule": "Đã có quy định cùng phạm vi bắt đầu từ ngày này hoặc muộn hơn.",
    "same-rule": "Quy định đang áp dụng cũng như vậy, không cần đặt lại.",
    "looser-needs-reason": "Giá trị này nới hơn quy định đang áp dụng. Xin nêu lý do.",
    "end-before-start": "Ngày cuối cùng sớm nhất là hôm trước ngày có hiệu lực.",
    "already-ended": "Quy định này đã có ngày hết hiệu lực sớm hơn.",
    "in-future": "Ngày này chưa tới.",
    "day-taken": "Ngày này đã có trong bảng.",
    "work-on-weekday": "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.",
  },
};

const SCOPES: Record<string, string> = {
  national: "cả nước",
  province: "cho tỉnh",
  agency: "cho cơ quan",
};

/** What the log says of deeds on the law. */
export const policyActs = {
  "policy.set": ({
    key,
    scope,
    fromDay,
    reason,
    ...measured
  }: Measured & { key: string; scope: string; fromDay: string; reason: string | null }) =>
    `Đặt quy định ${SCOPES[scope] ?? scope} “${ruleName(key)}”: ${measure(measured)}, từ ${shortDay(fromDay)}.${reason ? ` Lý do: ${reason}.` : ""}`,
  "policy.ended": ({ key, untilDay }: { key: string; untilDay: string }) =>
    `Cho quy định “${ruleName(key)}” hết hiệu lực sau ngày ${shortDay(untilDay)}.`,
  "policy.verified": ({
    key,
    verifiedBy,
    verifiedDay,
  }: {
    key: string;
    verifiedBy: string;
    verifiedDay: string;
  }) => `Ghi ${verifiedBy} thẩm định quy định “${ruleName(key)}” ngày ${shortDay(verifiedDay)}.`,
  "holiday.added": ({ day, name, kind }: { day: string; name: string; kind: string }) =>
    `Thêm ngày ${kind === "work" ? "làm bù" : "nghỉ"} ${shortDay(day)}: ${name}.`,
  "holiday.removed": ({ day, name }: { day: string; name: string }) =>
    `Bỏ ngày ${shortDay(day)} (${name}) khỏi bảng ngày nghỉ.`,
};
