import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Tabs } from "./tabs.tsx";

/** The kinds of reports side by side. */
export function ReportTabs({
  current,
  year,
  agency,
}: {
  current: "figures" | "annual" | "appearances";
  year: number;
  /** Whose, where that is not the officer's own. */
  agency?: string;
}) {
  const words = useMessages().reports.tabs;
  const tab = (name: typeof current, to: string) => ({
    to,
    label: words[name],
    current: current === name,
  });
  return (
    <div className="mb-6">
      <Tabs
        label={words.label}
        tabs={[
          tab("annual", paths.desk.annualReport(year, { agency })),
          tab("appearances", paths.desk.appearances({ agency })),
          tab("figures", paths.desk.reports({ agency })),
        ]}
      />
    </div>
  );
}
