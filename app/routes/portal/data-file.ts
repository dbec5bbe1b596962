import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { myData } from "#app/domain/portal/my-data.server.ts";
import { requireProof } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { file } from "#app/http/responses.ts";

/** Everything kept about whoever asks, to take along. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await requireProof(request);
  const all = JSON.stringify(await myData(db, visitor, now()), null, 2);
  const response = file(all, "application/json; charset=utf-8", "my-data.json");
  for (const [name, value] of Object.entries(PRIVATE_PAGE)) response.headers.set(name, value);
  return response;
}
