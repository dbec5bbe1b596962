import {
  type FieldMetadata,
  type FormMetadata,
  getFormProps,
  type SubmissionResult,
  useForm,
} from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import type { FormEvent, ReactNode } from "react";
import type { z } from "zod";
import { problemSentence } from "#app/i18n/problems.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "./notice.tsx";

// biome-ignore lint/suspicious/noExplicitAny: a piece of page takes a field of any form
export type AnyField = FieldMetadata<any, any, string[]>;
// biome-ignore lint/suspicious/noExplicitAny: and any form
export type AnyForm = FormMetadata<any, string[]>;

/**
 * A form by its schema: what the last answer said, checked in the browser as on the server. The
 * browser's own bubbles stay off once scripts run, since the sentences here say more.
 */
// biome-ignore lint/suspicious/noExplicitAny: the shape of any form's object
export function useHouseForm<Schema extends z.ZodType<any, Record<string, any>>>(
  schema: Schema,
  options: { id: string; lastResult?: unknown; defaultValue?: Record<string, unknown> },
) {
  const [form, fields] = useForm<z.input<Schema>, z.output<Schema>, string[]>({
    id: options.id,
    lastResult: options.lastResult as SubmissionResult<string[]> | undefined,
    // biome-ignore lint/suspicious/noExplicitAny: Conform's own type for it is not exported
    defaultValue: options.defaultValue as any,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema }) as never,
    shouldValidate: "onSubmit",
    // Not on blur: a sentence that goes away as the button is pressed moves the button from under the mouse.
    shouldRevalidate: "onInput",
  });
  return [form, fields as Required<typeof fields>] as const;
}

/** A form of the house: works as plain HTML; what went wrong stands on top and beside each field. */
export function HouseForm({
  form,
  children,
  encType,
  wide = false,
  reloadDocument,
}: {
  form: AnyForm;
  children: ReactNode;
  encType?: "multipart/form-data";
  /** As wide as the page, for a form of two columns. */
  wide?: boolean;
  /** Leave sending to the browser, which knows what a button's own target is. */
  reloadDocument?: boolean;
}) {
  const words = useMessages();
  const troubled = form.status === "error";
  const { onSubmit, ...props } = getFormProps(form);
  return (
    <Form
      method="post"
      encType={encType}
      reloadDocument={reloadDocument}
      {...props}
      onSubmit={(event) => {
        if (!goesUnchecked(event)) onSubmit(event);
      }}
      className={`grid gap-5 ${wide ? "" : "max-w-3xl"}`}
    >
      {troubled && (
        <Notice tone="problem">
          {form.errors?.length
            ? form.errors.map((error) => <p key={error}>{problemSentence(words, error)}</p>)
            : words.common.problems.form}
        </Notice>
      )}
      {children}
    </Form>
  );
}

/** Whether the button pressed sends elsewhere what need not be complete: this form's schema is not asked then. */
function goesUnchecked({ nativeEvent }: FormEvent<HTMLFormElement>): boolean {
  const { submitter } = nativeEvent as SubmitEvent;
  return (
    submitter instanceof HTMLButtonElement &&
    submitter.formNoValidate &&
    submitter.hasAttribute("formaction")
  );
}

const BOX =
  "w-full min-h-11 rounded-md border border-edge bg-sheet px-3 py-2 text-ink aria-invalid:border-late aria-invalid:border-2";

interface FieldProps {
  field: AnyField;
  label: string;
  hint?: ReactNode;
  /** When it may be left blank; always, unless something is said. */
  blankWhen?: string;
}

/** Joins label, field, hint and error once, for eyes and for screen readers. */
function Field({ field, label, hint, blankWhen, children }: FieldProps & { children: ReactNode }) {
  const words = useMessages().common;
  return (
    <div>
      <label htmlFor={field.id} className="mb-1 block font-semibold">
        {label}
        {!field.required && (
          <span className="ms-2 font-normal text-soft">({blankWhen ?? words.optional})</span>
        )}
      </label>
      {hint && (
        <p id={field.descriptionId} className="mb-1 text-sm text-soft">
          {hint}
        </p>
      )}
      {children}
      <FieldProblems field={field} />
    </div>
  );
}

function FieldProblems({ field }: Pick<FieldProps, "field">) {
  const words = useMessages();
  if (!field.errors) return null;
  return (
    <p id={field.errorId} className="mt-1 font-semibold text-late">
      {field.errors.map((error) => problemSentence(words, error)).join(" ")}
    </p>
  );
}

function described({ field, hint }: Pick<FieldProps, "field" | "hint">) {
  const ids = [hint && field.descriptionId, field.errors && field.errorId].filter(Boolean);
  return {
    id: field.id,
    name: field.name,
    form: field.formId,
    defaultValue: field.initialValue as string | undefined,
    required: field.required,
    "aria-invalid": field.errors ? true : undefined,
    "aria-describedby": ids.join(" ") || undefined,
  };
}

type TextType =
  | "text"
  | "email"
  | "tel"
  | "url"
  | "date"
  | "datetime-local"
  | "password"
  | "search";

export function TextField({
  type = "text",
  autoComplete,
  list,
  ...rest
}: FieldProps & { type?: TextType; autoComplete?: string; list?: string }) {
  return (
    <Field {...rest}>
      <input
        {...described(rest)}
        key={rest.field.key}
        type={type}
        autoComplete={autoComplete}
        list={list}
        className={BOX}
      />
    </Field>
  );
}

/** A file to send along. A form with one is `multipart/form-data`; sent back, it has to be chosen anew. */
export function FileField({ accept, ...rest }: FieldProps & { accept: string }) {
  const { defaultValue: _, ...props } = described(rest);
  return (
    <Field {...rest}>
      <input
        {...props}
        key={rest.field.key}
        type="file"
        accept={accept}
        className={`${BOX} file:me-3 file:rounded-md file:border-0 file:bg-wash file:px-3 file:py-1 file:font-semibold file:text-ink`}
      />
    </Field>
  );
}

export function TextArea({ rows = 4, ...rest }: FieldProps & { rows?: number }) {
  return (
    <Field {...rest}>
      <textarea {...described(rest)} key={rest.field.key} rows={rows} className={BOX} />
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function SelectField({
  options,
  blank,
  ...rest
}: FieldProps & {
  options: Option[];
  /** What stands there while nothing is chosen; the house's own word unless another is given. */
  blank?: string | true;
}) {
  const { choose } = useMessages().common;
  return (
    <Field {...rest}>
      <select {...described(rest)} key={rest.field.key} className={BOX}>
        {blank !== undefined && <option value="">{blank === true ? choose : blank}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One of a few, all to be seen at once. */
export function ChoiceField({ field, label, hint, options }: FieldProps & { options: Option[] }) {
  const { defaultValue, required: _, ...props } = described({ field, hint });
  return (
    <fieldset className="min-w-0" aria-describedby={props["aria-describedby"]}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && (
        <p id={field.descriptionId} className="mb-1 text-sm text-soft">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {options.map(({ value, label: text }) => (
          <label
            key={value}
            htmlFor={`${field.id}-${value}`}
            className="flex min-h-11 min-w-0 items-center gap-2 py-1"
          >
            <input
              type="radio"
              id={`${field.id}-${value}`}
              name={field.name}
              form={field.formId}
              value={value}
              defaultChecked={defaultValue === value}
              className="size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0 wrap-anywhere">{text}</span>
          </label>
        ))}
      </div>
      <FieldProblems field={field} />
    </fieldset>
  );
}

/** Any of a few, all to be seen at once. */
export function ChecksField({ field, label, hint, options }: FieldProps & { options: Option[] }) {
  const chosen: unknown[] = [field.initialValue ?? []].flat();
  const words = useMessages();
  const problems = [...new Set(Object.values(field.allErrors).flat())];
  return (
    <fieldset aria-describedby={described({ field, hint })["aria-describedby"]}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && (
        <p id={field.descriptionId} className="mb-1 text-sm text-soft">
          {hint}
        </p>
      )}
      <div className="grid gap-x-6 sm:grid-cols-2 md:grid-cols-3">
        {options.map(({ value, label: text }) => (
          <label
            key={value}
            htmlFor={`${field.id}-${value}`}
            className="flex min-h-11 items-center gap-2"
          >
            <input
              type="checkbox"
              id={`${field.id}-${value}`}
              name={field.name}
              form={field.formId}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-5 shrink-0 accent-accent"
            />
            {text}
          </label>
        ))}
      </div>
      {problems.length > 0 && (
        <p id={field.errorId} className="mt-1 font-semibold text-late">
          {problems.map((problem) => problemSentence(words, problem)).join(" ")}
        </p>
      )}
    </fieldset>
  );
}

/** One thing to be said yes to, or left. */
export function CheckField({ field, label, hint }: FieldProps) {
  const { defaultValue, required: _, ...props } = described({ field, hint });
  return (
    <div>
      <label htmlFor={field.id} className="flex min-h-11 items-center gap-2">
        <input
          {...props}
          key={field.key}
          type="checkbox"
          defaultChecked={defaultValue === "on"}
          className="size-5 shrink-0 accent-accent"
        />
        <span className="min-w-0 wrap-anywhere">{label}</span>
      </label>
      {hint && (
        <p id={field.descriptionId} className="text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

/** Fields that belong together under one heading. */
export function FieldGroup({
  legend,
  hint,
  className = "",
  children,
}: {
  legend: string;
  hint?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className={`${className} rounded-md border border-line p-4`}>
      <legend className="px-1 font-semibold">{legend}</legend>
      {hint && <p className="mb-3 text-sm text-soft">{hint}</p>}
      <div className="grid gap-5 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
