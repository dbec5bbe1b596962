import type { AppLoadContext } from "@remix-run/node";

declare module "@remix-run/node" {
  /** What the front door knows of a request and the pages may need. */
  interface AppLoadContext {
    requestId: string;
    nonce: string;
    address: string;
  }
}

/** Tells of what happened, one line for each thing. */
export type Log = (line: string) => void;

/** Answers a request that has come through the door. */
export type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;
