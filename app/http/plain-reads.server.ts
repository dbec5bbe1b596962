import type { ActionFunctionArgs, LoaderFunction, ServerBuild } from "@remix-run/node";
import type { Handler } from "./context.ts";

interface Read {
  loader: LoaderFunction;
  /** The name of the one part of the address that is not fixed. */
  parameter?: string;
}

/**
 * The loaders that answer other programs, by address: `/api/v1/lookup`, `/api/v1/areas/30307`. Such an
 * answer is a whole response already, so that nothing is left to do of what Remix does for a page, which
 * takes as long as the looking up. Undefined for whatever is not read plainly: a post, an address that is
 * written otherwise or is none; Remix has the last word there.
 */
export function plainReads(build: ServerBuild, isRead: (id: string) => boolean) {
  const reads = new Map<string, Read>();
  for (const { id, path = "", module } of Object.values(build.routes).filter(
    (it) => it !== undefined,
  )) {
    const [, fixed = "", parameter] = /^([\w./-]+?)(?:(?<=\/):(\w+))?$/.exec(path) ?? [];
    if (isRead(id) && module.loader && fixed)
      reads.set(`/${fixed}`, { loader: module.loader, parameter });
  }

  return (request: Request, pathname: string): Handler | undefined => {
    if (request.method !== "GET") return undefined;
    const fixed = reads.get(pathname);
    if (fixed && !fixed.parameter) return answering(build, fixed.loader, {});
    const end = pathname.lastIndexOf("/") + 1;
    const value = pathname.slice(end);
    const { loader, parameter } = reads.get(pathname.slice(0, end)) ?? {};
    if (!loader || !parameter || !/^[\w.~-]+$/.test(value)) return undefined;
    return answering(build, loader, { [parameter]: value });
  };
}

/** What a loader throws that is no response is told to the log, and to nobody else. */
function answering(
  build: ServerBuild,
  loader: LoaderFunction,
  params: ActionFunctionArgs["params"],
): Handler {
  return async (request, context) => {
    try {
      return (await loader({ request, params, context })) as Response;
    } catch (error) {
      if (error instanceof Response) return error;
      build.entry.module.handleError?.(error, { request, params, context });
      return Response.json({ message: "Unexpected Server Error" }, { status: 500 });
    }
  };
}
