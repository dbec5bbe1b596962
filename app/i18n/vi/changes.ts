import { corrections, type Difference } from "./corrections.ts";

export interface ChangeFacts {
  person: string;
  capacity: string;
  matter: string;
  number: string;
  date: string | null;
  from: string | null;
  until: string | null;
  other: { name: string; nameEn: string } | null;
}

const term = ({ from, until }: ChangeFacts) =>
  [from && `từ ${from}`, until && `đến ${until}`].filter(Boolean).join(" ");

const decision = ({ number, date }: ChangeFacts) =>
  `Quyết định số ${number}${date ? ` ngày ${date}` : ""}`;

const document = ({ number, date }: ChangeFacts) =>
  `văn bản số ${number}${date ? ` ngày ${date}` : ""}`;

const about = ({ matter, capacity }: ChangeFacts) => (matter ? `về việc “${matter}”` : capacity);

const lastDay = ({ until }: ChangeFacts) => (until ? `, đến hết ${until}` : "");

export const changes = {
  title: "Lịch sử thay đổi của trang này",
  lead: "Mỗi thay đổi trên danh sách công khai, mới nhất ở trên.",
  none: "Chưa có thay đổi nào được ghi.",
  older: "Những thay đổi cũ hơn",
  changed: (differences: Difference[]) => `Đã đổi ${corrections.changed(differences)}.`,
  sentences: {
    published: (facts: ChangeFacts) =>
      `Công bố ${facts.person}, ${facts.capacity}, ${term(facts)}, theo ${decision(facts)}.`,
    ended: (facts: ChangeFacts) => `${facts.person} thôi là ${facts.capacity}${lastDay(facts)}.`,
    revoked: (facts: ChangeFacts) =>
      facts.matter
        ? `Thu hồi ủy quyền của ${facts.person} ${about(facts)}, từ ${facts.until}.`
        : `Thu hồi nhiệm vụ của ${facts.person}, ${facts.capacity}${lastDay(facts)}.`,
    superseded: (facts: ChangeFacts) =>
      `${facts.person} được người khác thay, thôi là ${facts.capacity}${lastDay(facts)}.`,
    annulled: (facts: ChangeFacts) =>
      `Gỡ mục ghi nhầm: ${facts.person}, ${about(facts)}, ${term(facts)}.`,
    corrected: (facts: ChangeFacts) =>
      `Đính chính mục của ${facts.person}, ${about(facts)}, ${term(facts)}, theo ${facts.matter ? document(facts) : decision(facts)}.`,
    delegated: (facts: ChangeFacts) =>
      `Công bố ủy quyền cho ${facts.person} ${about(facts)}, ${term(facts)}, theo ${document(facts)}.`,
    "delegation-ended": (facts: ChangeFacts) =>
      `Hết hạn ủy quyền của ${facts.person} ${about(facts)}, lúc ${facts.until}.`,
    renamed: (facts: ChangeFacts) =>
      `Cơ quan đổi tên; đến hết ${facts.until} gọi là ${facts.other?.name}. Căn cứ: ${facts.number}.`,
    closed: (facts: ChangeFacts) =>
      [
        `Cơ quan kết thúc hoạt động${facts.until ? `, ngày cuối ${facts.until}` : ""}`,
        facts.other && `, ${facts.other.name} tiếp nhận công việc`,
        facts.number && ` (${facts.number})`,
      ]
        .filter(Boolean)
        .join("")
        .concat("."),
  },
};
