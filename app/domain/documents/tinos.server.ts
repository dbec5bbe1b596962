import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Found as Node finds it, from the sources as from the built server. */
const ours = createRequire(import.meta.url);

/** The reader of fonts that pdfkit itself brings along: what it has read once serves every later document. */
const fontkit = createRequire(ours.resolve("pdfkit"))("fontkit") as {
  create: (bytes: Buffer) => PDFKit.Mixins.PDFFontSource;
};

const CUTS = {
  regular: "400Regular/Tinos_400Regular.ttf",
  italic: "400Regular_Italic/Tinos_400Regular_Italic.ttf",
  bold: "700Bold/Tinos_700Bold.ttf",
  boldItalic: "700Bold_Italic/Tinos_700Bold_Italic.ttf",
};
export type Cut = keyof typeof CUTS;

const read = new Map<Cut, PDFKit.Mixins.PDFFontSource>();

/** A face of the measures of Times New Roman that may be given away (OFL) and has every Vietnamese letter. */
export function tinos(cut: Cut): PDFKit.Mixins.PDFFontSource {
  const font =
    read.get(cut) ??
    fontkit.create(readFileSync(ours.resolve(`@expo-google-fonts/tinos/${CUTS[cut]}`)));
  read.set(cut, font);
  return font;
}
