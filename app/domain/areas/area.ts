import type { Day, Row } from "#db/tables.ts";

export type Area = Row<"area">;
export type AreaAlias = Row<"areaAlias">;
export type Era = Area["era"];

/** The first day of today's units (two tiers of local government), and the last of the former ones. */
export const CURRENT_SINCE: Day = "2025-07-01";
export const FORMER_UNTIL: Day = "2025-06-30";

/** The kinds of unit, today's and former ones, in the words of the law and in English. */
const TYPES_IN_ENGLISH: Record<string, string> = {
  phường: "Ward",
  xã: "Commune",
  "đặc khu": "Special Zone",
  "thị trấn": "Township",
  huyện: "District",
  quận: "Urban District",
  "thị xã": "Town",
  tỉnh: "Province",
  "thành phố": "City",
};

type Named = Pick<Area, "type" | "name">;

/** Phường Long Xuyên, Phường 1, Phường Phường Đúc. */
export function fullName({ type, name }: Named): string {
  return `${type.charAt(0).toLocaleUpperCase("vi")}${type.slice(1)} ${name}`;
}

/** Long Xuyen Ward, Ward 1, Ward 2 Bao Loc, District 1, An Giang Province, Hanoi City. */
export function fullNameInEnglish({ type, nameEn }: Pick<Area, "type" | "nameEn">): string {
  const kind = TYPES_IN_ENGLISH[type] ?? "";
  if (!/^\d/.test(nameEn)) return `${nameEn} ${kind}`.trim();
  return `${type === "quận" ? "District" : kind} ${nameEn}`.trim();
}

/** The name without marks, its case kept: what English text writes. */
export function unmarked(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D");
}

/** What an area was called on a day: some were of another type or name until a day, and kept their code. */
export function nameOn(
  area: Named,
  aliases: Pick<AreaAlias, "type" | "name" | "untilDay">[],
  day: Day,
): Named {
  const earlier = aliases
    .filter(({ untilDay }) => untilDay !== null && untilDay >= day)
    .sort((a, b) => ((a.untilDay ?? "") < (b.untilDay ?? "") ? -1 : 1));
  return earlier[0] ?? area;
}

/** Whether a unit existed on a day. */
export function existedOn(
  { fromDay, untilDay }: Pick<Area, "fromDay" | "untilDay">,
  day: Day,
): boolean {
  return (!fromDay || fromDay <= day) && (!untilDay || untilDay >= day);
}
