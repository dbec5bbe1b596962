import type { TypedFigure } from "#app/domain/queries/figure-form.ts";
import { LineForm as Schema } from "#app/domain/queries/query-form.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "./button.tsx";
import { FigureRows } from "./figure-rows.tsx";
import { HouseForm, TextArea, TextField, useHouseForm } from "./form.tsx";
import { withSentences } from "./query-fields.tsx";

/** What may be said again: topic, question, answer, its days, its figures. */
export function LineForm({
  line,
  figures,
  answered,
}: {
  line: {
    topic: string;
    question: string;
    answer: string;
    fromDay: string;
    untilDay: string;
    edition: number;
  };
  figures: TypedFigure[];
  answered: { result?: unknown; typed: TypedFigure[]; incomplete: boolean } | undefined;
}) {
  const { linesToTake: words, common } = useMessages();
  const [form, fields] = useHouseForm(Schema, {
    id: "line",
    lastResult: answered?.result,
    defaultValue: line,
  });
  return (
    <HouseForm form={form} wide>
      <input type="hidden" name={fields.edition.name} value={line.edition} />
      <TextField field={fields.topic} label={words.topic} />
      <TextArea field={fields.question} label={words.question} rows={3} />
      <TextArea field={fields.answer} label={words.answer} rows={8} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField field={fields.fromDay} label={words.fromDay} type="date" />
        <TextField
          field={withSentences(fields.untilDay, { "wrong-days": words.wrongDays })}
          label={words.untilDay}
          type="date"
        />
      </div>
      <FigureRows figures={answered?.typed ?? figures} incomplete={answered?.incomplete ?? false} />
      <div className="flex flex-wrap gap-2">
        <SendButton>{words.save}</SendButton>
        <ButtonLink to={paths.desk.lines()}>{common.cancel}</ButtonLink>
      </div>
    </HouseForm>
  );
}
