import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Duplex, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import sirv from "sirv";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import type { Log } from "./context.ts";
import { encode, encodingFor, isWorthCompressing } from "./encoding.ts";
import type { Door } from "./front-door.server.ts";
import { type Form, isKnown, type KeptPage } from "./kept-page.ts";
import type { KeptResponse } from "./kept-pages.server.ts";
import type { Asked } from "./kept-question.ts";
import { FOR_PAGES, GUARDING } from "./security-headers.ts";

/** Bytes of a body: what a stranger may send, and what somebody signed in may paste into a form. */
const STRANGERS_LIMIT = 512 * 1024;
const DESK_LIMIT = 32 * 1024 * 1024;

/** Bytes of a head: room for an address somebody pasted a page into, so that the page asked for can say what is wrong. */
const HEAD_LIMIT = 32 * 1024;

/** Of a body that is too large, what is read and let go: a browser shows no answer before it has sent everything. */
const PATIENCE = 256 * 1024 * 1024;

/** Files that pages of other sites run, as scripts or as modules. */
const FOR_ALL_SITES: Record<string, Record<string, string>> = {
  "/widget.js": {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  },
};

interface Options {
  door: Door;
  origin: string;
  /** The folder of files that are served as they are. */
  files: string;
  /** How many proxies stand in front: the address is that many from the right of X-Forwarded-For. */
  proxies: number;
  log: Log;
}

/**
 * A thin adapter around Remix's handler: what is kept ready, files with lasting caching, compression,
 * headers, limits. Express in its place would halve what a process can answer.
 */
export function createHouseServer({ door, origin, files, proxies, log }: Options) {
  const serveFile = sirv(files, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      const lasting = path.startsWith("/assets/");
      response.setHeader(
        "Cache-Control",
        lasting ? "public, max-age=31536000, immutable" : "public, max-age=600",
      );
      if (lasting) for (const name of FOR_PAGES) response.removeHeader(name);
      for (const [name, value] of Object.entries(FOR_ALL_SITES[path] ?? {}))
        response.setHeader(name, value);
    },
  });
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    try {
      const limit = isDesk(incoming) ? DESK_LIMIT : STRANGERS_LIMIT;
      const length = Number(incoming.headers["content-length"] ?? 0);
      if (length > limit) {
        if (length <= PATIENCE) await passOver(incoming);
        return refuse(incoming, outgoing, 413);
      }
      const request = requestOf(incoming, outgoing, origin, limit);
      if (!request) return refuse(incoming, outgoing, 400);
      const response = await door(request, addressOf(incoming, proxies));
      if ("page" in response) give((response as KeptResponse).page, readingOf(incoming), outgoing);
      else await send(response, incoming, outgoing);
    } catch (error) {
      if (error instanceof TooLarge) return refuse(incoming, outgoing, 413);
      if (incoming.destroyed || outgoing.destroyed) return;
      log(`failed: ${error instanceof Error ? error.stack : error}`);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500).end();
    }
  };

  const serve = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    for (const [name, value] of GUARDING) outgoing.setHeader(name, value);
    // A file that went away, as by a new build under a running server, breaks off one answer and no more.
    outgoing.once("pipe", (file: Readable) => file.once("error", () => outgoing.destroy()));
    serveFile(incoming, outgoing, () => void answer(incoming, outgoing));
  };

  const server = createServer({ maxHeaderSize: HEAD_LIMIT }, (incoming, outgoing) => {
    const asked = readingOf(incoming);
    const found = door.kept?.find(asked);
    if (!found) serve(incoming, outgoing);
    else if (!(found instanceof Promise)) give(found, asked, outgoing);
    else found.then((page) => (page ? give(page, asked, outgoing) : serve(incoming, outgoing)));
  });
  server.on("clientError", refuseUnread);
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 65_000;
  return server;
}

class TooLarge extends Error {}

function isDesk({ url = "", headers }: IncomingMessage) {
  return /^\/(en\/)?desk(\/|$)/.test(url) && (headers.cookie ?? "").includes("session=");
}

function addressOf({ socket, headers }: IncomingMessage, proxies: number): string {
  const direct = socket.remoteAddress ?? "unknown";
  if (proxies === 0) return direct;
  const hops = String(headers["x-forwarded-for"] ?? "").split(",");
  return hops.at(-proxies)?.trim() || direct;
}

/** The request as the web's own type; nothing when its address or a header is not one. */
function requestOf(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origin: string,
  limit: number,
): Request | undefined {
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const method = incoming.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  try {
    // A NUL is in no address of ours, and PostgreSQL takes none in a text.
    if (decodeURI((incoming.url ?? "/").split("?")[0] ?? "/").includes("\0")) return undefined;
    return new Request(new URL(origin + (incoming.url ?? "/")), {
      method,
      headers: headersOf(incoming),
      signal: gone.signal,
      ...(hasBody && {
        body: Readable.toWeb(Readable.from(limited(incoming, limit))) as ReadableStream<Uint8Array>,
        duplex: "half",
      }),
    } as RequestInit);
  } catch {
    return undefined;
  }
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let i = 0; i < rawHeaders.length; i += 2)
    headers.append(rawHeaders[i] as string, rawHeaders[i + 1] as string);
  return headers;
}

function passOver(incoming: IncomingMessage): Promise<void> {
  return new Promise((passed) => {
    incoming.once("close", passed).once("end", passed).resume();
  });
}

async function* limited(incoming: IncomingMessage, limit: number) {
  let length = 0;
  for await (const chunk of incoming) {
    length += (chunk as Buffer).length;
    if (length > limit) throw new TooLarge();
    yield chunk as Buffer;
  }
}

interface Reading extends Asked {
  encodings: string | undefined;
  marks: string | undefined;
  since: string | undefined;
}

const READ = new Map<string, keyof Reading>([
  ["cookie", "cookie"],
  ["accept-language", "acceptLanguage"],
  ["accept-encoding", "encodings"],
  ["if-none-match", "marks"],
  ["if-modified-since", "since"],
]);

/** All that a kept answer depends on, from the head as it came: Node's own reading of every header takes longer than the answer. */
function readingOf({ method, url = "/", rawHeaders }: IncomingMessage): Reading {
  const reading: Reading = {
    method,
    address: url,
    cookie: undefined,
    acceptLanguage: undefined,
    encodings: undefined,
    marks: undefined,
    since: undefined,
  };
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = READ.get((rawHeaders[i] as string).toLowerCase());
    if (!name) continue;
    const value = rawHeaders[i + 1] as string;
    const before = reading[name];
    reading[name] =
      before === undefined ? value : `${before}${name === "cookie" ? "; " : ", "}${value}`;
  }
  return reading;
}

/** Sends what is kept ready: one head and one body, written as they lie there. */
function give(page: KeptPage, asked: Reading, outgoing: ServerResponse) {
  const form = page.in(encodingFor(asked.encodings));
  if (!(form instanceof Promise)) write(form, asked, outgoing);
  else
    form.then(
      (ready) => write(ready, asked, outgoing),
      () => outgoing.destroy(),
    );
}

function write(form: Form, { method, marks, since }: Reading, outgoing: ServerResponse) {
  if (isKnown(form, marks, since)) return void outgoing.writeHead(304, form.unchanged).end();
  outgoing.writeHead(200, form.head);
  if (method === "HEAD") outgoing.end();
  else outgoing.end(form.bytes);
}

async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse) {
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length) outgoing.setHeader("Set-Cookie", cookies);
  outgoing.statusCode = response.status;
  if (incoming.method === "HEAD" || !response.body) return void outgoing.end();

  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("text/event-stream")) {
    outgoing.flushHeaders();
    return pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing).catch(
      () => {},
    );
  }
  // What knows its own length (a paper) goes out as it is read.
  if (response.headers.has("Content-Length"))
    return pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing).catch(
      (error) => {
        if (!outgoing.destroyed) throw error;
      },
    );
  const body = Buffer.from(await response.arrayBuffer());
  const encoding = isWorthCompressing(body.length, type)
    ? encodingFor(incoming.headers["accept-encoding"])
    : "identity";
  const bytes = await encode(body, encoding);
  if (encoding !== "identity") {
    outgoing.setHeader("Content-Encoding", encoding);
    outgoing.appendHeader("Vary", "Accept-Encoding");
  }
  outgoing.setHeader("Content-Length", bytes.length);
  outgoing.end(bytes);
}

/** What cannot be read, or is too much to be read: a clear sentence, without a look at the rest of it. */
function refuse({ url = "/" }: IncomingMessage, outgoing: ServerResponse, status: 400 | 413) {
  if (status === 413) outgoing.setHeader("Connection", "close");
  const [type, body] = refusalOf(url, status);
  outgoing.writeHead(status, { "Content-Type": type }).end(body);
}

/** A refusal as programs or as people read it, by the address they asked for. */
function refusalOf(url: string, status: 400 | 413): [type: string, body: string] {
  const language = languageOf(url.split("?")[0] ?? "/");
  const { title, text } = messagesIn(language).common.errors[status];
  if (url.startsWith("/api/"))
    return ["application/json", JSON.stringify({ error: { code: "bad-request", message: text } })];
  const sheet = `<!doctype html><html lang="${language}"><title>${title}</title><h1>${title}</h1><p>${text}</p>`;
  return ["text/html; charset=utf-8", sheet];
}

/** What is no request at all, or has a longer head than is read; in the words of who asked, where its first line came with it. */
function refuseUnread({ code, rawPacket }: UnreadError, socket: Duplex) {
  if (code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [, url = "/"] =
    /^[A-Z]+ (\/[^ ?]*)/.exec(rawPacket?.toString("latin1", 0, 200) ?? "") ?? [];
  const sentence = code === "HPE_HEADER_OVERFLOW" ? 413 : 400;
  const [type, body] = refusalOf(url, sentence);
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

type UnreadError = NodeJS.ErrnoException & { rawPacket?: Buffer };
