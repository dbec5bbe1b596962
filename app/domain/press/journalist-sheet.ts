import { z } from "zod";
import type { Day } from "#db/tables.ts";
import { day, email, line, optional, phone } from "../fields.ts";
import { type Columns, plainly, type SheetProblem, type SheetRow } from "../spreadsheets/sheet.ts";
import { readBeat } from "./beat.ts";

/** The columns of a sheet of journalists, with what else people call them. */
export const JOURNALIST_COLUMNS = {
  name: { required: true, synonyms: ["họ tên", "họ và tên", "nhà báo", "phóng viên", "full name"] },
  email: { required: true, synonyms: ["thư điện tử", "e-mail", "mail", "địa chỉ thư điện tử"] },
  outlet: { synonyms: ["cơ quan báo chí", "tòa soạn", "báo", "đơn vị", "press agency"] },
  language: { synonyms: ["ngôn ngữ", "tiếng"] },
  press_card_no: { synonyms: ["số thẻ nhà báo", "thẻ nhà báo", "số thẻ", "press card"] },
  press_card_until: { synonyms: ["thẻ nhà báo có giá trị đến", "hạn thẻ nhà báo", "hạn thẻ"] },
  intro_letter_no: { synonyms: ["số giấy giới thiệu", "giấy giới thiệu"] },
  intro_letter_until: { synonyms: ["giấy giới thiệu có giá trị đến", "hạn giấy giới thiệu"] },
  phone: { synonyms: ["điện thoại", "số điện thoại", "sđt", "telephone"] },
  beats: { synonyms: ["lĩnh vực", "mảng", "lĩnh vực theo dõi", "beat"] },
  consent_date: { synonyms: ["ngày đồng ý"] },
  consent_basis: { synonyms: ["hình thức đồng ý", "căn cứ đồng ý"] },
  consent_source: { synonyms: ["nơi lưu bằng chứng", "nguồn đồng ý", "bằng chứng đồng ý"] },
} satisfies Columns<string>;

export type JournalistColumn = keyof typeof JOURNALIST_COLUMNS;

const language = z.string().transform((text, context) => {
  const read = readLanguage(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: "not-a-language" });
  return z.NEVER;
});

const beats = z
  .string()
  .max(400, "too-long:400")
  .transform((text, context) => {
    const named = text.split(/[;,|]/).filter((part) => part.trim() !== "");
    const read = named.flatMap((part) => readBeat(part) ?? []);
    if (read.length === named.length) return [...new Set(read)];
    context.addIssue({ code: "custom", message: "not-a-beat" });
    return z.NEVER;
  });

const Row = z.object({
  name: line(120),
  email,
  outlet: optional(line(200)),
  language: optional(language),
  press_card_no: optional(line(60)),
  press_card_until: optional(day),
  intro_letter_no: optional(line(60)),
  intro_letter_until: optional(day),
  phone: optional(phone),
  beats: optional(beats),
  consent_date: optional(day),
  consent_basis: optional(line(200)),
  consent_source: optional(line(200)),
} satisfies Record<JournalistColumn, z.ZodType>);

/** A row that can be taken in; what is undefined was left blank. */
export type JournalistRow = z.output<typeof Row>;

/** Reads the rows of a sheet, or names everything that is wrong with them by line and column. */
export function readJournalistRows(
  rows: SheetRow<JournalistColumn>[],
  today: Day,
): { problems: SheetProblem[]; journalists: JournalistRow[] } {
  const lineOf = new Map<string, number>();
  const problems: SheetProblem[] = [];
  const journalists: JournalistRow[] = [];
  for (const { line, cells } of rows) {
    const read = Row.safeParse(cells);
    const found = read.success
      ? problemsTogether(read.data, today)
      : read.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
    problems.push(...found.map(([column, problem]) => ({ line, column, problem })));
    if (read.success) journalists.push(read.data);

    const address = cells.email.trim().toLowerCase();
    const before = address && lineOf.get(address);
    if (before) problems.push({ line, column: "email", problem: `email-twice:${before}` });
    else lineOf.set(address, line);
  }
  return { problems, journalists };
}

function problemsTogether(row: JournalistRow, today: Day) {
  const found: [JournalistColumn, string][] = [];
  if (row.press_card_until && !row.press_card_no)
    found.push(["press_card_no", "until-without-number"]);
  if (row.intro_letter_until && !row.intro_letter_no)
    found.push(["intro_letter_no", "until-without-number"]);
  if (row.consent_date && row.consent_date > today) found.push(["consent_date", "consent-to-come"]);
  return found;
}

const LANGUAGES = {
  vi: ["vi", "vn", "việt", "tiếng việt", "vietnamese"],
  en: ["en", "anh", "tiếng anh", "english"],
};

function readLanguage(text: string): "vi" | "en" | undefined {
  const wanted = plainly(text);
  return (["vi", "en"] as const).find((one) =>
    LANGUAGES[one].some((name) => plainly(name) === wanted),
  );
}
