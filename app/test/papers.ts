import { strToU8, zipSync } from "fflate";

/** Papers as offices send them: a scanned decision, a letter, a table, a photograph; small, but what they say they are. */
export const pdf = (text = "Quyết định") =>
  strToU8(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF`);

export const png = () =>
  new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

export const jpeg = () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);

const contents = (main: string) =>
  strToU8(
    `<Types><Override PartName="/main.xml" ContentType="application/${main}.main+xml"/></Types>`,
  );

/** A Word or Excel file by the type of its main part, with whatever other parts. */
const office = (main: string, parts: Record<string, Uint8Array> = {}) =>
  zipSync({
    "[Content_Types].xml": contents(main),
    "main.xml": strToU8("<w:document/>"),
    ...parts,
  });

const OPEN = "vnd.openxmlformats-officedocument";
export const docx = (parts?: Record<string, Uint8Array>) =>
  office(`${OPEN}.wordprocessingml.document`, parts);
export const xlsx = (parts?: Record<string, Uint8Array>) =>
  office(`${OPEN}.spreadsheetml.sheet`, parts);
export const docm = () => office("vnd.ms-word.document.macroEnabled");
export const zip = () => zipSync({ "virus.exe": strToU8("MZ") });

/** What else is handed to the press: plain text, subtitles, a little sound, the beginning of a film. */
export const txt = (text = "Kính thưa các nhà báo.") => strToU8(text);
export const vtt = (cues = "00:01.000 --> 00:04.000\n<v Bà Lan>Xin chào các nhà báo.") =>
  strToU8(`WEBVTT\n\n${cues}\n`);
export const mp4 = (brand = "isom") => strToU8(`\0\0\0\x18ftyp${brand}\0\0\x02\0isommp42`, true);
export const mp3 = () => {
  // Two frames of MPEG-1 layer III at 128 kbit/s and 44.1 kHz: 417 octets each.
  const sound = new Uint8Array(2 * 417);
  for (const at of [0, 417]) sound.set([0xff, 0xfb, 0x90, 0x00], at);
  return sound;
};
