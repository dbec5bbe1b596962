import { Link, useSearchParams } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMessages } from "#app/i18n/use-messages.ts";

/** Which page of how many; the address is the state, so that it can be kept and sent. */
export function Pager({ page, pages }: { page: number; pages: number }) {
  const words = useMessages().common.pager;
  const [query] = useSearchParams();
  if (pages <= 1) return null;
  const to = (n: number) => {
    const next = new URLSearchParams(query);
    next.set("page", String(n));
    return `?${next}`;
  };
  return (
    <nav aria-label={words.label} className="print:hidden mt-4 flex items-center gap-4">
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev" className="inline-flex items-center gap-1">
          <ChevronLeft aria-hidden="true" className="size-4" />
          {words.previous}
        </Link>
      )}
      <span className="text-soft">{words.page(page, pages)}</span>
      {page < pages && (
        <Link to={to(page + 1)} rel="next" className="inline-flex items-center gap-1">
          {words.next}
          <ChevronRight aria-hidden="true" className="size-4" />
        </Link>
      )}
    </nav>
  );
}
