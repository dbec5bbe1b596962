import { useMessages } from "#app/i18n/use-messages.ts";

export interface Check {
  value: string;
  label: string;
  note?: string;
  people?: number;
}

/** Several of a few, each with how many people it means. */
export function CheckList({
  legend,
  name,
  options,
  checked,
  columns = false,
}: {
  legend: string;
  name: string;
  options: Check[];
  checked: string[];
  columns?: boolean;
}) {
  const words = useMessages().invitations.pages;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <ul className={columns ? "gap-x-6 sm:columns-2" : ""}>
        {options.map(({ value, label, note, people }) => (
          <li key={value} className="break-inside-avoid">
            <label className="flex min-h-9 cursor-pointer items-start gap-2 py-1">
              <input
                type="checkbox"
                name={name}
                value={value}
                defaultChecked={checked.includes(value)}
                className="mt-0.5 size-5 shrink-0 accent-accent"
              />
              <span className="min-w-0">
                {label}
                {people !== undefined && (
                  <span className="ms-2 whitespace-nowrap text-soft">{words.people(people)}</span>
                )}
                {note && <span className="block text-sm text-soft">{note}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
