import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** Every unit of the country, today's and former ones, as people ask for it: each question another one. */
export function placesAsked(): string[] {
  const provinces = new Map(rowsOf("provinces").map(({ code, name = "" }) => [code, name]));
  const today = rowsOf("communes").map(
    ({ type, name, province_code }) => `${type} ${name}, ${provinces.get(province_code)}`,
  );
  const former = rowsOf("former_communes").map(
    ({ old_name, old_district_name, old_province_name }) =>
      `${old_name}, ${old_district_name}, ${old_province_name}`,
  );
  return shuffled([...today, ...former]);
}

/** Each once, in an order that has nothing to do with their kind and is the same in every run. */
export function shuffled(questions: string[]): string[] {
  const once = [...new Set(questions)].toSorted();
  let seed = 20261128;
  for (let last = once.length - 1; last > 0; last--) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = Math.floor((seed / 2_147_483_648) * (last + 1));
    [once[last], once[other]] = [once[other] ?? "", once[last] ?? ""];
  }
  return once;
}

function rowsOf(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../db/data/${file}.csv`, import.meta.url), "utf8");
  return parse(text, { columns: true, skip_empty_lines: true });
}
