/** What waits for an officer of the press's affairs, on the first page of the desk. */
export const pressToDo = {
  refused: "Không công bố được theo lịch",
  signOffs: "Văn bản chờ cơ quan đồng ý",
  by: (agency: string) => `do ${agency} soạn`,
  accreditations: "Quyền tác nghiệp",
  open: (n: string) => `${n} đề nghị chờ quyết định`,
  objected: (n: string) => `${n} ý kiến không đồng ý chờ trả lời`,
  dataRequests: "Dữ liệu cá nhân",
  requests: (n: string) => `${n} yêu cầu của nhà báo chờ trả lời hoặc thực hiện`,
};
