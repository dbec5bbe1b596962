import type { ReactNode } from "react";
import type { ReportFound } from "#app/domain/spokespersons/contact-reports.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "./agency-name.ts";
import { Card } from "./card.tsx";
import { LinkTo } from "./link.tsx";
import { Notice } from "./notice.tsx";
import { PageTitle } from "./page-title.tsx";
import { TimeText } from "./time.tsx";

export type ShownReport = Omit<ReportFound, "reporterEmail" | "decidedBy">;

/** A reader's report beside what is published, and below it what can be done, while it is open. */
export function ReportPage({
  report,
  wantsAnswer,
  children,
}: {
  report: ShownReport;
  wantsAnswer: boolean;
  children?: ReactNode;
}) {
  const { report: words, desk, fields } = useMessages().contactReports;
  const agency = useAgencyName()(report);
  const { decision, decidedAt, answer } = report;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.contactReports()}>{desk.title}</LinkTo>}
        lead={
          <>
            {agency} · <TimeText at={report.reportedAt} />
          </>
        }
      >
        {words.title(fields[report.field])}
      </PageTitle>
      <Compared report={report} />
      <Card title={words.note}>
        <p className="whitespace-pre-line wrap-anywhere">{report.note || words.noNote}</p>
      </Card>
      {decision && decidedAt ? (
        <Notice tone="success" title={words.decided(desk.decisions[decision])}>
          <TimeText at={decidedAt} />
          <p className="whitespace-pre-line">{answer}</p>
        </Notice>
      ) : (
        <>
          <p className="mb-4 text-soft">{wantsAnswer ? words.wantsAnswer : words.noAnswer}</p>
          {children}
        </>
      )}
    </>
  );
}

const SHOWN = ["name", "position", "phone", "email"] as const;

/** Published on the left, as reported on the right; what differs is marked by weight and a word's change. */
function Compared({ report: { entry, field, proposal } }: { report: ShownReport }) {
  const { report: words, fields } = useMessages().contactReports;
  if (!entry)
    return (
      <Card title={words.compare}>
        <p className="mb-2">{words.nobody}</p>
        <p className="font-semibold wrap-anywhere">
          {fields[field]}: {proposal}
        </p>
      </Card>
    );
  const rows = field === "other" ? [...SHOWN, field] : SHOWN;
  return (
    <Card title={words.compare}>
      <table className="stacked w-full border-collapse">
        <caption className="sr-only">{words.compare}</caption>
        <thead>
          <tr className="border-b border-line">
            {[words.row, words.published, words.proposed].map((head) => (
              <th key={head} scope="col" className="px-3 py-2 text-start font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row} className={`border-b border-line ${row === field ? "bg-due-wash" : ""}`}>
              <th scope="row" data-label={words.row} className="px-3 py-2 text-start font-normal">
                {fields[row]}
              </th>
              <td data-label={words.published} className="px-3 py-2 wrap-anywhere">
                {row === "other" ? "" : row === field ? <del>{entry[row]}</del> : entry[row]}
              </td>
              <td data-label={words.proposed} className="px-3 py-2 wrap-anywhere">
                {row === field && <ins className="font-semibold no-underline">{proposal}</ins>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
