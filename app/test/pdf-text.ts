import { spawnSync } from "node:child_process";
import { inflateSync } from "node:zlib";

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

/** Every stream of a PDF, unpacked, by the number of its object. */
function streamsOf(bytes: Uint8Array): Map<string, string> {
  const text = latin(bytes);
  const streams = new Map<string, string>();
  for (const { index, 0: head, 1: id = "", 2: dictionary = "" } of text.matchAll(
    /(\d+) 0 obj\s*(<<(?:(?!endobj)[\s\S])*?>>)\s*stream\r?\n/g,
  )) {
    const from = index + head.length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const stream = bytes.subarray(from, from + length);
    streams.set(id, latin(/FlateDecode/.test(dictionary) ? inflateSync(stream) : stream));
  }
  return streams;
}

/** The dictionary of an object, by its number. */
function dictionaryOf(text: string, id: string): string {
  return new RegExp(`(?:^|\\n)${id} 0 obj\\s*([\\s\\S]*?)endobj`).exec(text)?.[1] ?? "";
}

/** What the codes of a font stand for, by its own table (ToUnicode). */
function tableOf(map: string): Map<string, string> {
  const table = new Map<string, string>();
  const textOf = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  for (const [, from = "", to = "", list = ""] of map.matchAll(
    /<(\w{4})>\s*<(\w{4})>\s*\[([^\]]*)\]/g,
  )) {
    const all = [...list.matchAll(/<([\w\s]*)>/g)].map(([, hex = ""]) => hex.replace(/\s/g, ""));
    for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code += 1)
      table.set(
        code.toString(16).padStart(4, "0"),
        textOf(all[code - Number.parseInt(from, 16)] ?? ""),
      );
  }
  return table;
}

/**
 * The words of a PDF as its fonts' own tables give them, on one line: what somebody would select and copy. It asks
 * nothing of what made the file.
 */
export function pdfText(bytes: Uint8Array): string {
  const text = latin(bytes);
  const streams = streamsOf(bytes);
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = "", id = ""] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(dictionaryOf(text, id))?.[1] ?? "";
    fonts.set(name, tableOf(streams.get(map) ?? ""));
  }
  const pages = [...streams.values()].filter((stream) => /\bBT\b/.test(stream));
  const words = pages.flatMap((page) => {
    let table: Map<string, string> | undefined;
    const shown: string[] = [];
    for (const [, font, run] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font) table = fonts.get(font);
      else
        shown.push(
          [...(run ?? "").matchAll(/<(\w+)>/g)]
            .flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? [])
            .map((code) => table?.get(code.toLowerCase()) ?? "\ufffd")
            .join(""),
        );
    }
    return shown;
  });
  return oneSpaced(words.join(" "));
}

/** The same by Poppler's own reader; undefined where it is not installed. */
export function popplerText(bytes: Uint8Array): string | undefined {
  const { status, stdout } = spawnSync("pdftotext", ["-raw", "-", "-"], { input: bytes });
  return status === 0 ? oneSpaced(stdout.toString("utf8")) : undefined;
}

export function oneSpaced(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
