import type { ReactNode } from "react";

/** Nothing here yet: says so, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-md border border-dashed border-edge bg-sheet p-8 text-center">
      <p className="text-lg font-semibold">{title}</p>
      {children && (
        <div className="mt-2 flex flex-wrap justify-center gap-2 text-soft">{children}</div>
      )}
    </div>
  );
}
