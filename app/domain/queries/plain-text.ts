/**
 * Characters that nobody sees and that change what is read: they turn a line around, hide a word, or end the text in
 * some programs. (Joiners within emoji go too: nothing is asked in them.)
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** A text as it is read: without characters that are not seen, whatever they would do. */
export function seenText(text: string): string {
  return text
    .replace(/[\u2028\u2029\u0085]/g, "\n")
    .replace(UNSEEN, "")
    .replaceAll("\u00a0", " ");
}
