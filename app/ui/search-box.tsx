import { Search } from "lucide-react";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "./button.tsx";

/**
 * One field for a place by any of its names: a plain form that asks the lookup page. The public
 * site's script adds suggestions, out of the template that is laid down here.
 */
export function SearchBox({
  value = "",
  on,
  problem,
}: {
  value?: string;
  on?: string;
  problem?: string;
}) {
  const words = useMessages();
  const text = words.site.search;
  const to = useLocalised();
  return (
    <form
      method="get"
      action={to(paths.home())}
      data-suggest={`${paths.api.lookup()}?limit=8`}
      data-area={to(paths.area({ era: "2025", code: "" }))}
      data-former-area={to(paths.area({ era: "2004", code: "" }))}
      data-agency={to(paths.agency({ id: "" }))}
      data-language={useLanguage()}
      data-now-is={words.areas.nowIs}
      data-count={text.count("#")}
      data-none={text.none}
      className="print:hidden mb-6"
    >
      {on && <input type="hidden" name="on" value={on} />}
      <label htmlFor="q" className="mb-1 block font-semibold">
        {text.label}
      </label>
      <div className="relative flex gap-2">
        <div className="min-w-0 grow">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={value}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            aria-describedby={problem ? "q-problem" : value ? undefined : "q-hint"}
            aria-invalid={problem ? true : undefined}
            className="min-h-13 w-full rounded-md border-2 border-edge bg-sheet px-3 py-2 text-lg text-ink aria-invalid:border-late"
          />
          <div
            id="q-suggestions"
            role="listbox"
            tabIndex={-1}
            aria-label={text.suggestions}
            hidden
            className="absolute inset-x-0 top-full z-10 mt-1 max-h-[70vh] overflow-y-auto rounded-md border border-edge bg-sheet shadow-float"
          />
        </div>
        <Button className="min-h-13 shrink-0">
          <Search aria-hidden="true" className="size-5" />
          <span className="max-sm:sr-only">{text.submit}</span>
        </Button>
      </div>
      {problem && (
        <p id="q-problem" role="alert" className="mt-1 font-semibold text-late">
          {problem}
        </p>
      )}
      {!value && (
        <p id="q-hint" className="mt-1 text-sm text-soft">
          {text.hint}
        </p>
      )}
      <p role="status" className="sr-only" />
      <template>
        <div
          role="option"
          tabIndex={-1}
          aria-selected="false"
          className="cursor-pointer border-t border-line px-3 py-2 first:border-t-0 hover:bg-wash aria-selected:bg-wash aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent"
        >
          <span data-name="" className="font-semibold" />{" "}
          <span data-place="" className="text-soft" />
          <span data-now="" className="block text-sm text-soft" />
        </div>
      </template>
    </form>
  );
}
