import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

/** Địa chỉ hỏng, và thư bị từ chối vì cách gửi: điều văn phòng cần biết và cần làm. */
export const mailTrouble = {
  address: {
    badge: "Địa chỉ không nhận thư",
    title: "Thư không tới được địa chỉ này",
    since: (on: string) => `Từ ngày ${on}, máy chủ thư báo không có địa chỉ này.`,
    telephone: "Xin gọi hỏi địa chỉ đúng:",
    noTelephone: "Chưa có số điện thoại: xin hỏi cơ quan báo chí của nhà báo.",
    mend: "Rồi sửa địa chỉ ở dưới. Nếu địa chỉ vẫn đúng (hộp thư vừa được mở lại), bấm nút này.",
    trust: "Địa chỉ vẫn đúng",
    trusted: (name: string) => `Địa chỉ của ${name} được coi là đúng.`,
  },
  policy: {
    title: "Máy chủ nơi nhận từ chối thư của cơ quan",
    count: (n: number) =>
      `Trong bảy ngày qua, ${number(n)} thư bị từ chối vì cách gửi, không phải vì người nhận. Xin báo người quản trị xem lại chữ ký và cấu hình thư (SPF, DKIM, DMARC).`,
    see: "Xem thư bị từ chối",
  },
};
