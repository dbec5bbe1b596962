import { DOCUMENT_TYPES, type DocumentType } from "#app/domain/documents/document.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";

interface File {
  id: string;
  title: string;
  language: string;
  isTranslation: boolean;
  type: DocumentType;
  bytes: number;
}

/** What goes with a statement, to be fetched: what it is, in which language, how large. */
export function StatementFiles({
  files,
  hrefOf,
}: {
  files: File[];
  hrefOf: (file: File) => string;
}) {
  const { meetingRooms, statementDesk } = useMessages();
  const number = useNumber();
  return (
    <ul className="grid gap-2">
      {files.map((file) => (
        <li key={file.id} className="wrap-anywhere">
          <a href={hrefOf(file)}>{file.title}</a>{" "}
          <span className="text-sm text-soft">
            ({DOCUMENT_TYPES[file.type].toUpperCase()},{" "}
            {number(Math.max(1, Math.round(file.bytes / 1024)))} KB,{" "}
            {meetingRooms.languages[file.language] ?? file.language}
            {file.isTranslation && `; ${statementDesk.site.translation}`})
          </span>
        </li>
      ))}
    </ul>
  );
}
