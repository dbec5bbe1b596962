import { randomBytes, randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import type { Handler, Log } from "./context.ts";
import { isKept, KeptPages } from "./kept-pages.server.ts";
import { isSomebodys } from "./kept-question.ts";
import { answerAtDoor } from "./open-data.server.ts";
import { isCrossSite, letIn } from "./same-origin.server.ts";
import { secure } from "./security-headers.ts";

/** Answers a request that came from an address; what it keeps ready can be had without one. */
export interface Door {
  (request: Request, address: string): Promise<Response>;
  kept?: Pick<KeptPages, "find">;
}

/**
 * What every request passes on its way in: a name for the log, the same-origin check, what is kept
 * ready, and the headers that every answer leaves with. Tests come in by this door too.
 */
export function frontDoor(handle: Handler, log: Log, { keeping = true } = {}): Door {
  const kept = keeping ? new KeptPages(db, log) : undefined;
  const door = async (asked: Request, address: string): Promise<Response> => {
    const context: AppLoadContext = {
      requestId: randomUUID(),
      nonce: randomBytes(16).toString("base64"),
      address,
    };
    const began = performance.now();
    const request = isCrossSite(asked) ? undefined : letIn(asked);
    const response = !request
      ? new Response("Cross-site requests are not taken.", { status: 403 })
      : (answerAtDoor(request) ??
        (await (kept ? kept.answer(request, context, handle) : handle(request, context))));
    // What was written before has its headers already, and is told of by the second.
    if (isKept(response) && !response.first) return response;
    if (!isKept(response)) {
      const personal = isSomebodys(asked.headers.get("Cookie") ?? "");
      secure(response.headers, { ...context, personal, https: asked.url.startsWith("https:") });
      response.headers.set("X-Request-Id", context.requestId);
    }
    const path = withoutSecrets(new URL(asked.url).pathname);
    const took = (performance.now() - began).toFixed(1);
    log(`${asked.method} ${path} ${response.status} ${took}ms ${context.requestId}`);
    return response;
  };
  return Object.assign(door, { kept });
}

/** A letter's token opens what it is for: the log must not. */
export function withoutSecrets(pathname: string): string {
  return pathname.replace(
    /\/(links|invitations|calendars|unsubscribe|confirmations|asked|question-checks|query-tasks)\/[\w-]{16,}/,
    "/$1/…",
  );
}
