import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Found as Node finds it, from the sources as from the built server. */
const ours = createRequire(import.meta.url);

interface Fontkit {
  create: (bytes: Buffer) => Font;
}

type Font = PDFKit.Mixins.PDFFontSource & {
  characterSet: number[];
  glyphForCodePoint: (code: number) => unknown;
};

const CUTS = {
  regular: "400Regular/Tinos_400Regular.ttf",
  italic: "400Regular_Italic/Tinos_400Regular_Italic.ttf",
  bold: "700Bold/Tinos_700Bold.ttf",
  boldItalic: "700Bold_Italic/Tinos_700Bold_Italic.ttf",
};
export type Cut = keyof typeof CUTS;

const read = new Map<Cut, Font>();

/** A face of the measures of Times New Roman that may be given away (OFL) and has every Vietnamese letter. */
export function tinos(cut: Cut): PDFKit.Mixins.PDFFontSource {
  const font = read.get(cut) ?? readFont(cut);
  read.set(cut, font);
  return font;
}

/**
 * A shape remembers which letter it was first asked for as. It is asked for as a part of others too, as E is of Ê,
 * and would then stand for nothing in every later document: so every letter is asked for first, Vietnam's before all.
 */
function readFont(cut: Cut): Font {
  // The reader of fonts that pdfkit itself brings along: what it has read once serves every later document.
  const fontkit: Fontkit = createRequire(ours.resolve("pdfkit"))("fontkit");
  const font = fontkit.create(readFileSync(ours.resolve(`@expo-google-fonts/tinos/${CUTS[cut]}`)));
  for (const code of ["Đ", "đ"]) font.glyphForCodePoint(code.codePointAt(0) ?? 0);
  for (const code of font.characterSet.toSorted((a, b) => a - b)) font.glyphForCodePoint(code);
  return font;
}
