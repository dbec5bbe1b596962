import { useNumber } from "#app/i18n/use-messages.ts";
import { LinkTo } from "./link.tsx";

export interface Tab {
  to: string;
  label: string;
  count?: number;
  current: boolean;
}

/** Parts of one list, side by side; each is an address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const number = useNumber();
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap gap-x-1 border-b border-line">
        {tabs.map(({ to, label: text, count, current }) => (
          <li key={to}>
            <LinkTo
              to={to}
              aria-current={current ? "page" : undefined}
              className="-mb-px inline-flex min-h-11 items-center gap-2 border-b-3 border-transparent px-3 py-2 text-ink no-underline hover:bg-wash aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent forced-colors:not-aria-[current]:border-[Canvas]"
            >
              {text}
              {count !== undefined && (
                <span className="rounded-sm bg-wash px-1.5 text-sm text-soft tabular-nums">
                  {number(count)}
                </span>
              )}
            </LinkTo>
          </li>
        ))}
      </ul>
    </nav>
  );
}
