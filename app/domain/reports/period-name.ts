import type { Messages } from "#app/i18n/messages.ts";
import type { Period } from "./period.ts";

/** Quý III/2026 · Quarter 3 of 2026 */
export function periodName(words: Messages, { code, length }: Pick<Period, "code" | "length">) {
  const [year = "", part = "1"] = code.split("-");
  return words.reports.figures.names[length](Number(part.replace(/\D/g, "")), year);
}
