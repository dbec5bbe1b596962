import type { ActionFunctionArgs } from "@remix-run/node";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { importSpokespersons } from "#app/domain/spokespersons/import.server.ts";
import type { OnProgress } from "#app/domain/spokespersons/import-entry.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { type SentList, sentSpokespersons } from "#app/http/spokesperson-sheet.server.ts";
import { paths } from "#app/paths.ts";

/**
 * Enters a list that was checked and tells how far it has come, as events: `{ phase, done, total }`, last
 * `{ done }` with the page of the import, or `{ refused }` when nothing was entered. Somebody who
 * closes the page meanwhile does not stop it.
 */
export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const sent = await sentSpokespersons(await request.formData());
  const encoder = new TextEncoder();
  let isHeard = true;
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (event: object) => {
        if (isHeard) controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
      };
      tell(await entered(officer, sent, tell));
      if (isHeard) controller.close();
    },
    cancel() {
      isHeard = false;
    },
  });
  return new Response(stream, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
  });
}

async function entered(officer: Officer, sent: SentList | undefined, onProgress: OnProgress) {
  if (!sent?.isChecked) return { refused: true };
  try {
    const signed = signedNow(officer);
    const options = { fileName: sent.fileName, onProgress };
    const { id } = await importSpokespersons(db, officer, sent.sheetRead, signed, options);
    return id ? { done: paths.desk.spokespersonImportDone({ id }) } : { refused: true };
  } catch (error) {
    console.error(error);
    return { refused: true };
  }
}
