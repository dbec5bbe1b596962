const SECOND = 1000;
const ASK_EVERY = SECOND;
/** Some proxies drop a connection on which nothing is said for half a minute. */
const SAY_SOMETHING_EVERY = 20 * SECOND;
/** Then the browser comes again by itself, and the guard asks again who it is. */
const LASTS = 5 * 60 * SECOND;

/** Tells somebody what a question's answer is, and again whenever it is another, as server-sent events. */
export function changesOf(ask: () => Promise<object>, gone: AbortSignal): Response {
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  let isHeard = true;
  const stop = () => {
    isHeard = false;
    clearTimeout(timer);
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
        if (answer !== told) say(`data: ${answer}\n\n`);
        else if (Date.now() - toldAt > SAY_SOMETHING_EVERY) say(":\n\n");
        told = answer;
        if (Date.now() > until) return end();
        // What cannot be asked now (the database is going) ends the stream; the browser comes again.
        timer = setTimeout(() => void look().catch(end), ASK_EVERY);
        timer.unref();
      };
      await look();
    },
    cancel: stop,
  });
  return new Response(stream, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
  });
}
