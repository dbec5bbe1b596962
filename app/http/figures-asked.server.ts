import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { periodOf, readPeriod } from "#app/domain/reports/period.ts";
import { scopeFor } from "#app/domain/reports/scope.server.ts";
import { statisticsOf } from "#app/domain/reports/statistics.server.ts";
import { notFound } from "./responses.ts";

/** The figures that an address asks for: of which period (this month's quarter unless it says), and of whom. */
export async function figuresAsked(request: Request, officer: Officer) {
  const search = new URL(request.url).searchParams;
  const asked = (name: string) => search.get(name) || undefined;
  const scope =
    (await scopeFor(db, officer, { agency: asked("agency"), province: asked("province") })) ??
    notFound();
  const period = readPeriod(asked("period") ?? "") ?? periodOf(today(), "quarter");
  const statistics = await statisticsOf(db, scope.reach, period, now());
  return { scope, period, statistics };
}
