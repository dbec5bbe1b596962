import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "#app/clock.ts";
import { yearInHand } from "#app/domain/reports/annual.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

/** The annual report is that of the year in hand unless another is asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireOfficer(request);
  return goTo(request, paths.desk.annualReport(yearInHand(today())));
}
