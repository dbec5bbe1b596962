import type { Erratum } from "#app/domain/statements/errata.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Language } from "#db/tables.ts";
import { TextDifference } from "./text-difference.tsx";

/** What a correction changed, and why. */
export function ErratumText({ erratum, language }: { erratum: Erratum; language: Language }) {
  const words = useMessages().errata;
  const { title, text, reason } = erratum;
  return (
    <dl className="grid gap-3">
      <div>
        <dt className="text-soft">{words.reason}</dt>
        <dd lang={language} className="whitespace-pre-line wrap-anywhere">
          {reason}
        </dd>
      </div>
      {title && (
        <div>
          <dt className="text-soft">{words.heading}</dt>
          <dd>
            <TextDifference stretches={title} language={language} />
          </dd>
        </div>
      )}
      <div>
        <dt className="text-soft">{words.changes}</dt>
        <dd>{text ? <TextDifference stretches={text} language={language} /> : words.onlyFormat}</dd>
      </div>
    </dl>
  );
}
