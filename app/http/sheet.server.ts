import { createHash } from "node:crypto";
import { readText } from "#app/domain/spreadsheets/csv.server.ts";

/** A sheet as it was sent: a file that was chosen, else what was pasted. */
export interface SentSheet {
  bytes: Uint8Array;
  /** What to show again: the file's text, so that it can be corrected on the spot. */
  text: string;
  fromFile: boolean;
  /** Stands for exactly this content: what is entered must be what was checked. */
  mark: string;
  /** The mark of the content that was checked, when it is to be entered now. */
  checked: string;
}

/** The sheet of a form with the fields `file`, `text` and `checked`; nothing when neither was given. */
export async function sentSheet(form: FormData): Promise<SentSheet | undefined> {
  const [file, pasted, checked] = ["file", "text", "checked"].map((name) => form.get(name));
  const text = typeof pasted === "string" ? pasted : "";
  const isFile = file instanceof File && file.size > 0;
  if (!isFile && text.trim() === "") return undefined;
  const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text);
  const read = readText(bytes);
  return {
    bytes,
    text: "text" in read ? read.text : text,
    fromFile: isFile,
    mark: createHash("sha256")
      .update("text" in read ? read.text : bytes)
      .digest("hex"),
    checked: typeof checked === "string" ? checked : "",
  };
}
