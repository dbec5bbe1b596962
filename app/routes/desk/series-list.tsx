import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarRange } from "lucide-react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listSeriesFor } from "#app/domain/meetings/series.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const all = await listSeriesFor(db, officer, now());
  return { all, several: officer.reach !== "agency" };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.series.list.title} · ${words.common.product}` }];
};

export default function SeriesList() {
  const { all, several } = useLoaderData<typeof loader>();
  const words = useMessages();
  const language = useLanguage();
  const { list, rule: inWords } = words.series;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meetings()}>{words.meetings.pages.list.title}</LinkTo>}
        lead={list.lead}
        actions={
          <ButtonLink to={paths.desk.seriesNew()} tone="primary">
            <CalendarRange aria-hidden="true" className="size-4" />
            {list.plan}
          </ButtonLink>
        }
      >
        {list.title}
      </PageTitle>
      {all.length === 0 ? (
        <Empty title={list.empty} />
      ) : (
        <Table
          caption={list.title}
          rows={all}
          keyOf={({ id }) => id}
          columns={[
            {
              head: list.subject,
              names: true,
              cell: (series) => (
                <>
                  <LinkTo to={paths.desk.series(series)} className="font-semibold">
                    {series.subject}
                  </LinkTo>
                  {several && (
                    <span className="block text-sm text-soft">
                      {language === "en" ? series.agencyNameEn : series.agencyName}
                    </span>
                  )}
                </>
              ),
            },
            { head: list.rule, cell: ({ rule }) => inWords(rule) },
            {
              head: list.next,
              cell: ({ next }) => (next ? <TimeText at={next} /> : list.over),
            },
            {
              head: list.toCome,
              numeric: true,
              cell: ({ toCome, meetings }) => list.of(toCome, meetings),
            },
          ]}
        />
      )}
    </>
  );
}
