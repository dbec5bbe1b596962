import { useMessages } from "#app/i18n/use-messages.ts";
import { Facts } from "./card.tsx";

interface Props {
  from: string;
  to: string;
  subject: string;
  text: string;
  /** Where its HTML is served, shut off from everything else. */
  src: string | null;
}

/** A letter as its reader gets it: HTML in a frame that can do nothing, and the same as plain text. */
export function LetterFrame({ from, to, subject, text, src }: Props) {
  const words = useMessages().mail.letter;
  return (
    <article aria-label={words.label}>
      <Facts
        facts={[
          [words.from, from],
          [words.to, to],
          [words.subject, <strong key="subject">{subject}</strong>],
        ]}
      />
      {src && (
        <iframe
          key={src}
          title={words.html}
          src={src}
          sandbox=""
          className="mt-4 h-[34rem] w-full rounded-md border border-edge bg-sheet"
        />
      )}
      <details className="mt-4" open={!src}>
        <summary className="w-fit">{words.text}</summary>
        <pre className="mt-2 max-h-[34rem] overflow-auto whitespace-pre-wrap rounded-md border border-line bg-wash p-4 font-sans">
          {text}
        </pre>
      </details>
    </article>
  );
}
