import type { ReactNode } from "react";

/** What can be done with the rows above; it stays in sight however long the list is. */
export function Bar({ children }: { children: ReactNode }) {
  return (
    <div className="print:hidden sticky bottom-0 mt-3 flex flex-wrap gap-2 border-t border-line bg-paper py-3">
      {children}
    </div>
  );
}
