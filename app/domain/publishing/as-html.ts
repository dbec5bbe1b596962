/** The texts of feeds are HTML: what was typed is text in it, and ends no section. */
export function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
