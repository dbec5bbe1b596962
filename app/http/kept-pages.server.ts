import type { AppLoadContext } from "@remix-run/node";
import type { Db } from "#db/tables.ts";
import type { Handler, Log } from "./context.ts";
import { type Edition, Editions } from "./editions.server.ts";
import { KeptPage, namesIn } from "./kept-page.ts";
import { type Asked, pathOf, type Question, questionOf, requestFor } from "./kept-question.ts";
import { secure } from "./security-headers.ts";

const MOST_BYTES = 12 * 1024 * 1024;
const LONGEST_BODY = 2 * 1024 * 1024; // a calendar of a thousand meetings

/** An answer that is kept; the first is the one it was written for. */
export interface KeptResponse extends Response {
  page: KeptPage;
  first: boolean;
}

export function isKept(response: Response): response is KeptResponse {
  return "page" in response;
}

/** The pages of one edition: they fall with it, all at once. */
interface Shelf {
  pages: Map<string, KeptPage>;
  /** Those being written, so that a thousand who ask at once are answered by one writing. */
  writing: Map<string, Promise<KeptPage | undefined>>;
  bytes: number;
}

/**
 * Keeps what the public is shown as it was written, ready as bytes, for a rush: when something happens,
 * everybody asks for the same ward. Nothing of somebody signed in is kept, or given to them from here.
 */
export class KeptPages {
  readonly #editions: Editions;
  readonly #shelves = new WeakMap<Edition, Shelf>();
  readonly #tally: Tally;
  readonly #mostBytes: number;

  constructor(db: Db, log: Log, mostBytes = MOST_BYTES) {
    this.#editions = new Editions(db);
    this.#tally = new Tally(log);
    this.#mostBytes = mostBytes;
  }

  /** The page that answers a request, before anything is made of it; at once, unless the edition has to be asked for. */
  find(asked: Asked): KeptPage | Promise<KeptPage | undefined> | undefined {
    const question = questionOf(asked);
    if (!question) return undefined;
    const edition = this.#editions.known();
    if (edition) return this.#counted(this.#pageOf(edition, question));
    return this.#editions
      .current()
      .then((current) => current && this.#counted(this.#pageOf(current, question)));
  }

  /** Answers a request from what is kept, or writes the answer and keeps it if it is the same for everybody. */
  async answer(request: Request, context: AppLoadContext, handle: Handler): Promise<Response> {
    const url = new URL(request.url);
    const question = questionOf({
      method: request.method,
      address: url.pathname + url.search,
      cookie: request.headers.get("Cookie") ?? undefined,
      acceptLanguage: request.headers.get("Accept-Language") ?? undefined,
    });
    const edition = question && (await this.#editions.current());
    if (!question || !edition) return handle(request, context);

    const shelf = this.#shelfOf(edition);
    const known = this.#pageOf(edition, question);
    if (known) return this.#again(known, request);
    const writing = shelf.writing.get(question.key);
    if (writing) {
      const page = await writing;
      // Whoever waited in vain is answered for themselves: the first may have been refused for what they did.
      return page ? this.#again(page, request) : handle(request, context);
    }
    const written = this.#written(shelf, question, request, context, handle);
    const page = written.then(
      (response) => (isKept(response) ? response.page : undefined),
      () => undefined,
    );
    shelf.writing.set(question.key, page);
    page.then(() => shelf.writing.delete(question.key));
    return written;
  }

  async #written(
    shelf: Shelf,
    question: Question,
    request: Request,
    context: AppLoadContext,
    handle: Handler,
  ): Promise<Response> {
    const { origin, protocol } = new URL(request.url);
    const response = await handle(requestFor(question, origin), context);
    if (response.status !== 200) return response;
    if (!isForAll(response)) return handle(request, context);
    const body = Buffer.from(await response.arrayBuffer());
    if (body.length > LONGEST_BODY || body.includes(context.nonce))
      return new Response(body, { headers: response.headers });
    secure(response.headers, { https: protocol === "https:" });
    const page = this.#keep(shelf, question, response.headers, body);
    return Object.assign(page.toResponse(request), { page, first: true });
  }

  #shelfOf(edition: Edition): Shelf {
    const known = this.#shelves.get(edition);
    if (known) return known;
    const shelf = { pages: new Map(), writing: new Map(), bytes: 0 };
    this.#shelves.set(edition, shelf);
    return shelf;
  }

  #counted(page: KeptPage | undefined): KeptPage | undefined {
    if (page) this.#tally.count(page);
    return page;
  }

  #again(page: KeptPage, request: Request): KeptResponse {
    this.#tally.count(page);
    return Object.assign(page.toResponse(request), { page, first: false });
  }

  #pageOf(edition: Edition, { key }: Question): KeptPage | undefined {
    const { pages } = this.#shelfOf(edition);
    const page = pages.get(key);
    if (!page) return undefined;
    // The least recently asked for stand first, and go first.
    pages.delete(key);
    pages.set(key, page);
    return page;
  }

  #keep(shelf: Shelf, { key, address }: Question, headers: Headers, body: Buffer): KeptPage {
    const weigh = (bytes: number) => {
      if (shelf.pages.get(key) !== page) return;
      page.size += bytes;
      shelf.bytes += bytes;
      this.#makeRoom(shelf);
    };
    const page: KeptPage = new KeptPage(pathOf(address), headers, body, weigh);
    shelf.pages.set(key, page);
    shelf.bytes += page.size;
    this.#makeRoom(shelf);
    return page;
  }

  #makeRoom(shelf: Shelf) {
    for (const [key, { size }] of shelf.pages) {
      if (shelf.bytes <= this.#mostBytes) return;
      shelf.pages.delete(key);
      shelf.bytes -= size;
    }
  }
}

/** What the answer depends on that the question holds; it may not say that it depends on more. */
const HELD = new Set(["accept-encoding", "cookie", "accept-language"]);

/** Whether an answer says of itself that it is the same for everybody who asks the same. */
function isForAll({ headers }: Response): boolean {
  return (
    !headers.has("Set-Cookie") &&
    !headers.has("Content-Encoding") &&
    !/no-store|private/.test(headers.get("Cache-Control") ?? "") &&
    !headers.get("Content-Type")?.startsWith("text/event-stream") &&
    namesIn(headers.get("Vary")).every((name) => HELD.has(name.toLowerCase()))
  );
}

const SECOND = 1000;
const MOST_TOLD = 3;

/** One line a second about the answers that were kept: a line for each would cost more than the answer. */
class Tally {
  readonly #log: Log;
  #pages: KeptPage[] = [];

  constructor(log: Log) {
    this.#log = log;
  }

  count(page: KeptPage) {
    if (page.given++ > 0) return;
    if (this.#pages.length === 0) setTimeout(() => this.#tell(), SECOND).unref();
    this.#pages.push(page);
  }

  #tell() {
    const byAddress = new Map<string, number>();
    for (const page of this.#pages) {
      byAddress.set(page.address, (byAddress.get(page.address) ?? 0) + page.given);
      page.given = 0;
    }
    this.#pages = [];
    const most = [...byAddress].toSorted(([, one], [, other]) => other - one);
    const all = most.reduce((sum, [, count]) => sum + count, 0);
    const named = most.slice(0, MOST_TOLD).map(([address, count]) => `${address} ${count}`);
    const more = most.length > MOST_TOLD ? `, ${most.length - MOST_TOLD} more addresses` : "";
    this.#log(`kept ${all} answers in a second: ${named.join(", ")}${more}`);
  }
}
