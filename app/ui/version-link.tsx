import { FileText } from "lucide-react";
import { DOCUMENT_TYPES, type DocumentType } from "#app/domain/documents/document.ts";
import { fileSize } from "#app/i18n/numbers.ts";
import { useLanguage, useLocalised } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";

/** A version of a file to be fetched by the desk's own door, open to others or not. */
export function VersionLink({
  file,
  version: { version, name, type, bytes },
}: {
  file: { id: string };
  version: { version: number; name: string; type: DocumentType; bytes: number };
}) {
  const language = useLanguage();
  return (
    <a
      href={useLocalised()(paths.desk.meetingFileContent(file, version))}
      className="inline-flex gap-1.5 wrap-anywhere"
    >
      <FileText aria-hidden className="mt-1 size-4 shrink-0" />
      <span>
        {name}{" "}
        <span className="text-sm whitespace-nowrap text-soft">
          ({DOCUMENT_TYPES[type].toUpperCase()}, {fileSize(language, bytes)})
        </span>
      </span>
    </a>
  );
}
