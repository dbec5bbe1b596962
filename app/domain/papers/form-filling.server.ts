import type InspectModule from "docxtemplater/js/inspect-module.js";
import { zipSync } from "fflate";
import type { Moment } from "#db/tables.ts";
import { steadyZip } from "../documents/steady-zip.server.ts";
import type { FormValues } from "./form-values.ts";

/** A form taken apart: its files by their names, all looked at. */
export type FormParts = Record<string, Uint8Array>;

/** A form with its values in place of its fields, and nothing else changed: the same bytes for the same of both. */
export async function fillForm(
  parts: FormParts,
  values: FormValues,
  madeAt: Moment,
): Promise<Uint8Array> {
  const form = await openForm(parts);
  form.render(values);
  return steadyZip(form.getZip().generate({ type: "uint8array" }), madeAt);
}

/** Throws where a tag of the form is broken. */
export async function openForm(parts: FormParts, inspect?: InspectModule) {
  const { default: Docxtemplater } = await import("docxtemplater");
  const { default: PizZip } = await import("pizzip");
  const zip = new PizZip(zipSync(parts, { level: 0 }));
  return new Docxtemplater(zip, {
    delimiters: { start: "{{", end: "}}" },
    syntax: { changeDelimiterPrefix: null },
    paragraphLoop: true,
    linebreaks: true,
    // A name stands for its value and nothing is worked out; written in capitals it stands for it in capitals.
    parser: (tag) => ({
      get: (scope: Record<string, unknown>) => {
        const name = tag.toLowerCase();
        const value = Object.hasOwn(scope, name) ? scope[name] : "";
        return typeof value === "string" && tag !== name ? value.toUpperCase() : value;
      },
    }),
    nullGetter: () => "",
    errorLogging: false,
    ...(inspect && { modules: [inspect] }),
  });
}
