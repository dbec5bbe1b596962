import type { ReactNode } from "react";

export interface Column<Item> {
  head: string;
  cell: (item: Item) => ReactNode;
  numeric?: boolean;
  /** The cell that names the row. */
  names?: boolean;
  /** What can be done with the row: says so itself, so its heading is for those who hear the table. */
  acts?: boolean;
}

/** Rows of things; on a phone each row reads as a card. */
export function Table<Item>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  caption: string;
  columns: Column<Item>[];
  rows: Item[];
  keyOf: (item: Item) => string;
}) {
  return (
    <div className="relative overflow-x-auto rounded-md border border-line bg-sheet print:overflow-visible print:rounded-none print:border-x-0">
      <table className="stacked w-full border-collapse text-start">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-wash">
          <tr>
            {columns.map(({ head, numeric, acts }) => (
              <th
                key={head}
                scope="col"
                className={`px-3 py-2 font-semibold ${numeric ? "text-end" : "text-start"}`}
              >
                {acts ? <span className="sr-only">{head}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-t border-line align-top hover:bg-wash">
              {columns.map(({ head, cell, numeric, names, acts }) =>
                names ? (
                  <th
                    key={head}
                    scope="row"
                    data-label={head}
                    className="px-3 py-2 text-start font-normal"
                  >
                    <span>{cell(row)}</span>
                  </th>
                ) : (
                  <td
                    key={head}
                    data-label={acts ? undefined : head}
                    className={numeric ? "px-3 py-2 sm:text-end" : "px-3 py-2"}
                  >
                    <span>{cell(row)}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
