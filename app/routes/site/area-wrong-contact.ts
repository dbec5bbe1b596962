import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findCommitteeOf } from "#app/domain/agencies/agencies.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

/** A place by its code leads to its People's Committee, the agency that speaks for it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const committee = (await findCommitteeOf(db, `2025-${params.code}`)) ?? notFound();
  return goTo(request, paths.wrongContact(committee));
}
