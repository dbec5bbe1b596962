import type { ActionFunctionArgs } from "@remix-run/node";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { importSpokespersons } from "#app/domain/spokespersons/import.server.ts";
import { importSentence } from "#app/domain/spokespersons/refusal.ts";
import { csvOf } from "#app/domain/spreadsheets/csv-writing.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file } from "#app/http/responses.ts";
import { sentSpokespersons } from "#app/http/spokesperson-sheet.server.ts";
import { messagesFor } from "#app/i18n/messages.ts";

/** What is wrong with a list, as a table to work through. */
export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const sent = await sentSpokespersons(await request.formData());
  if (!sent) throw new Response(null, { status: 400 });
  const signed = signedNow(officer);
  const { problems } = await importSpokespersons(db, officer, sent.sheetRead, signed, {
    dryRun: true,
  });
  const words = messagesFor(request);
  const columns: Record<string, string> = words.spokespersons.columns;
  const { line, column, problem, wholeLine } = words.spreadsheets;
  const rows = problems.map((one) => [
    String(one.line),
    one.column ? (columns[one.column] ?? one.column) : wholeLine,
    importSentence(words, one),
  ]);
  const text = csvOf([[line, column, problem], ...rows]);
  return file(text, "text/csv; charset=utf-8", words.imports.problemsFile);
}
