/** What somebody typed, with their line breaks; no long word breaks the page. */
export function Written({ text }: { text: string }) {
  return <span className="whitespace-pre-line wrap-anywhere">{text}</span>;
}
