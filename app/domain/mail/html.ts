/** HTML that was written by us or escaped: a plain string never passes for it. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | Html | readonly Html[] | false | null | undefined;

/** HTML with what people typed in it: whatever is not HTML already is escaped, in text as in attributes. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(
    strings.reduce((written, string, place) => written + sourceOf(parts[place - 1]) + string),
  );
}

function sourceOf(part: Part): string {
  if (part === false || part === null || part === undefined) return "";
  if (part instanceof Html) return part.source;
  if (Array.isArray(part)) return part.map(sourceOf).join("");
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
