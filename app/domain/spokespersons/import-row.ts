import { z } from "zod";
import { endOf, readDay, readLocalTime, startOf } from "#app/clock.ts";
import type { Moment } from "#db/tables.ts";
import { day, line, optional } from "../fields.ts";
import { type Columns, plainly, type SheetProblem, type SheetRow } from "../spreadsheets/sheet.ts";
import type { AssignmentDetails } from "./assignment.ts";
import { speakerFields } from "./assignment-form.ts";
import type { DelegationDetails } from "./delegation.ts";
import type { Capacity } from "./speaker.ts";

export type SpokespersonColumn =
  | "agency_name"
  | "agency_code"
  | "area_code"
  | "era"
  | "name"
  | "position"
  | "phone"
  | "email"
  | "capacity"
  | "decision_no"
  | "decision_date"
  | "from"
  | "until"
  | "matter";

/** The columns of a list of spokespersons, and what offices call them. */
export const SPOKESPERSON_COLUMNS: Columns<SpokespersonColumn> = {
  agency_name: {
    names: true,
    synonyms: [
      ...["đơn vị", "tên đơn vị", "cơ quan", "tên cơ quan", "cơ quan, đơn vị", "đơn vị công tác"],
      ...["tên cơ quan, đơn vị", "cơ quan công tác", "sở, ban, ngành", "đơn vị hành chính"],
      ...["xã, phường", "phường, xã", "xã, phường, đặc khu", "phường, xã, đặc khu", "tên xã"],
      ...[
        "UBND xã, phường",
        "UBND cấp xã",
        "địa phương",
        "địa bàn",
        "agency",
        "unit",
        "organisation",
      ],
    ],
  },
  agency_code: { names: true, synonyms: ["mã cơ quan", "ký hiệu cơ quan", "ký hiệu", "agency id"] },
  area_code: {
    names: true,
    synonyms: [
      ...[
        "mã đơn vị hành chính",
        "mã ĐVHC",
        "mã đơn vị",
        "mã địa bàn",
        "mã xã",
        "mã phường",
        "code of the unit",
      ],
      ...["mã xã, phường", "mã số"],
    ],
  },
  era: {
    synonyms: [
      ...["danh mục", "cũ hay mới", "danh mục đơn vị", "thời kỳ", "danh mục đơn vị hành chính"],
      ...["list", "list of units"],
    ],
  },
  name: {
    required: true,
    synonyms: [
      ...["họ tên", "họ và tên", "tên", "người phát ngôn", "họ tên người phát ngôn", "full name"],
      ...["họ và tên người phát ngôn", "tên người phát ngôn", "họ, tên", "cán bộ"],
    ],
  },
  position: {
    required: true,
    synonyms: ["chức vụ", "chức danh", "chức vụ, đơn vị", "chức vụ công tác", "title"],
  },
  phone: {
    required: true,
    synonyms: [
      ...["điện thoại", "số điện thoại", "số ĐT", "SĐT", "ĐT", "telephone", "mobile", "di động"],
      ...["điện thoại di động", "số điện thoại di động", "điện thoại liên hệ", "ĐTDĐ", "số máy"],
      ...["số điện thoại liên hệ", "điện thoại cơ quan", "SĐT di động", "số di động"],
    ],
  },
  email: {
    required: true,
    synonyms: [
      ...["thư điện tử", "thư điện tử công vụ", "địa chỉ thư điện tử", "hộp thư", "e-mail", "mail"],
      ...[
        "email công vụ",
        "hộp thư điện tử",
        "hộp thư công vụ",
        "địa chỉ email",
        "thư công vụ",
        "official e-mail",
      ],
    ],
  },
  capacity: {
    required: true,
    synonyms: ["tư cách", "tư cách phát ngôn", "vai trò", "loại", "hình thức phát ngôn"],
  },
  decision_no: {
    required: true,
    synonyms: [
      ...["số quyết định", "số QĐ", "quyết định số", "số văn bản", "quyết định", "số hiệu"],
      ...[
        "văn bản giao nhiệm vụ",
        "số hiệu văn bản",
        "decision",
        "decision number",
        "document number",
      ],
    ],
  },
  decision_date: {
    required: true,
    synonyms: [
      ...["ngày quyết định", "ngày QĐ", "ngày ký", "ngày văn bản", "ngày ban hành"],
      ...["ngày, tháng, năm quyết định", "decision day", "document date"],
    ],
  },
  from: {
    required: true,
    synonyms: [
      ...["từ ngày", "từ", "ngày bắt đầu", "bắt đầu", "hiệu lực từ", "ngày hiệu lực"],
      ...["có hiệu lực từ", "thời gian bắt đầu"],
    ],
  },
  until: {
    synonyms: [
      ...["đến ngày", "đến", "ngày kết thúc", "kết thúc", "hết hiệu lực", "thời hạn đến"],
      ...["đến hết ngày", "to"],
    ],
  },
  matter: {
    synonyms: [
      "vụ việc",
      "nội dung ủy quyền",
      "việc được ủy quyền",
      "việc",
      ...["vụ việc được ủy quyền", "matter delegated"],
    ],
  },
};

const CAPACITIES: Record<string, Capacity> = {
  head: "head",
  "head of agency": "head",
  "dung dau": "head",
  "nguoi dung dau": "head",
  "nguoi dung dau co quan": "head",
  "thu truong": "head",
  regular: "regular",
  "regular spokesperson": "regular",
  "thuong xuyen": "regular",
  "nguoi phat ngon": "regular",
  "duoc giao": "regular",
  "giao nhiem vu": "regular",
  "nguoi phat ngon thuong xuyen": "regular",
  authorised: "authorised",
  "authorised spokesperson": "authorised",
  "authorised for one matter": "authorised",
  authorized: "authorised",
  "uy quyen": "authorised",
  "duoc uy quyen": "authorised",
  "nguoi duoc uy quyen": "authorised",
  "nguoi duoc uy quyen phat ngon": "authorised",
};

/** A day or a time of a day; a day alone begins with its first moment… */
const beginning = moment(startOf);
/** …and, as an end, lasts to its last. */
const ending = moment(endOf);

function moment(whole: (day: string) => Moment) {
  return z.string().transform((text, context) => {
    const written = text.trim();
    const inOrder = written.replace(/^(\d{1,2}:\d{2})\s+(\S+)$/, "$2 $1");
    const day = readDay(inOrder);
    const read = day ? whole(day) : readLocalTime(inOrder);
    if (read) return read;
    context.addIssue({ code: "custom", message: written ? "not-a-time" : "required" });
    return z.NEVER;
  });
}

const AssignedRow = z.object({
  ...speakerFields,
  decision_no: line(100),
  decision_date: day,
  from: day,
  until: optional(day),
});

const DelegatedRow = z.object({
  ...speakerFields,
  decision_no: line(100),
  decision_date: day,
  matter: line(500),
  from: beginning,
  until: ending,
});

/** A row whose cells are all in order by themselves; the books have still to be asked. */
export type Draft =
  | { kind: "assignment"; details: AssignmentDetails }
  | { kind: "delegation"; details: DelegationDetails };

/** How a cell was understood that a spreadsheet had made something else of. */
export interface Remark {
  column: SpokespersonColumn;
  remark: "zero-restored" | "day-from-number" | "former-unit" | "until-unit";
  value: string;
}

/** Reads one row, or says which of its cells cannot be right. */
export function draftOf({
  line: place,
  cells: written,
}: SheetRow<SpokespersonColumn>):
  | { draft: Draft; remarks: Remark[] }
  | { problems: SheetProblem[] } {
  const remarks = remarksOn(written);
  const meant = Object.fromEntries(remarks.map(({ column, value }) => [column, value]));
  const cells = { ...written, ...onOneLine(written), ...meant };
  const capacity = CAPACITIES[plainly(cells.capacity)];
  const read = (capacity === "authorised" ? DelegatedRow : AssignedRow).safeParse(cells);
  const problems = (read.error?.issues ?? []).map(({ path, message }) => ({
    line: place,
    column: String(path[0]),
    problem: message,
  }));
  if (!capacity)
    problems.push({
      line: place,
      column: "capacity",
      problem: cells.capacity ? "not-a-capacity" : "required",
    });
  if (!capacity || problems.length || !read.data) return { problems };
  return { draft: draft(capacity, read.data), remarks };
}

/** A narrow column breaks a long name or title over lines, which is no part of it. In a contact it is a second one. */
function onOneLine({ name, position, decision_no, matter }: SheetRow<SpokespersonColumn>["cells"]) {
  const texts = { name, position, decision_no, matter };
  return Object.fromEntries(
    Object.entries(texts).map(([column, text]) => [column, text.replace(/\s*\n\s*/g, " ")]),
  );
}

const DAYS = ["decision_date", "from", "until"] as const;

/** A number's first 0 that a spreadsheet dropped, and days that it counts from the end of 1899. */
function remarksOn(cells: SheetRow<SpokespersonColumn>["cells"]): Remark[] {
  const phone = cells.phone.replace(/[\s.()-]/g, "");
  const lostZero = /^(?:[35789]\d{8}|2\d{9})$/.test(phone);
  const serial = DAYS.filter((column) => /^[345]\d{4}$/.test(cells[column]));
  return [
    ...(lostZero
      ? [{ column: "phone", remark: "zero-restored", value: `0${cells.phone}` } as const]
      : []),
    ...serial.map(
      (column) =>
        ({ column, remark: "day-from-number", value: dayOfSerial(cells[column]) }) as const,
    ),
  ];
}

function dayOfSerial(serial: string): string {
  const moment = new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000);
  return moment.toISOString().slice(0, 10);
}

function draft(
  capacity: Capacity,
  row: z.output<typeof AssignedRow> | z.output<typeof DelegatedRow>,
): Draft {
  const { name, position, phone, email } = row;
  const who = { name, position, phone, email };
  if ("matter" in row) {
    const { matter, decision_no: documentNo, decision_date: documentDay, from, until } = row;
    const written = { matter, documentNo, documentDay, fromAt: from, untilAt: until };
    return { kind: "delegation", details: { ...who, ...written } };
  }
  const { decision_no: decisionNo, decision_date: decisionDay, from: fromDay, until } = row;
  const decided = { decisionNo, decisionDay, fromDay, untilDay: until ?? null };
  return {
    kind: "assignment",
    details: { ...who, capacity: capacity === "head" ? "head" : "regular", ...decided },
  };
}

/** A code as the national list writes it, where a spreadsheet took it for a number and dropped its zeros. */
export function wholeCodes(code: string): string[] {
  if (!/^\d{1,5}$/.test(code)) return [];
  // Two digits are a province; one may be a province (4 for 04) or, just as well, a commune (4 for 00004).
  return code.length <= 2
    ? [code.padStart(2, "0"), code.padStart(5, "0")]
    : [code.padStart(5, "0")];
}
