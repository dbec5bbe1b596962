import { z } from "zod";
import { choice } from "../fields.ts";

/** In which language an officer wants to be written to. */
export const LetterLanguageForm = z.object({ language: choice(["vi", "en"]) });
