import { z } from "zod";
import { LARGEST_DOCUMENT } from "./document.ts";

/** A file of a form, or none. What it holds is looked at when it has arrived (`inspectDocument`). */
export const documentFile = z
  .instanceof(File, { error: "required" })
  .refine(({ size }) => size <= LARGEST_DOCUMENT, "file-too-large")
  .optional();
