import { Form, useSubmit } from "@remix-run/react";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "./button.tsx";

interface Named {
  id: string;
  name: string;
  nameEn: string;
}

interface Choice {
  agencies: Named[];
  agencyId: string | undefined;
  provinces: Named[]; // empty for whoever works in one province
  provinceId: string | undefined;
  /** What the agency is asked for; it holds a meeting unless something else is said. */
  label?: string;
}

/** Which agency holds the meeting. The address says so, and the rest of the form follows it. */
export function AgencyChoice({ agencies, agencyId, provinces, provinceId, label }: Choice) {
  const words = useMessages().meetings.pages.agency;
  const asked = label ?? words.label;
  const submit = useSubmit();
  if (agencies.length === 1 && provinces.length === 0)
    return (
      <p className="mb-5">
        <span className="text-soft">{asked}:</span> <Name of={agencies[0] as Named} />
      </p>
    );
  return (
    <Form
      method="get"
      className="mb-5 grid max-w-3xl items-end gap-3 sm:grid-cols-[1fr_auto]"
      onChange={({ currentTarget }) =>
        submit(currentTarget, { replace: true, preventScrollReset: true })
      }
    >
      <div className="grid min-w-0 gap-3 sm:auto-cols-fr sm:grid-flow-col">
        {provinces.length > 0 && (
          <Pick name="province" label={words.province} options={provinces} value={provinceId} />
        )}
        {agencies.length > 0 && (
          <Pick name="agency" label={asked} options={agencies} value={agencyId} />
        )}
      </div>
      <noscript>
        <Button tone="plain">{words.choose}</Button>
      </noscript>
    </Form>
  );
}

function Pick({
  name,
  label,
  options,
  value = "",
}: {
  name: string;
  label: string;
  options: Named[];
  value?: string;
}) {
  const words = useMessages().meetings.pages.agency;
  return (
    <label className="min-w-0">
      <span className="mb-1 block font-semibold">{label}</span>
      <select
        key={value}
        name={name}
        defaultValue={value}
        className="min-h-11 w-full min-w-0 rounded-md border border-edge bg-sheet px-3 py-2"
      >
        {!value && <option value="">{words.none}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            <Name of={option} />
          </option>
        ))}
      </select>
    </label>
  );
}

function Name({ of: { name, nameEn } }: { of: Named }) {
  return useLanguage() === "en" ? nameEn : name;
}
