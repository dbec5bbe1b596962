import type { ComponentProps, ReactNode } from "react";
import type { Option } from "./form.tsx";

const BOX =
  "min-h-11 w-full min-w-0 rounded-md border border-edge bg-sheet px-3 py-2 text-ink placeholder:text-soft aria-invalid:border-2 aria-invalid:border-late";

interface Labelled {
  name: string;
  label: string;
  hint?: ReactNode;
  problem?: string;
}

function Label({ name, label, hint, problem, children }: Labelled & { children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={`plain-${name}`} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`plain-${name}-hint`} className="mb-1 text-sm text-soft">
          {hint}
        </p>
      )}
      {children}
      {problem && (
        <p id={`plain-${name}-problem`} className="mt-1 font-semibold text-late">
          {problem}
        </p>
      )}
    </div>
  );
}

function named({ name, hint, problem }: Labelled) {
  const described = [hint && `plain-${name}-hint`, problem && `plain-${name}-problem`];
  return {
    id: `plain-${name}`,
    name,
    "aria-describedby": described.filter(Boolean).join(" ") || undefined,
    "aria-invalid": problem ? true : undefined,
  };
}

/** A field of a form that asks rather than changes: filters, choices. For what is saved see `form.tsx`. */
export function PlainText({
  label,
  hint,
  problem,
  ...rest
}: Labelled & Omit<ComponentProps<"input">, "name">) {
  const field = { name: rest.name, label, hint, problem };
  return (
    <Label {...field}>
      <input {...rest} {...named(field)} className={BOX} />
    </Label>
  );
}

export function PlainSelect({
  blank,
  options,
  value = "",
  ...field
}: Labelled & { blank?: string; options: Option[]; value?: string }) {
  return (
    <Label {...field}>
      <select key={value} {...named(field)} defaultValue={value} className={BOX}>
        {blank !== undefined && <option value="">{blank}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Label>
  );
}

export function PlainArea({
  label,
  hint,
  problem,
  ...rest
}: Labelled & Omit<ComponentProps<"textarea">, "name">) {
  const field = { name: rest.name, label, hint, problem };
  return (
    <Label {...field}>
      <textarea {...rest} {...named(field)} className={BOX} />
    </Label>
  );
}
