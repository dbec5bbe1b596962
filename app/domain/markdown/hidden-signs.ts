/**
 * Signs that nobody sees and that make a text read otherwise than it is stored: direction marks and overrides,
 * zero-width blanks and joiners, fillers, tags, stray surrogates, and control characters other than tab and line end.
 */
const HIDDEN =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|[\u17b4\u17b5]|[\u180b-\u180d]|\u180f|[\ufe00-\ufe0f]|[\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** A text without the signs that hide in it, and which these were, each once, in the order in which they came. */
export function withoutHidden(text: string): { text: string; removed: string[]; count: number } {
  const removed = new Set<string>();
  let count = 0;
  const clean = text.replace(HIDDEN, (sign) => {
    removed.add(`U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
    count += 1;
    return "";
  });
  return { text: clean, removed: [...removed], count };
}
