import type { ReactNode } from "react";

/** A sheet of paper on the page: one thing with its own heading. */
export function Card({
  title,
  actions,
  children,
  id,
}: {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
}) {
  // A section without a heading is none.
  const Sheet = title ? "section" : "div";
  return (
    <Sheet id={id} className="mb-6 rounded-md border border-line bg-sheet p-4 sm:p-6">
      {(title || actions) && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
          {title && <h2 className="text-xl">{title}</h2>}
          {actions && (
            <div className="flex flex-wrap gap-2 print:hidden [&>a]:min-h-8">{actions}</div>
          )}
        </div>
      )}
      {children}
    </Sheet>
  );
}

/** Names and what they stand for, side by side on a wide page, or everywhere where names are short. Absent ones are left out. */
export function Facts({
  facts,
  short,
}: {
  facts: [name: string, value: ReactNode][];
  short?: boolean;
}) {
  const columns = short
    ? "grid-cols-[5.5rem_1fr] gap-x-3 gap-y-1"
    : "gap-x-6 sm:gap-y-2 sm:grid-cols-[minmax(8rem,max-content)_1fr]";
  return (
    <dl className={`grid ${columns}`}>
      {facts
        .filter(
          ([, value]) => value !== null && value !== undefined && value !== "" && value !== false,
        )
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft first-letter:uppercase">{name}</dt>
            <dd className={`min-w-0 ${short ? "" : "mb-3 sm:mb-0"}`}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
