import type { SpokespersonColumn } from "#app/domain/spokespersons/import-row.ts";
import type { Heading } from "#app/domain/spreadsheets/sheet.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Table } from "./table.tsx";

const BOX = "min-h-11 w-full min-w-0 rounded-md border border-edge bg-sheet px-3 py-2 text-ink";

/** What may be stated once for a whole list. */
const ONCE = ["capacity", "decision_no", "decision_date", "from", "until", "matter"] as const;

/** Says of each column of a list what it means, and what holds for all of its rows; what was recognised is chosen already. */
export function SheetColumns({
  headings,
  mark,
  given,
  open,
}: {
  headings: Heading<SpokespersonColumn>[];
  mark: string;
  given: Partial<Record<SpokespersonColumn, string>>;
  open: boolean;
}) {
  const { imports, spokespersons } = useMessages();
  const words = imports.mapping;
  const columns = Object.entries(spokespersons.columns) as [SpokespersonColumn, string][];
  const told = new Set(headings.map(({ meaning }) => meaning));
  const missing = ONCE.filter((name) => !told.has(name));
  const rows = headings.map((heading, place) => ({ ...heading, place }));
  return (
    <details open={open} className="rounded-md border-line sm:border sm:p-3">
      <summary className="min-h-8 cursor-pointer font-semibold">{words.title}</summary>
      <p className="my-2 text-soft">{words.lead}</p>
      <input type="hidden" name="headings" value={mark} />
      <Table
        caption={words.title}
        rows={rows.filter(({ text, samples }) => text || samples.length)}
        keyOf={({ place }) => String(place)}
        columns={[
          {
            head: words.column,
            names: true,
            cell: ({ text, place }) => (
              <span className="font-semibold">{text || words.unnamed(place + 1)}</span>
            ),
          },
          {
            head: words.samples,
            cell: ({ samples }) => (
              <span className="break-words text-soft">{samples.join(" · ")}</span>
            ),
          },
          {
            head: words.meaning,
            cell: ({ text, place, meaning = "" }) => (
              <select
                key={`${mark}-${meaning}`}
                name={`column-${place}`}
                defaultValue={meaning}
                aria-label={words.meaningOf(text || words.unnamed(place + 1))}
                className={BOX}
              >
                <option value="">{words.ignore}</option>
                {columns.map(([name, label]) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
      />
      {missing.length > 0 && (
        <fieldset className="mt-4">
          <legend className="font-semibold">{words.given}</legend>
          <p className="mb-2 text-soft">{words.givenLead}</p>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {missing.map((name) => (
              <Once key={name} name={name} value={given[name] ?? ""} />
            ))}
          </div>
        </fieldset>
      )}
    </details>
  );
}

function Once({ name, value }: { name: (typeof ONCE)[number]; value: string }) {
  const { imports, spokespersons } = useMessages();
  const field = { id: `given-${name}`, name: `given-${name}`, defaultValue: value, className: BOX };
  const isDay = name === "decision_date" || name === "from" || name === "until";
  return (
    <div>
      <label htmlFor={field.id} className="mb-1 block">
        {spokespersons.columns[name]}
      </label>
      {name === "capacity" ? (
        <select {...field}>
          <option value="">{imports.mapping.blank}</option>
          {(["head", "regular", "authorised"] as const).map((one) => (
            <option key={one} value={one}>
              {spokespersons.capacity[one]}
            </option>
          ))}
        </select>
      ) : (
        <input {...field} type={isDay ? "date" : "text"} maxLength={500} />
      )}
    </div>
  );
}
