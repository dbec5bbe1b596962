import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { db } from "#app/db.server.ts";
import {
  listReportsFor,
  REPORT_SHELVES,
} from "#app/domain/spokespersons/contact-reports.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { TimeText } from "#app/ui/time.tsx";

const ReportsQuery = z.object({
  shelf: z.enum(REPORT_SHELVES).catch("open"),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = ReportsQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await listReportsFor(db, officer, query);
  return { ...found, shelf: query.shelf, shelves: REPORT_SHELVES };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.contactReports.desk.title} · ${words.common.product}` }];
};

export default function ContactReports() {
  const { reports, page, pages, counts, shelf, shelves } = useLoaderData<typeof loader>();
  const { desk: words, fields, report: one } = useMessages().contactReports;
  const agencyName = useAgencyName();
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <div className="mb-3">
        <Tabs
          label={words.title}
          tabs={shelves.map((name) => ({
            to: paths.desk.contactReports({ shelf: name }),
            label: words.shelves[name],
            count: counts[name],
            current: name === shelf,
          }))}
        />
      </div>
      {reports.length === 0 ? (
        <Empty title={words.empty[shelf]} />
      ) : (
        <Table
          caption={words.title}
          rows={reports}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.about,
              names: true,
              cell: (report) => (
                <>
                  <LinkTo to={paths.desk.contactReport(report)} className="font-semibold">
                    {report.name ?? one.nobody}
                  </LinkTo>
                  <span className="block text-sm text-soft">{agencyName(report)}</span>
                </>
              ),
            },
            {
              head: words.says,
              cell: ({ field, proposal }) => (
                <>
                  <span className="block text-sm text-soft">{fields[field]}</span>
                  <span className="wrap-anywhere">{proposal}</span>
                </>
              ),
            },
            { head: words.when, cell: ({ reportedAt }) => <TimeText at={reportedAt} /> },
            {
              head: words.result,
              cell: (report) =>
                report.decision && report.decidedAt ? (
                  <>
                    <Badge tone={report.decision === "applied" ? "done" : "plain"}>
                      {words.decisions[report.decision]}
                    </Badge>{" "}
                    <TimeText at={report.decidedAt} />
                  </>
                ) : (
                  <LinkTo to={paths.desk.contactReport(report)}>{words.look}</LinkTo>
                ),
            },
          ]}
        />
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}
