import { useMessages } from "#app/i18n/use-messages.ts";

/**
 * Puts a text on the clipboard. Shown by the public site's script, since without it nothing would
 * happen, and not on a phone, where a number is tapped.
 */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const words = useMessages().common;
  return (
    <button
      type="button"
      hidden
      data-copy={text}
      data-copied={words.copied}
      className="print:hidden max-sm:hidden inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 text-sm text-soft underline hover:bg-wash"
    >
      <span aria-live="polite">{words.copy}</span> <span className="sr-only">{what}</span>
    </button>
  );
}
