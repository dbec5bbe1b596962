export const desk = {
  nav: {
    label: "Bàn báo chí",
    home: "Hôm nay",
    spokespersons: "Người phát ngôn",
    journalists: "Nhà báo",
    meetings: "Cuộc họp",
    outbox: "Thư gửi đi",
    mailbox: "Hòm thư thử",
    audit: "Nhật ký",
    account: "Tài khoản",
    site: "Trang công khai",
  },
};
