import type { SentFile } from "#app/domain/documents/document.ts";

/** The file that came with a form; nothing when none was chosen. */
export async function sentDocument(
  value: FormDataEntryValue | null | undefined,
): Promise<SentFile | undefined> {
  if (!(value instanceof File) || (value.size === 0 && value.name === "")) return undefined;
  return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
}
