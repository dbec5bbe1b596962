import { z } from "zod";
import { documentFile } from "../documents/document-form.ts";
import { choice, line } from "../fields.ts";
import { FILE_LANGUAGES } from "../press-kit/press-file.ts";

/** What is typed about a file of a statement, with the file itself. */
export const StatementFileForm = z.object({
  title: line(200),
  language: choice(FILE_LANGUAGES),
  isTranslation: z.literal("on").optional(),
  file: documentFile.unwrap(),
});
