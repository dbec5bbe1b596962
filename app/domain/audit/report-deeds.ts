/** What is done about reports, and by the rounds that let go of what is kept no longer. */
export type ReportDeed =
  | { act: "appearance.recorded"; particulars: { host: string; day: string } }
  | { act: "appearance.removed"; particulars: { host: string; day: string } }
  | { act: "report.span-set"; particulars: { year: number; fromDay: string | null } }
  | { act: "report.written"; particulars: { year: number; edition: number } }
  | {
      act: "report.sent";
      particulars: { year: number; number: string; version: number; figures: string[] };
    }
  | { act: "retention.ran"; particulars: { removed: Record<string, number> } };
