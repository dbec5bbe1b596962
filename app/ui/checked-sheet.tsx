import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { SheetProblem } from "#app/domain/spreadsheets/sheet.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "./button.tsx";
import { useCounted } from "./counted.ts";
import { PlainArea, PlainText } from "./plain-field.tsx";
import { Table } from "./table.tsx";

/** The form of a sheet; buttons anywhere on its page may belong to it. */
export const FORM = "sheet";

/** Takes a sheet as a file or pasted, to be checked. What was sent stays in the box, from a file too. */
export function SheetToCheck({
  text = "",
  mark = "",
  fromFile = false,
  before,
  children,
  whole = false,
}: {
  text?: string;
  mark?: string;
  fromFile?: boolean;
  /** What has to be said about a sheet that was sent. */
  before?: ReactNode;
  /** What else has to be said about any sheet. */
  children?: ReactNode;
  /** The browser sends the form by itself, so that a button may ask for a file. */
  whole?: boolean;
}) {
  const words = useMessages().spreadsheets.form;
  return (
    <Form
      id={FORM}
      method="post"
      encType="multipart/form-data"
      reloadDocument={whole}
      className="grid gap-5 rounded-md border border-line bg-sheet p-4"
    >
      {before}
      <PlainText
        key={`file-${mark}`}
        name="file"
        label={words.file}
        hint={words.fileHint}
        type="file"
        accept=".xlsx,.csv,.tsv,.txt,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      />
      <PlainArea
        // What was pasted stands there already; laying out ten megabytes anew takes a browser long.
        key={fromFile ? `text-${mark}` : "text"}
        name="text"
        label={words.text}
        hint={words.textHint}
        defaultValue={text}
        rows={12}
        wrap="off"
        spellCheck={false}
      />
      {children}
      <div>
        <Button tone={mark ? "plain" : "primary"}>{mark ? words.checkAgain : words.check}</Button>
      </div>
    </Form>
  );
}

/** Enters what was checked, and only that; it may stand anywhere on the page of a `SheetToCheck`. */
export function EnterSheet({ mark, children }: { mark: string; children: ReactNode }) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Button form={FORM} name="checked" value={mark} disabled={isBusy}>
      {children}
    </Button>
  );
}

const SHOWN = 200;

export interface WordedProblem extends SheetProblem {
  sentence: string;
}

/** What is wrong with a sheet, line by line: the first couple of hundred, and how many more. */
export function SheetProblems({
  problems,
  columnNames,
}: {
  problems: WordedProblem[];
  columnNames: Record<string, string>;
}) {
  const words = useMessages().spreadsheets;
  const counted = useCounted();
  return (
    <>
      <Table
        caption={words.problem}
        rows={problems.slice(0, SHOWN).map((problem, place) => ({ ...problem, place }))}
        keyOf={({ place }) => String(place)}
        columns={[
          { head: words.line, names: true, cell: ({ line }) => line },
          {
            head: words.column,
            cell: ({ column }) => (column ? (columnNames[column] ?? column) : words.wholeLine),
          },
          { head: words.problem, cell: ({ sentence }) => sentence },
        ]}
      />
      {problems.length > SHOWN && (
        <p className="mt-2 text-soft">{words.more(counted(problems.length - SHOWN))}</p>
      )}
    </>
  );
}
