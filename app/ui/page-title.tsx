import type { ReactNode } from "react";

/** The head of a page: what it is, one sentence about it, and what can be done here. */
export function PageTitle({
  children,
  lead,
  above,
  actions,
}: {
  children: ReactNode;
  lead?: ReactNode;
  above?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="max-w-[70ch]">
        {above && <p className="mb-1 text-sm text-soft">{above}</p>}
        <h1 className="text-2xl sm:text-3xl">{children}</h1>
        {lead && <p className="mt-2 text-soft">{lead}</p>}
      </div>
      {actions && <div className="print:hidden flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
