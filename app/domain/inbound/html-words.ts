const UNSHOWN = new Set(["head", "script", "style", "template", "title"]);
const BREAKING =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)$/;

/**
 * The words of a mail that is written in HTML alone: no link, no picture and nothing that runs is left of it. Goes over
 * it once, whatever a stranger wrote.
 */
export function wordsOf(html: string): string {
  const [before = "", ...pieces] = html.split("<");
  const words = [before];
  let unshown: string | undefined;
  for (const piece of pieces) {
    const [, closes, found = ""] = /^(\/?)([a-z][a-z0-9]{0,20})/i.exec(piece) ?? [];
    const name = found.toLowerCase();
    const end = piece.indexOf(">");
    if (unshown) {
      if (closes && name === unshown) unshown = undefined;
      else continue;
    } else if (!closes && UNSHOWN.has(name)) {
      unshown = name;
      continue;
    }
    // A sign that opens no tag is one that somebody wrote.
    if (!name && !/^[!?/]/.test(piece)) words.push("<", piece);
    else {
      if (BREAKING.test(name)) words.push("\n");
      if (end >= 0) words.push(piece.slice(end + 1));
    }
  }
  return decoded(words.join("").replace(/[^\S\n]+/g, " "))
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const NAMED: Record<string, string> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " },
};

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (sign, dec, hex, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? sign;
      const code = dec ? Number(dec) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}
