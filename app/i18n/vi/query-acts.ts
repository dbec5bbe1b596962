import { shortTime } from "../dates.ts";
import { choices } from "./policies.ts";

interface Numbered {
  number: string;
}
type Version = Numbered & { version: number };

const CHANNELS: Record<string, string> = {
  portal: "phòng của nhà báo",
  area_page: "trang công khai",
  mail: "thư điện tử",
  call: "điện thoại",
  paper: "văn bản giấy",
};

/** What is done with press queries, for the log. */
export const queryActs = {
  "query.received": ({ number, channel }: Numbered & { channel: string }) =>
    `Tiếp nhận câu hỏi số ${number} qua ${CHANNELS[channel] ?? channel}.`,
  "query.taken": ({ number }: Numbered) => `Nhận xử lý câu hỏi số ${number}.`,
  "query.assigned": ({ number, unit, officer }: Numbered & { unit: string; officer: string }) =>
    `Giao câu hỏi số ${number}: ${[unit, officer].filter(Boolean).join(", ") || "chưa có người phụ trách"}.`,
  "query.promised": ({ number, dueAt }: Numbered & { dueAt: string }) =>
    `Hẹn trả lời câu hỏi số ${number} trước ${shortTime(dueAt)}.`,
  "query.held": ({ number }: Numbered) => `Trả lời bước đầu câu hỏi số ${number}.`,
  "query.drafted": ({ number, version }: Version) =>
    `Lưu bản ${version} của dự thảo trả lời câu hỏi số ${number}.`,
  "query.lock-taken-over": ({ number, from }: Numbered & { from: string }) =>
    `Tiếp quản dự thảo trả lời câu hỏi số ${number} từ ${from}.`,
  "query.signatures-asked": ({ number, version, names }: Version & { names: string[] }) =>
    `Trình duyệt bản ${version}, câu hỏi số ${number}: ${names.join(" → ")}.`,
  "query.signed": ({ number, version, name }: Version & { name: string }) =>
    `${name} duyệt bản ${version}, câu hỏi số ${number}.`,
  "query.returned": ({ number, version, name }: Version & { name: string }) =>
    `${name} trả lại bản ${version}, câu hỏi số ${number}.`,
  "query.unit-asked": ({ number, unit }: Numbered & { unit: string }) =>
    `Yêu cầu ${unit} cung cấp thông tin cho câu hỏi số ${number}.`,
  "query.unit-answered": ({ number, unit }: Numbered & { unit: string }) =>
    `${unit} đã cung cấp thông tin cho câu hỏi số ${number}.`,
  "query.unit-released": ({ number, unit }: Numbered & { unit: string }) =>
    `Rút yêu cầu đối với ${unit} ở câu hỏi số ${number}.`,
  "query.concluded": ({ number, concludedAt }: Numbered & { concludedAt: string }) =>
    `Ghi thời điểm có kết luận của vụ việc số ${number}: ${shortTime(concludedAt)}.`,
  "query.answered": ({ number, outcome }: Numbered & { outcome: "answered" | "partly" }) =>
    outcome === "partly"
      ? `Trả lời một phần câu hỏi số ${number}.`
      : `Trả lời câu hỏi số ${number}.`,
  "query.refused": ({ number, ground }: Numbered & { ground: string }) =>
    `Từ chối trả lời câu hỏi số ${number}. Căn cứ: ${choices[ground] ?? ground}.`,
  "query.withdrawn": ({ number }: Numbered) => `Người hỏi rút câu hỏi số ${number}.`,
  "query.forwarded": ({ number, to }: Numbered & { to: string }) =>
    `Chuyển câu hỏi số ${number} đến ${to}.`,
  "query.moved": ({ number, from, to }: Numbered & { from: string; to: string }) =>
    `Câu hỏi từ ${from} chuyển sang ${to}, số mới ${number}.`,
  "query.confirmed": ({ number }: Numbered) =>
    `Người hỏi xác nhận câu hỏi số ${number} đã được trả lời.`,
  "query.disputed": ({ number }: Numbered) =>
    `Người hỏi cho biết câu hỏi số ${number} chưa được trả lời; mở lại.`,
  "query.released": ({ number }: Numbered) => `Người hỏi cho công khai câu hỏi số ${number}.`,
  "query.opened": ({ number, agreed }: Numbered & { agreed: string }) =>
    `Công khai sớm câu hỏi số ${number}. Người hỏi đồng ý: ${agreed}.`,
  "query.kept-back": ({ number }: Numbered) => `Giữ câu hỏi số ${number} ngoài hồ sơ công khai.`,
  "line.written": ({ topic }: { topic: string }) => `Viết nội dung thống nhất “${topic}”.`,
  "line.changed": ({ topic }: { topic: string }) => `Sửa nội dung thống nhất “${topic}”.`,
  "line.archived": ({ topic }: { topic: string }) => `Cất nội dung thống nhất “${topic}”.`,
};
