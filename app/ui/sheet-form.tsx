import { Form } from "@remix-run/react";
import { FileCheck2, FileInput } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { PlainArea, PlainText } from "./plain-field.tsx";
import { Table } from "./table.tsx";

/** What was found in a sheet, with its text so that it can be put right on the spot. */
export interface CheckedSheet {
  stamp: string; // another one with every answer
  text: string; // empty when there is too much of it to send back
  problems: { line: number; column: string | null; sentence: string }[]; // the first of them
  found: number; // how many problems there are in all
  ready: { rows: number; sentence: string } | null; // what would be done
  notes: string[];
}

/**
 * Takes a sheet from a file or from the clipboard: checked first, and only then carried out. After
 * a check the text stands in the box, from a file too, so that nothing has to be chosen again.
 */
export function SheetForm({
  checked,
  placeholder,
  children,
}: {
  checked: CheckedSheet | undefined;
  placeholder: string;
  children: ReactNode; // what else has to be said
}) {
  const words = useMessages().press.import;
  // What was too much to be sent back still stands in the box: then the box must stay.
  const [kept, keep] = useState(checked);
  if (checked?.text && checked !== kept) keep(checked);
  const key = kept?.stamp ?? "first";
  return (
    <Form method="post" encType="multipart/form-data" className="grid max-w-4xl gap-5">
      {checked && <Verdict checked={checked} />}
      <PlainText
        key={`file-${key}`}
        type="file"
        name="file"
        label={words.file}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
      />
      <PlainArea
        key={`text-${key}`}
        name="pasted"
        label={words.pasted}
        hint={words.pastedHint}
        rows={10}
        wrap="off"
        spellCheck={false}
        placeholder={placeholder}
        defaultValue={kept?.text}
      />
      {children}
      <div className="flex flex-wrap gap-2">
        {checked?.ready && (
          <Button name="step" value="import">
            <FileInput aria-hidden="true" className="size-4" />
            {words.confirm(checked.ready.rows)}
          </Button>
        )}
        <Button name="step" value="check" tone={checked?.ready ? "plain" : "primary"}>
          <FileCheck2 aria-hidden="true" className="size-4" />
          {checked ? words.checkAgain : words.check}
        </Button>
      </div>
    </Form>
  );
}

function Verdict({ checked }: { checked: CheckedSheet }) {
  const { press, spreadsheets } = useMessages();
  const words = press.import;
  const { problems, found, ready, notes } = checked;
  return (
    <div>
      <Notice
        tone={found > 0 ? "problem" : "success"}
        title={found > 0 ? words.problems(found) : words.ready}
      >
        {ready && <p>{ready.sentence}</p>}
        {found > problems.length && <p>{words.shownFirst(problems.length)}</p>}
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </Notice>
      {problems.length > 0 && (
        <Table
          caption={words.problemsCaption}
          rows={problems.map((problem, place) => ({ ...problem, place }))}
          keyOf={({ place }) => String(place)}
          columns={[
            { head: spreadsheets.line, numeric: true, names: true, cell: ({ line }) => line },
            {
              head: spreadsheets.column,
              cell: ({ column }) => column ?? spreadsheets.wholeLine,
            },
            { head: spreadsheets.problem, cell: ({ sentence }) => sentence },
          ]}
        />
      )}
    </div>
  );
}
