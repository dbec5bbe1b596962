import { config } from "#app/config.server.ts";
import { listFileName } from "#app/domain/publishing/list-sheet.ts";
import { type Language, languageOf, type Messages, messagesIn } from "#app/i18n/messages.ts";
import { type AskedList, askedList } from "./asked-list.server.ts";
import { conditional } from "./conditional.ts";

interface Reader {
  words: Messages;
  language: Language;
  origin: string;
}

/** A form in which the list can be kept: what its file is, and how it is written. */
interface Form {
  extension: string;
  type: string;
  write(list: AskedList, reader: Reader): string | Uint8Array | Promise<string | Uint8Array>;
}

/** The list that an address asks for as a file with a name that speaks; not sent twice to who has it. */
export async function listFile(request: Request, code: string | undefined, form: Form) {
  const language = languageOf(new URL(request.url).pathname);
  const words = messagesIn(language);
  const list = await askedList(request, code);
  const problem = list.isUnreadable
    ? words.publishing.files.badDay
    : list.unknown.map((one) => words.listQuestions.refused(one)).join("\n");
  if (problem)
    return new Response(problem, {
      status: 400,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const body = await form.write(list, { words, language, origin: config.ORIGIN });
  const name = listFileName({ ...list, extension: form.extension }, words);
  const headers = {
    "Content-Type": form.type,
    "Content-Disposition": `attachment; filename="${name}"`,
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  // A workbook bears the second in which it was packed.
  const content = typeof body === "string" ? body : JSON.stringify([language, list.entries]);
  return conditional(request, body, headers, { content });
}
