import { strFromU8, type UnzipFileInfo, unzipSync } from "fflate";
import { DOCX } from "../documents/administrative-form.server.ts";
import { typeOfDocument } from "../documents/document-type.server.ts";
import { FIELDS, type FormRefusal, LARGEST_FORM, LIST, LIST_FIELDS } from "./form-fields.ts";
import { type FormParts, openForm } from "./form-filling.server.ts";

export type Checked =
  | { ok: true; parts: FormParts; fields: string[] }
  | { ok: false; reason: FormRefusal; detail?: string };

/**
 * Looks a form over before it is taken: a Word file that unpacks to a bearable size, runs nothing, fetches nothing,
 * brings nothing else along, and asks for fields that there are. Refused with the reason and what in it is meant.
 */
export async function checkForm(bytes: Uint8Array): Promise<Checked> {
  if (bytes.length > LARGEST_FORM) return refused("form-too-large");
  const parts = unpack(bytes);
  if (parts === "too-large") return refused("form-unpacks-too-large");
  const type = parts && typeOfDocument(bytes);
  if (type === "macro") return refused("form-macro");
  if (!parts || type !== DOCX) return refused("form-not-docx");
  return danger(parts) ?? checkTags(parts);
}

const refused = (reason: FormRefusal, detail?: string) => ({ ok: false, reason, detail }) as const;

const MOST_PARTS = 300;
const LARGEST_PART = 8 * 1024 * 1024;
const LARGEST_WHOLE = 24 * 1024 * 1024;

/**
 * What lies in a zip file, by what it says of itself first: no more than that is ever unpacked. Undefined for
 * what is no zip file, or says one thing and holds another.
 */
function unpack(bytes: Uint8Array): FormParts | "too-large" | undefined {
  let [count, whole, largest] = [0, 0, 0];
  const listing = ({ originalSize }: UnzipFileInfo) => {
    count += 1;
    whole += originalSize;
    largest = Math.max(largest, originalSize);
    return false;
  };
  try {
    unzipSync(bytes, { filter: listing });
    if (count > MOST_PARTS || whole > LARGEST_WHOLE || largest > LARGEST_PART) return "too-large";
    return unzipSync(bytes, { filter: ({ name }) => !name.endsWith("/") });
  } catch {
    return undefined;
  }
}

const EMBEDDED = /(^|\/)(embeddings|activeX|customUI|ctrlProps)\/|\.(bin|exe|html?|mht|rtf)$/i;
const FIELD_CODES = /\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD)\b/;

/** What would reach out of the file, or bring in what nobody sees. */
function danger(parts: FormParts): Checked | undefined {
  for (const [name, part] of Object.entries(parts)) {
    if (EMBEDDED.test(name)) return refused("form-embedded", name);
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const text = strFromU8(part);
    // Parts that declare entities grow when they are read; Word writes none.
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) return refused("form-not-docx", name);
    const outside = name.endsWith(".rels") && outsideOf(text);
    if (outside) return refused("form-external", outside);
    if (/aFChunk"/.test(text)) return refused("form-embedded", name);
    const code = FIELD_CODES.exec(codesOf(text))?.[1];
    if (code) return refused("form-field-code", code);
  }
  return undefined;
}

/** An address that would be fetched when the file is opened. A link that somebody would have to press is none. */
function outsideOf(relations: string): string | undefined {
  for (const [relation] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    if (!/TargetMode\s*=\s*["']External/i.test(relation)) continue;
    const target = /\bTarget\s*=\s*["']([^"']*)/.exec(relation)?.[1] ?? "";
    const isLink = /\/hyperlink["']/.test(relation) && /^(https?:|mailto:)/i.test(target);
    if (!isLink) return target.slice(0, 100) || "?";
  }
  return undefined;
}

/** The codes of Word's own fields, which may lie in pieces. */
function codesOf(text: string): string {
  const pieces = text.matchAll(/<w:instrText\b[^>]*>([^<]*)<|w:instr="([^"]*)"|<w:fldChar\b/g);
  return [...pieces].map(([, piece, simple]) => piece ?? ` ${simple ?? ""} `).join("");
}

interface Tag {
  type: string;
  value: string;
  module?: string;
  inverted?: boolean;
  subparsed?: Tag[];
}

interface TagTrouble {
  properties?: { errors?: TagTrouble[]; xtag?: string; context?: string; id?: string };
  message?: string;
}

async function checkTags(parts: FormParts): Promise<Checked> {
  const { default: InspectModule } = await import("docxtemplater/js/inspect-module.js");
  const inspect = new InspectModule();
  try {
    await openForm(parts, inspect);
  } catch (error) {
    const { properties = {} } = error as TagTrouble;
    if (!properties.id) return refused("form-not-docx");
    const [first] = properties.errors ?? [];
    const told = first?.properties ?? properties;
    return refused("form-broken-tag", (told.xtag ?? told.context ?? "").slice(0, 100));
  }
  const files = inspect.getTemplatedFiles();
  const tags = files.flatMap((file) => inspect.getStructuredTags(file) as unknown as Tag[]);
  const unknown = tags.find((tag) => !isKnown(tag));
  if (unknown) return refused("form-unknown-field", nameOf(unknown));
  if (tags.length === 0) return refused("form-no-field");
  return { ok: true, parts, fields: [...new Set(tags.map(({ value }) => value.toLowerCase()))] };
}

function isKnown({ value, module, inverted, subparsed = [] }: Tag): boolean {
  const name = value.toLowerCase();
  const isWritten = value === name || value === value.toUpperCase();
  if (!isWritten) return false;
  if (module === "loop")
    return !inverted && value === LIST && subparsed.filter(isTag).every(isOfList);
  return module === undefined && (FIELDS as readonly string[]).includes(name);
}

const isTag = ({ type }: Tag) => type === "placeholder";

function isOfList({ value, module }: Tag): boolean {
  const names: readonly string[] = [...LIST_FIELDS, ...FIELDS];
  return module === undefined && names.includes(value.toLowerCase());
}

/** The name that is not known: of a list, the first in it that is not. */
function nameOf({ value, module, inverted, subparsed = [] }: Tag): string {
  const inner =
    value === LIST && !inverted && subparsed.filter(isTag).find((tag) => !isOfList(tag));
  const sign = module === "loop" ? (inverted ? "^" : "#") : module ? "@" : "";
  return (inner ? inner.value : `${sign}${value}`).slice(0, 60);
}
