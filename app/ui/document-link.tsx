import { FileText } from "lucide-react";
import {
  DOCUMENT_TYPES,
  type Document,
  type DocumentType,
} from "#app/domain/documents/document.ts";
import { fileSize } from "#app/i18n/numbers.ts";
import { useLanguage, useLocalised } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";

type Shown = Pick<Document, "id" | "name" | "type" | "bytes">;

/** A paper to be fetched, with what it is and how large. On the desk by the desk's own door: it may not be public. */
export function DocumentLink({ document, desk = false }: { document: Shown; desk?: boolean }) {
  const language = useLanguage();
  const to = desk ? paths.desk.document(document) : paths.document(document);
  const kind = DOCUMENT_TYPES[document.type as DocumentType].toUpperCase();
  return (
    <a href={useLocalised()(to)} className="inline-flex items-baseline gap-1.5 break-words">
      <FileText aria-hidden className="size-4 shrink-0 self-center" />
      <span>
        {document.name}{" "}
        <span className="text-sm whitespace-nowrap text-soft">
          ({kind}, {fileSize(language, document.bytes)})
        </span>
      </span>
    </a>
  );
}
