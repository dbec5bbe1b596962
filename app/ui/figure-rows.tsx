import { FIGURE_PARTS, fieldOf, type TypedFigure } from "#app/domain/queries/figure-form.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "./notice.tsx";

const BLANK: TypedFigure = { name: "", value: "", unit: "", day: "", source: "" };
const SPARE = 2;

/** Rows for figures, with two more than are filled in; a row left blank is none. */
export function FigureRows({
  figures,
  incomplete = false,
}: {
  figures: TypedFigure[];
  incomplete?: boolean;
}) {
  const words = useMessages().queryDesk.draft;
  const labels = {
    name: words.figureName,
    value: words.figureValue,
    unit: words.figureUnit,
    day: words.figureDay,
    source: words.figureSource,
  };
  const rows = [...figures, ...Array<TypedFigure>(SPARE).fill(BLANK)];
  return (
    <fieldset className="min-w-0 rounded-md border border-line p-4">
      <legend className="px-1 font-semibold">{words.figures}</legend>
      <p className="mb-3 text-sm text-soft">{words.figuresHint}</p>
      {incomplete && <Notice tone="problem">{words.incomplete}</Notice>}
      <div className="grid gap-4">
        {rows.map((figure, row) => (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
            key={row}
            className="grid min-w-0 gap-2 sm:grid-cols-[2fr_1fr_1fr_1fr_2fr]"
          >
            <legend className="mb-1 text-sm text-soft">{words.figureRow(row + 1)}</legend>
            {FIGURE_PARTS.map((part) => (
              <label key={part} className="min-w-0 text-sm">
                {labels[part]}
                <input
                  name={fieldOf(part)}
                  type={part === "day" ? "date" : "text"}
                  defaultValue={figure[part]}
                  maxLength={200}
                  autoComplete="off"
                  className="min-h-11 w-full min-w-0 rounded-md border border-edge bg-sheet px-2 py-2 text-base text-ink"
                />
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}
