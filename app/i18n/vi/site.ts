export const site = {
  nav: { label: "Trang chính", lookup: "Tra cứu", meetings: "Lịch họp báo", desk: "Bàn báo chí" },
  footer: { openData: "Dữ liệu mở", api: "API tra cứu", sources: "Nguồn dữ liệu địa giới" },
};
