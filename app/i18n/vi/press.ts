export const press = {
  beats: {
    politics: "Chính trị, chính quyền",
    economy: "Kinh tế",
    society: "Xã hội",
    health: "Y tế",
    education: "Giáo dục",
    environment: "Môi trường",
    traffic: "Giao thông, an toàn",
    agriculture: "Nông nghiệp",
    culture: "Văn hóa, du lịch",
    law: "Pháp luật",
    international: "Quốc tế",
    other: "Lĩnh vực khác",
  },
};
