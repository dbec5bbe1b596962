import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "./button.tsx";

/** One field that narrows a list. The address is the state; what else it says is kept. */
export function SearchForm({
  label,
  value,
  keep = {},
}: {
  label: string;
  value: string;
  keep?: Record<string, string | string[] | undefined>;
}) {
  const words = useMessages().common;
  const kept = Object.entries(keep).flatMap(([name, values]) =>
    [values ?? []].flat().map((one) => [name, one] as const),
  );
  return (
    <Form
      method="get"
      role="search"
      className="print:hidden flex min-w-0 items-center gap-2 max-sm:w-full"
    >
      {kept.map(([name, one]) => (
        <input key={`${name}=${one}`} type="hidden" name={name} value={one} />
      ))}
      <label className="min-w-0 grow sm:grow-0">
        <span className="sr-only">{label}</span>
        <input
          key={value}
          type="search"
          name="q"
          defaultValue={value}
          maxLength={200}
          placeholder={label}
          className="min-h-11 w-full min-w-0 rounded-md border border-edge bg-sheet px-3 py-2 text-ink placeholder:text-soft sm:w-80"
        />
      </label>
      <Button tone="plain">
        <Search aria-hidden="true" className="size-4" />
        <span className="max-sm:sr-only">{words.search}</span>
      </Button>
    </Form>
  );
}
