/** What the press owes once it was answered in writing. */
export const pressDuty = {
  title: "Cơ quan báo chí chuyển câu trả lời đến công dân",
  lead: "Nhận được văn bản trả lời, cơ quan báo chí thông báo bằng văn bản cho người đã phản ánh, hoặc đăng, phát:",
  daily: "Báo ngày, phát thanh, truyền hình, báo điện tử",
  weekly: "Báo tuần",
  magazine: "Tạp chí in",
  until: (at: string) => `chậm nhất ${at}`,
  nextIssue: "số ra gần nhất",
  why: "Cách tính",
};
