import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { Contrast, Languages } from "lucide-react";
import type { ReactNode } from "react";
import { otherLanguage } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LinkTo } from "./link.tsx";

interface RootData {
  demo: boolean;
  display: { size: "small" | "normal" | "large"; contrast: "normal" | "high" };
}

function useRoot(): RootData {
  const data = useRouteLoaderData<RootData>("root");
  return data ?? { demo: false, display: { size: "normal", contrast: "normal" } };
}

/** The head of every page: whose site it is, its menu, and what a public portal owes its readers' eyes. */
export function Masthead({
  home,
  wide,
  aside,
  children,
}: {
  home: string;
  wide?: boolean;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const words = useMessages().common;
  const { demo } = useRoot();
  const width = `mx-auto ${wide ? "max-w-7xl" : "max-w-4xl"}`;
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-sheet focus:p-3"
      >
        {words.skipToContent}
      </a>
      {demo && (
        <aside
          aria-label={words.demoLabel}
          className="print:hidden border-b border-due bg-due-wash px-4 py-1.5 text-center text-sm text-due"
        >
          {words.demoNotice}
        </aside>
      )}
      <header className="print:hidden border-b border-line bg-sheet">
        <div
          className={`${width} flex flex-wrap items-center gap-x-1 gap-y-1 px-4 py-2 sm:gap-x-4`}
        >
          <LinkTo to={home} className="me-auto text-lg font-semibold text-accent no-underline">
            {words.product}
          </LinkTo>
          <Display />
          {aside}
        </div>
        <div className={`${width} px-1 pb-1`}>{children}</div>
      </header>
    </>
  );
}

/** Language, A- A A+, contrast: buttons of a plain form, kept in a cookie. */
function Display() {
  const words = useMessages().common;
  const { pathname, search } = useLocation();
  const other = otherLanguage(pathname);
  const { display } = useRoot();
  const high = display.contrast === "high";
  const to = useLocalised();
  const sizes = [
    { size: "small", sign: "A−", label: words.display.smaller },
    { size: "normal", sign: "A", label: words.display.normal },
    { size: "large", sign: "A+", label: words.display.larger },
  ] as const;
  const button =
    "min-h-9 min-w-8 rounded-sm px-1 hover:bg-wash sm:min-w-9 sm:px-2 aria-pressed:font-semibold aria-pressed:underline";
  return (
    <div className="flex flex-wrap items-center text-sm sm:gap-1">
      <form
        method="post"
        action={to(paths.display())}
        aria-label={words.display.label}
        className="flex items-center"
      >
        <input type="hidden" name="returnTo" value={pathname + search} />
        {sizes.map(({ size, sign, label }) => (
          <button
            type="submit"
            key={size}
            name="size"
            value={size}
            aria-label={`${sign} ${label}`}
            title={label}
            aria-pressed={display.size === size}
            className={button}
          >
            {sign}
          </button>
        ))}
        <button
          type="submit"
          name="contrast"
          title={words.display.contrast}
          value={high ? "normal" : "high"}
          aria-pressed={high}
          className={`${button} inline-flex items-center gap-1.5`}
        >
          <Contrast aria-hidden="true" className="size-4" />
          <span className="max-sm:sr-only">{words.display.contrast}</span>
        </button>
      </form>
      <a
        href={other.path + search}
        hrefLang={other.language}
        lang={other.language}
        className="inline-flex min-h-9 items-center gap-1.5 px-1 sm:px-2"
      >
        <Languages aria-hidden="true" className="size-4 max-sm:hidden" />
        {words.language.other}
      </a>
    </div>
  );
}
