import { now } from "#app/clock.ts";

const SECOND = 1000;
const ASK_EVERY = SECOND;
/** Some proxies drop a connection on which nothing is said for half a minute. */
const SAY_SOMETHING_EVERY = 20 * SECOND;
/** Then the browser comes again by itself, and the guard asks again who it is. */
const LASTS = 5 * 60 * SECOND;
/** A browser opens no more to one house than six; somebody may have two at hand. */
const MOST_OPEN = 12;
const open = new Map<string, number>();

/**
 * Tells somebody what a question's answer is, and again whenever it is another, as server-sent events, each
 * with the moment at which it was so. Who has too many open is refused and asks by and by instead.
 */
export function changesOf(
  ask: () => Promise<object>,
  gone: AbortSignal,
  officer: { id: string },
): Response {
  const others = open.get(officer.id) ?? 0;
  if (others >= MOST_OPEN)
    return new Response("Too many open pages.", { status: 429, headers: { "Retry-After": "60" } });
  open.set(officer.id, others + 1);

  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  let isHeard = true;
  const stop = () => {
    if (!isHeard) return;
    isHeard = false;
    clearTimeout(timer);
    const left = (open.get(officer.id) ?? 1) - 1;
    if (left > 0) open.set(officer.id, left);
    else open.delete(officer.id);
  };
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const until = Date.now() + LASTS;
      let told = "";
      let toldAt = 0;
      const say = (text: string) => {
        controller.enqueue(encoder.encode(text));
        toldAt = Date.now();
      };
      const end = () => {
        if (!isHeard) return;
        stop();
        controller.close();
      };
      gone.addEventListener("abort", end, { once: true });
      const look = async () => {
        const answer = JSON.stringify(await ask());
        if (!isHeard) return;
        if (answer !== told) say(`id: ${now()}\ndata: ${answer}\n\n`);
        else if (Date.now() - toldAt > SAY_SOMETHING_EVERY) say(":\n\n");
        told = answer;
        if (Date.now() > until) return end();
        // What cannot be asked now (the database is going) ends the stream; the browser comes again.
        timer = setTimeout(() => void look().catch(end), ASK_EVERY);
        timer.unref();
      };
      await look().catch((error) => {
        stop();
        throw error;
      });
    },
    cancel: stop,
  });
  return new Response(stream, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
  });
}
