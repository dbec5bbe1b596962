import { Transform } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { withoutSecrets } from "./http/front-door.server.ts";
import { Nonce } from "./ui/nonce.ts";

export { openHouse } from "./house.server.ts";
export { frontDoor } from "./http/front-door.server.ts";
export { handlerOf } from "./http/handler.server.ts";

/**
 * Public pages are plain HTML, complete without scripts: written at once, with no data shipped for
 * a script that is not there. The desk is hydrated and needs React's streaming form.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  { nonce }: AppLoadContext,
) {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const page = (context: EntryContext) => (
    <Nonce.Provider value={nonce}>
      <RemixServer context={context} url={request.url} nonce={nonce} />
    </Nonce.Provider>
  );
  if (!isHydrated(entry)) {
    const html = renderToString(page({ ...entry, serverHandoffStream: undefined }));
    return new Response(`<!doctype html>${html}`, { status, headers });
  }
  return streamed(page(entry), { status, headers, nonce });
}

function isHydrated({ staticHandlerContext }: EntryContext) {
  return staticHandlerContext.matches.some(({ route }) => route.handle?.hydrated);
}

function streamed(
  page: React.ReactNode,
  { nonce, ...init }: { status: number; headers: Headers; nonce: string },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        const body = withoutNulls();
        resolve(new Response(createReadableStreamFromReadable(body), init));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}

/**
 * React 18 sends its buffer whole where a letter of several bytes no longer fits: one or two zero
 * bytes then stand before the letter (facebook/react#24985). HTML has none, and in the value of a
 * field they would become U+FFFD and be saved.
 */
function withoutNulls(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk);
    },
  });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isTheirMistake(error)) return;
  const path = withoutSecrets(new URL(request.url).pathname);
  const what = error instanceof Error ? error.stack : JSON.stringify(error);
  console.error(`${request.method} ${path} failed ${context.requestId}\n${what}`);
};

/** A post where there is nothing to post to is whoever sent it to blame for, and stands in the log with its status. */
function isTheirMistake(error: unknown): boolean {
  return isRouteErrorResponse(error) && error.status < 500;
}
