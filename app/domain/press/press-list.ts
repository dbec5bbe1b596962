import { z } from "zod";
import { line } from "../fields.ts";

/** The name of a list of journalists, as it is typed. */
export const ListName = line(120);

export const PressListForm = z.object({ name: ListName });

const MOST_AT_ONCE = 10_000;

/** The journalists that were ticked, each once. */
export function readChosen(form: FormData): string[] {
  const ids = form.getAll("journalist").slice(0, MOST_AT_ONCE);
  return [...new Set(ids.map(String).filter((id) => /^[\w-]{1,60}$/.test(id)))];
}
