/** Characters that nobody sees and that change what is read: they turn a line around, hide a word, or end the text in some programs. */
const UNSEEN = /(?![\n\t])\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;

/** A text as it is read: without characters that are not seen, whatever they would do. */
export function seenText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(UNSEEN, "")
    .replaceAll("\u00a0", " ");
}
