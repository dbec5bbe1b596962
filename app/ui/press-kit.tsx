import { FileText, Lock } from "lucide-react";
import { DOCUMENT_TYPES } from "#app/domain/documents/document.ts";
import type { FileKind } from "#app/domain/press-kit/press-file.ts";
import type { OpenFile } from "#app/domain/press-kit/reading.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { fileSize } from "#app/i18n/numbers.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";

export interface Kit {
  open: OpenFile[];
  awaited: { id: string; kind: FileKind; language: string; opensAt: Moment | null }[];
}

/** The files of a meeting for one kind of reader: those that are open, and that others will be, without their titles. */
export function PressKit({
  kit: { open, awaited },
  addressOf,
  zone,
}: {
  kit: Kit;
  addressOf: (file: { id: string }) => string;
  zone: string;
}) {
  const words = useMessages().meetingRooms;
  return (
    <ul className="grid gap-3">
      {open.map((file) => (
        <li key={file.id} className="flex gap-2">
          <FileText aria-hidden className="mt-1 size-4 shrink-0" />
          <FileLine file={file} address={addressOf(file)} />
        </li>
      ))}
      {awaited.map(({ id, kind, language, opensAt }) => (
        <li key={id} className="flex gap-2 text-soft">
          <Lock aria-hidden className="mt-1 size-4 shrink-0" />
          <span>
            {words.kit.awaited(words.kinds[kind], words.languages[language] ?? language)}:{" "}
            {opensAt ? (
              <time dateTime={opensAt}>{words.kit.opensAt(shortTime(opensAt, zone))}</time>
            ) : (
              words.kit.opensLater
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function FileLine({ file, address }: { file: OpenFile; address: string }) {
  const words = useMessages().meetingRooms;
  const language = useLanguage();
  const { title, kind, type, bytes, version, since } = file;
  return (
    <span className="min-w-0 wrap-anywhere">
      <a href={useLocalised()(address)}>{title}</a>{" "}
      <span className="text-sm text-soft">
        ({DOCUMENT_TYPES[type].toUpperCase()}, {fileSize(language, bytes)})
      </span>
      <span className="block text-sm text-soft">
        {words.kinds[kind]} · {words.languages[file.language] ?? file.language}
        {version > 1 && ` · ${words.kit.version(version, shortTime(since))}`}
      </span>
    </span>
  );
}
