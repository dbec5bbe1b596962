/** What the board of duties to the press says. */
export const duties = {
  title: "Nghĩa vụ với báo chí",
  lead: "Việc phải làm định kỳ theo quy định đang áp dụng. Tổ chức cuộc họp hoặc công bố thông tin là hoàn thành; không có ô để đánh dấu.",
  names: {
    "info.province.monthly": "Cung cấp thông tin cho báo chí hằng tháng",
    "briefing.province.max_gap": "Họp báo định kỳ",
    "briefing.commune.max_gap": "Họp báo định kỳ của xã, phường, đặc khu",
  },
  counts: {
    "info.province.monthly":
      "Tính họp báo, giao ban báo chí đã tổ chức và thông tin cho báo chí đã công bố.",
    "briefing.province.max_gap": "Tính họp báo đã tổ chức.",
    "briefing.commune.max_gap": "Tính họp báo đã tổ chức.",
  },
  states: { calm: "Còn thời gian", soon: "Sắp đến hạn", overdue: "Quá hạn" },
  duty: "Nghĩa vụ",
  agency: "Cơ quan",
  last: "Lần gần nhất",
  never: "Chưa có trong sổ",
  planned: "Đã lên lịch",
  nothing: "Chưa có",
  due: "Hạn tới",
  none: "Không có nghĩa vụ định kỳ nào trong phạm vi của bạn",
  noneLead:
    "Quy định chung chỉ đặt nghĩa vụ cho cấp tỉnh; tỉnh có thể đặt thêm cho cấp xã ở trang Quy định.",
  plan: "Lên lịch họp",
  explain: "Cách tính",
};
