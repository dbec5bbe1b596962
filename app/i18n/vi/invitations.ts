import { administrativeSpan, administrativeTime } from "../dates.ts";
import { invitationPages } from "./invitation-pages.ts";

interface Span {
  startsAt: string;
  endsAt: string;
  zone: string;
}

export const invitations = {
  replies: {
    coming: "Tham dự",
    tentative: "Chưa chắc chắn",
    declined: "Không tham dự",
    substitute: "Cử người khác tham dự",
  },
  answerStates: {
    coming: "Tham dự",
    tentative: "Chưa chắc",
    listed: "Chờ chỗ",
    declined: "Không tham dự",
    substitute: "Cử người khác",
    waiting: "Chưa trả lời",
    "asked-again": "Đang hỏi lại",
  },
  reasons: {
    nobody: "Chưa mời được ai: xin chọn nhà báo của tỉnh còn nhận giấy mời.",
    unknown: "Không có giấy mời này. Xin mở lại đúng liên kết trong thư.",
    cancelled: "Cuộc họp đã bị hủy nên không cần trả lời nữa.",
    postponed: "Cuộc họp đang hoãn. Khi có thời gian mới, cơ quan sẽ gửi thư và hỏi lại.",
    begun: "Cuộc họp đã bắt đầu nên không nhận câu trả lời nữa.",
    changed: "Cuộc họp vừa được thay đổi. Xin xem lại rồi trả lời.",
    "no-room": "Không còn đủ chỗ cho từng ấy người. Số chỗ ông/bà đang có vẫn được giữ nguyên.",
    ahead: "Câu trả lời này nói về một phiên bản chưa từng được gửi.",
  },
  letters: {
    title: (kind: string, subject: string) =>
      subject.toLowerCase().startsWith(kind.toLowerCase()) ? subject : `${kind}: ${subject}`,
    subject: {
      invitation: (title: string, time: string) => `[Giấy mời] ${title} - ${time}`,
      change: (title: string, time: string) => `[Thông báo thay đổi] ${title} - ${time}`,
      postponement: (title: string, time: string) => `[Thông báo hoãn] ${title} - ${time}`,
      cancellation: (title: string, time: string) => `[Thông báo hủy] ${title} - ${time}`,
    },
    heading: {
      invitation: "Giấy mời",
      change: "Thông báo thay đổi",
      postponement: "Thông báo hoãn",
      cancellation: "Thông báo hủy",
    },
    salutation: (name: string, outlet: string | null) =>
      `Kính gửi: ông/bà ${name}${outlet ? ` — ${outlet}` : ""}`,
    lead: {
      invitation: (agency: string, kind: string) =>
        `${agency} trân trọng kính mời ông/bà tham dự ${kind.toLowerCase()}:`,
      change: (agency: string, kind: string) =>
        `${agency} xin thông báo những thay đổi của cuộc ${kind.toLowerCase()} đã mời ông/bà:`,
      postponement: (agency: string, kind: string) =>
        `${agency} xin thông báo: cuộc ${kind.toLowerCase()} sau đây tạm hoãn.`,
      cancellation: (agency: string, kind: string) =>
        `${agency} rất tiếc phải thông báo: cuộc ${kind.toLowerCase()} sau đây đã bị hủy.`,
    },
    facts: {
      kind: "Hình thức",
      subject: "Nội dung",
      chair: "Người chủ trì",
      spokesperson: "Người phát ngôn",
      time: "Thời gian",
      venue: "Địa điểm",
      online: "Trực tuyến",
      answerBy: "Hạn trả lời",
    },
    moment: (at: string, zone: string) => administrativeTime(at, zone),
    time: (meeting: Span) => administrativeSpan(meeting),
    was: (old: string) => `trước đây: ${old}`,
    none: "không có",
    nowReads: "Cuộc họp nay như sau:",
    reason: "Lý do",
    answer: "Trả lời giấy mời",
    howToAnswer:
      "Xin ông/bà trả lời (tham dự, không tham dự hoặc cử người khác) trước giờ bắt đầu, tại liên kết sau; không cần tài khoản và có thể đổi câu trả lời. Liên kết là cách nhanh và chắc nhất; nút trả lời của ứng dụng lịch gửi câu trả lời bằng thư.",
    answerAgain:
      "Vì thời gian hoặc địa điểm đã thay đổi, xin ông/bà trả lời lại (tham dự, không tham dự hoặc cử người khác) trước giờ bắt đầu, tại liên kết sau; câu trả lời trước đây không còn được tính.",
    answerStands:
      "Nếu đã trả lời, câu trả lời của ông/bà vẫn được giữ nguyên. Có thể trả lời hoặc đổi câu trả lời trước giờ bắt đầu, tại liên kết sau.",
    newTimeFollows:
      "Khi có thời gian mới, cơ quan sẽ gửi thư cho ông/bà. Tệp lịch kèm theo gỡ giờ cũ khỏi lịch của ông/bà; chưa cần trả lời.",
    noAnswer:
      "Ông/bà không cần trả lời thư này. Tệp lịch kèm theo gỡ cuộc họp khỏi lịch của ông/bà.",
    bring: "Khi đến, xin mang theo thẻ nhà báo hoặc giấy giới thiệu của cơ quan báo chí.",
    closing: {
      invitation: "Rất mong sự tham dự của ông/bà./.",
      change: "Rất mong ông/bà thông cảm và tham dự./.",
      postponement: "Rất mong ông/bà thông cảm./.",
      cancellation: "Rất mong ông/bà thông cảm./.",
    },
    footer:
      "Thư này do hệ thống của cơ quan gửi riêng cho ông/bà; xin không chuyển tiếp vì liên kết trả lời mang tên ông/bà.",
    unsubscribe:
      "Ông/bà nhận thư vì đã đồng ý nhận giấy mời của các cơ quan trong tỉnh. Cuộc họp đã nhận lời vẫn được báo khi đổi giờ, đổi nơi hoặc hủy. Để ngừng nhận giấy mời mới:",
  },
  pages: invitationPages,
};
