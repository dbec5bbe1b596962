import { HOME_ZONE } from "#app/clock.ts";
import { shortDay, shortTime } from "../dates.ts";
import { answerActs } from "./answers.ts";
import { attendanceActs } from "./attendance.ts";
import { corrections, type Difference } from "./corrections.ts";
import { inboundActs } from "./inbound.ts";
import { incidentActs } from "./incidents.ts";
import { meetingRoomActs } from "./meeting-rooms.ts";
import { policyActs } from "./policies.ts";
import { portalActs } from "./portal-acts.ts";
import { pressCorrectionActs } from "./press-corrections.ts";
import { queryActs } from "./query-acts.ts";
import { questionActs } from "./questions.ts";
import { reminderActs } from "./reminders.ts";
import { reportActs } from "./reports.ts";
import { retentionActs } from "./retention.ts";
import { statementActs } from "./statement-desk.ts";

interface Named {
  name: string;
}

interface Renaming {
  before: string;
  fromDay: string;
  basis: string;
}

interface Closing {
  day: string;
  basis: string;
  successors: string[];
}

interface Move {
  from: string;
  to: string;
}

interface Several {
  meetings: number;
}

interface Subject {
  subject: string;
}

const REPLIES: Record<string, string> = {
  coming: "sẽ tham dự",
  tentative: "chưa chắc chắn",
  declined: "không tham dự",
  substitute: "cử người khác tham dự",
};

const ROLES: Record<string, string> = { administrator: "quản trị", officer: "cán bộ báo chí" };

const CAPACITIES: Record<string, string> = {
  head: "người đứng đầu",
  regular: "người phát ngôn thường xuyên",
};

const FIELDS: Record<string, string> = {
  phone: "điện thoại",
  email: "thư điện tử",
  position: "chức vụ",
  name: "họ tên",
  other: "mục khác",
};

const DETAILS: Record<string, string> = {
  kind: "hình thức",
  cadence: "định kỳ hay đột xuất",
  subject: "nội dung",
  description: "thông tin thêm",
  startsAt: "giờ bắt đầu",
  endsAt: "giờ kết thúc",
  zone: "múi giờ",
  venue: "địa điểm",
  venueCapacity: "số chỗ ngồi",
  mapUrl: "liên kết bản đồ",
  accessNotes: "đường vào, lối vào",
  onlineUrl: "liên kết trực tuyến",
  answerBy: "hạn trả lời",
  chair: "người chủ trì",
  spokespersonId: "người phát ngôn",
};

export const audit = {
  title: "Nhật ký",
  lead: "Mọi thay đổi trong phạm vi của bạn, mới nhất trước. Không dòng nào được sửa hay xóa.",
  search: "Tìm trong nhật ký",
  searched: (n: number) => `Tìm trong ${n.toLocaleString("vi-VN")} việc gần nhất.`,
  when: "Lúc",
  who: "Ai",
  what: "Việc",
  agency: "Cơ quan",
  total: (n: number) => `${n.toLocaleString("vi-VN")} việc`,
  empty: "Chưa có việc nào được ghi",
  nothing: (q: string) => `Không thấy việc nào khớp với “${q}”`,
  clear: "Xem tất cả",
  unknown: (act: string) => `Một việc của phiên bản khác (${act}).`,

  acts: {
    "account.opened": ({ email, role }: { email: string; role: string }) =>
      `Mở tài khoản ${email} (${ROLES[role] ?? role}).`,
    "account.closed": ({ email }: { email: string }) => `Đóng tài khoản ${email}.`,
    "account.moved": ({ email, from, to }: { email: string } & Move) =>
      `Tài khoản ${email} chuyển từ ${from} sang ${to}.`,
    "account.password-changed": () => "Đổi mật khẩu của mình.",
    "account.language-set": ({ language }: { language: "vi" | "en" }) =>
      `Chọn nhận thư bằng ${language === "en" ? "tiếng Anh" : "tiếng Việt"}.`,
    "spokesperson.assigned": ({
      name,
      capacity,
      decisionNo,
    }: Named & { capacity: string; decisionNo: string }) =>
      `Ghi ông/bà ${name} là ${CAPACITIES[capacity] ?? capacity}, theo Quyết định số ${decisionNo}.`,
    "spokesperson.assignment-ended": ({
      name,
      endDay,
      reason,
    }: Named & { endDay: string; reason: string }) =>
      `Ghi ông/bà ${name} thôi nhiệm vụ, ngày cuối ${shortDay(endDay)}. Lý do: ${reason}.`,
    "spokesperson.assignment-drafted": ({
      name,
      capacity,
      decisionNo,
    }: Named & { capacity: string; decisionNo: string }) =>
      `Ghi ông/bà ${name} là ${CAPACITIES[capacity] ?? capacity}, theo Quyết định số ${decisionNo}, chưa công bố.`,
    "spokesperson.published": ({ name }: Named) => `Công bố ông/bà ${name} trên trang công khai.`,
    "spokesperson.superseded": ({
      name,
      endDay,
      decisionNo,
    }: Named & { endDay: string; decisionNo: string }) =>
      `Ông/bà ${name} thôi nhiệm vụ, ngày cuối ${shortDay(endDay)}, vì có người thay theo Quyết định số ${decisionNo}.`,
    "spokesperson.annulled": ({ name, reason }: Named & { reason: string }) =>
      `Hủy mục ghi nhầm về ông/bà ${name}. Lý do: ${reason}.`,
    "spokesperson.corrected": ({
      name,
      reason,
      changed = [],
    }: Named & { reason: string; changed?: Difference[] }) =>
      `Đính chính mục về ông/bà ${name}. Lý do: ${reason}.${changed.length > 0 ? ` Đã đổi: ${corrections.changed(changed)}.` : ""}`,
    "spokesperson.unavailable": ({ name, reason }: Named & { reason: string }) =>
      `Ông/bà ${name} báo không thể phát ngôn. Lý do: ${reason}.`,
    "spokesperson.delegation-drafted": ({ name }: Named) =>
      `Soạn dự thảo ủy quyền${name ? ` cho ông/bà ${name}` : ""}.`,
    "spokesperson.delegation-withdrawn": ({ name }: Named) =>
      `Bỏ dự thảo ủy quyền${name ? ` cho ông/bà ${name}` : ""}.`,
    "spokesperson.delegated": ({
      name,
      matter,
      documentNo,
    }: Named & { matter: string; documentNo: string }) =>
      `Ghi ủy quyền cho ông/bà ${name} về việc “${matter}”, theo văn bản số ${documentNo}.`,
    "spokesperson.delegation-revoked": ({ name, reason }: Named & { reason: string }) =>
      `Thu hồi ủy quyền của ông/bà ${name}. Lý do: ${reason}.`,
    "spokespersons.imported": ({ rows }: { rows: number }) =>
      `Nhập người phát ngôn từ bảng tính: ${rows} dòng.`,
    "spokespersons.import-undone": ({ rows, fileName }: { rows: number; fileName: string }) =>
      `Hoàn tác lần nhập người phát ngôn từ bảng tính “${fileName}”: ${rows} dòng.`,
    "confirmations.asked": ({ quarter, letters }: { quarter: string; letters: number }) =>
      `Gửi ${letters} thư đề nghị xác nhận của quý ${quarter}.`,
    "spokesperson.confirmed": ({
      name,
      quarter,
      by,
    }: Named & { quarter: string; by: "letter" | "telephone" }) =>
      by === "letter"
        ? `${name} xác nhận mục của mình vẫn đúng (${quarter}).`
        : `Ghi nhận qua điện thoại: mục của ${name} vẫn đúng (${quarter}).`,
    "contact-report.decided": ({
      name,
      field,
      decision,
    }: Named & { field: string; decision: "applied" | "declined" }) =>
      decision === "applied"
        ? `Sửa mục của ${name} (${FIELDS[field] ?? field}) theo lời báo của người đọc.`
        : `Không sửa mục của ${name} (${FIELDS[field] ?? field}) sau lời báo của người đọc.`,
    "agency.founded": ({ name }: Named) => `Thêm cơ quan ${name}.`,
    "agency.corrected": ({ name }: Named) => `Sửa tên tiếng Anh hoặc ký hiệu của ${name}.`,
    "agency.renamed": ({ name, before, fromDay, basis }: Named & Renaming) =>
      `Đổi tên ${before} thành ${name} từ ngày ${shortDay(fromDay)}, theo ${basis}.`,
    "agency.closed": ({ name, day, basis, successors }: Named & Closing) =>
      `${name} thôi hoạt động từ ngày ${shortDay(day)}, theo ${basis}.${successors.length > 0 ? ` Tiếp nhận: ${successors.join(", ")}.` : ""}`,
    "meeting.moved": ({ subject, from, to }: Subject & Move) =>
      `Chuyển cuộc họp “${subject}” từ ${from} sang ${to}.`,
    "delegation-draft.moved": ({ matter, from, to }: { matter: string } & Move) =>
      `Chuyển dự thảo ủy quyền${matter ? ` “${matter}”` : ""} từ ${from} sang ${to}.`,
    "agency.mailbox-named": ({ email }: { email: string | null }) =>
      email
        ? `Đặt ${email} làm hộp thư tiếp nhận của cơ quan.`
        : "Bỏ hộp thư tiếp nhận của cơ quan.",
    "channel.added": ({ name, url }: Named & { url: string }) =>
      `Công bố kênh chính thức “${name}” (${url}).`,
    "channel.removed": ({ name, url }: Named & { url: string }) =>
      `Thôi công bố kênh “${name}” (${url}).`,
    "regulation.issued": ({ number, day }: { number: string; day: string }) =>
      `Ghi quy chế phát ngôn số ${number} ngày ${shortDay(day)}.`,
    "training.logged": ({ name, course }: Named & { course: string }) =>
      `Ghi ông/bà ${name} đã học “${course}”.`,
    "training.removed": ({ name, course }: Named & { course: string }) =>
      `Gạch bỏ lớp “${course}” của ông/bà ${name}.`,
    "document.stored": ({ name }: Named) => `Lưu tệp văn bản “${name}”.`,
    "journalist.listed": ({ name }: Named) => `Thêm nhà báo ${name} vào danh bạ.`,
    "journalist.changed": ({ name }: Named) => `Sửa thông tin của nhà báo ${name}.`,
    "journalist.unsubscribed": ({ name }: Named) => `Nhà báo ${name} ngừng nhận giấy mời.`,
    "journalist.resubscribed": ({ name }: Named) => `Nhà báo ${name} nhận giấy mời trở lại.`,
    "journalists.imported": ({ rows, list }: { rows: number; list: string }) =>
      `Nhập nhà báo từ bảng tính vào danh sách “${list}”: ${rows} dòng.`,
    "outlet.listed": ({ name }: Named) => `Thêm cơ quan báo chí ${name}.`,
    "outlet.changed": ({ name, before }: Named & { before: string }) =>
      name === before
        ? `Sửa thông tin của cơ quan báo chí ${name}.`
        : `Sửa tên cơ quan báo chí ${before} thành ${name}.`,
    "press-list.changed": ({ name, members }: Named & { members: number }) =>
      `Thay đổi danh sách “${name}”: nay có ${members} nhà báo.`,
    "meeting.planned": ({ subject }: Subject) => `Lên kế hoạch cuộc họp “${subject}”.`,
    "meeting.changed": ({ subject, changed }: Subject & { changed: string[] }) =>
      `Sửa cuộc họp “${subject}”: ${changed.map((key) => DETAILS[key] ?? key).join(", ")}.`,
    "meeting.scheduled": ({ subject }: Subject) => `Chốt lịch cuộc họp “${subject}”.`,
    "meeting.announced": ({ subject }: Subject) => `Thông báo cuộc họp “${subject}”.`,
    "meeting.postponed": ({ subject, reason }: Subject & { reason: string }) =>
      `Hoãn cuộc họp “${subject}”: ${reason}`,
    "meeting.rescheduled": ({ subject, from, to, reason }: Subject & Move & { reason: string }) =>
      `Dời cuộc họp “${subject}” từ ${shortTime(from, HOME_ZONE)} sang ${shortTime(to, HOME_ZONE)}: ${reason}`,
    "notice.sent": ({
      subject,
      number,
      recipient,
    }: Subject & { number: string; recipient: string }) =>
      `Gửi thông báo họp báo ${number} về “${subject}” cho ${recipient}.`,
    "notice.forbidden": ({
      subject,
      number,
      reason,
    }: Subject & { number: string; reason: string }) =>
      `Họp báo “${subject}” không được tổ chức theo văn bản ${number}: ${reason}`,
    "paper.written": ({ subject, number }: Subject & { number: string }) =>
      `Soạn giấy mời${number && ` số ${number}`} của “${subject}”.`,
    "form.adopted": ({ name }: { name: string }) => `Dùng mẫu giấy mời riêng “${name}”.`,
    "form.removed": ({ name }: { name: string }) => `Thôi dùng mẫu giấy mời riêng “${name}”.`,
    "notice.waived": ({ subject, reason }: Subject & { reason: string }) =>
      `Mời họp báo “${subject}” khi thông báo chưa đủ thời hạn: ${reason}`,
    "meeting.held": ({ subject }: Subject) => `Ghi nhận đã tổ chức cuộc họp “${subject}”.`,
    "meeting.cancelled": ({ subject, reason }: Subject & { reason: string }) =>
      `Hủy cuộc họp “${subject}”. Lý do: ${reason}.`,
    "series.planned": ({ subject, meetings }: Subject & Several) =>
      `Lập lịch định kỳ “${subject}”: ${meetings} cuộc họp.`,
    "series.announced": ({ subject, meetings }: Subject & Several) =>
      `Công bố ${meetings} cuộc họp của lịch định kỳ “${subject}”.`,
    "series.changed": ({ subject, meetings, changed }: Subject & Several & { changed: string[] }) =>
      `Sửa ${meetings} cuộc họp của lịch định kỳ “${subject}”: ${changed.map((key) => DETAILS[key] ?? key).join(", ")}.`,
    "series.cancelled": ({ subject, meetings, reason }: Subject & Several & { reason: string }) =>
      `Hủy ${meetings} cuộc họp của lịch định kỳ “${subject}”. Lý do: ${reason}.`,
    "journalist-calendar.opened": ({ name }: Named) =>
      `Nhà báo ${name} mở địa chỉ lịch riêng cho các giấy mời của mình.`,
    "journalist-calendar.closed": ({ name }: Named) =>
      `Nhà báo ${name} đóng địa chỉ lịch riêng của mình.`,
    "meeting.invited": ({ subject, guests }: Subject & { guests: number }) =>
      `Mời ${guests} nhà báo dự cuộc họp “${subject}”.`,
    "invitation.answered": ({
      name,
      reply,
      substitute,
    }: Named & { reply: string; substitute?: string }) =>
      `Nhà báo ${name} ${REPLIES[reply] ?? reply}${substitute ? `: ${substitute}` : ""}.`,
    ...meetingRoomActs,
    ...reminderActs,
    ...policyActs,
    ...portalActs,
    ...attendanceActs,
    ...queryActs,
    ...answerActs,
    ...questionActs,
    ...inboundActs,
    ...incidentActs,
    ...reportActs,
    ...retentionActs,
    ...pressCorrectionActs,
    ...statementActs,
    "demo.removed": () => "Xóa toàn bộ dữ liệu mẫu.",
  },
};
