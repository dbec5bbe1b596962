import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "./button.tsx";
import { PlainSelect, PlainText } from "./plain-field.tsx";

interface Named {
  id: string;
  name: string;
  nameEn: string;
}

/** Asks for a part of the public list, or for one day of it: a plain form, the address is the state. */
export function MeetingFilter({
  query,
  provinces,
  agencies,
  typed,
  problem,
}: {
  query: { when: string; province: string; agency: string };
  provinces: Named[];
  agencies: Named[];
  typed: string;
  problem?: string;
}) {
  const { calendars, meetings } = useMessages();
  const language = useLanguage();
  const to = useLocalised();
  const { filter } = calendars;
  const words = meetings.pages.site;
  const name = (one: Named) => (language === "en" ? one.nameEn : one.name);
  return (
    <form
      method="get"
      action={to(paths.meetings())}
      aria-label={filter.label}
      className="print:hidden mb-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-[1fr_1.4fr_1fr_auto]"
    >
      {query.when !== "coming" && <input type="hidden" name="when" value={query.when} />}
      <PlainSelect
        name="province"
        label={words.province}
        blank={words.wholeCountry}
        value={query.province}
        options={provinces.map((one) => ({
          value: one.id.slice("2025-".length),
          label: name(one),
        }))}
      />
      <PlainSelect
        name="agency"
        label={filter.agency}
        blank={filter.anyAgency}
        value={query.agency}
        options={agencies.map((one) => ({ value: one.id, label: name(one) }))}
      />
      <PlainText
        name="on"
        type={problem ? "text" : "date"}
        label={filter.on}
        problem={problem}
        defaultValue={typed}
      />
      <Button tone="plain">{filter.show}</Button>
    </form>
  );
}
