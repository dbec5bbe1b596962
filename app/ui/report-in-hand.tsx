import type { ReportInHand as InHand } from "#app/domain/reports/in-hand.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "./card.tsx";
import { LinkTo } from "./link.tsx";

/** Báo cáo năm 2026: còn 12 việc. Shown on the desk until the report is sent. */
export function ReportInHand({ year, left, dueDay, isLate }: InHand) {
  const { annual, readiness: words } = useMessages().reports;
  return (
    <Card title={annual.title(year)}>
      <LinkTo to={paths.desk.annualReport(year)}>
        {left > 0 ? words.home(year, left) : words.homeReady(year)}
      </LinkTo>
      <p className={isLate ? "text-late" : "text-soft"}>
        {isLate ? words.homeLate(dueDay) : words.homeDue(dueDay)}
      </p>
    </Card>
  );
}
