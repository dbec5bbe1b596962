import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { speakerEntry } from "#app/domain/open-data/answers.ts";
import { findPublicEntry } from "#app/domain/spokespersons/entries.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { onlyRead, openData, openDataProblem } from "#app/http/open-data.server.ts";

/** An assignment or a delegation, with everything that is published of it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  const entry = await findPublicEntry(db, params.id ?? "", now());
  return entry ? openData(request, speakerEntry(entry)) : openDataProblem(request, "not-found");
}

export const action = onlyRead;
