import { CopyButton } from "./copy-button.tsx";

/** Something to be typed elsewhere: wrapped, so that a phone shows all of it, and with a button that copies it. */
export function CodeBlock({ code, what }: { code: string; what: string }) {
  return (
    <div className="mb-4">
      <pre className="rounded-sm bg-wash px-3 py-2 text-sm whitespace-pre-wrap wrap-anywhere">
        <code>{code}</code>
      </pre>
      <CopyButton text={code} what={what} />
    </div>
  );
}
