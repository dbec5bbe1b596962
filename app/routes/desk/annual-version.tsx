import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileDown } from "lucide-react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { reachOf } from "#app/domain/agencies/agency.ts";
import { thaw } from "#app/domain/reports/annual.server.ts";
import {
  type Difference,
  differencesOf,
  figureOf,
  INDICATORS,
} from "#app/domain/reports/annual.ts";
import { evidenceOf } from "#app/domain/reports/evidence.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { reportAsked } from "#app/http/report-asked.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonAnchor } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { FigureText } from "#app/ui/report-figure.tsx";
import { Table } from "#app/ui/table.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { year, agency, report, query } = await reportAsked(request, officer, params.year);
  const sending =
    report.sendings.find(({ version }) => String(version) === params.version) ?? notFound();
  const { snapshot, isIntact } = thaw(sending);
  const current = await evidenceOf(db, reachOf(agency), snapshot.span, now());
  const { snapshot: _, ...paper } = sending;
  const { span, note, difficulties, proposals, indicators } = snapshot;
  return {
    ...{ year, query, paper, isIntact, span, note, difficulties, proposals },
    differences: differencesOf(indicators, current),
    figures: INDICATORS.map((indicator) => ({
      indicator,
      frozen: figureOf(indicators[indicator]),
      now: figureOf(current[indicator]),
    })),
  };
}

export const meta: MetaFunction = ({ location, params }) => {
  const words = messagesIn(languageOf(location.pathname));
  const title = words.reports.version.title(Number(params.year), Number(params.version));
  return [{ title: `${title} · ${words.common.product}` }];
};

export default function AnnualVersion() {
  const { year, query, paper, isIntact, ...frozen } = useLoaderData<typeof loader>();
  const { reports } = useMessages();
  const words = reports.version;
  const to = useLocalised();
  const version = String(paper.version);
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.annualReport(year, query)}>{reports.annual.title(year)}</LinkTo>
        }
        lead={words.lead}
        actions={(["docx", "pdf"] as const).map((format) => (
          <ButtonAnchor
            key={format}
            href={to(paths.desk.annualPaper(year, format, { ...query, version }))}
            download
          >
            <FileDown aria-hidden="true" className="size-4" />
            {reports.annual[format]}
          </ButtonAnchor>
        ))}
      >
        {words.title(year, paper.version)}
      </PageTitle>
      {!isIntact && <Notice tone="problem">{words.broken}</Notice>}
      <Card>
        <p className="font-semibold">
          {reports.annual.sent(paper.number, shortTime(paper.sentAt))}
        </p>
        <p>{words.signed(paper.office, paper.signer)}</p>
        <p className="text-soft">
          {words.recorded(paper.recordedByName, shortTime(paper.recordedAt))}
        </p>
        {paper.reason && <p>{words.reason(paper.reason)}</p>}
        {paper.fileId && (
          <p>
            <a href={to(paths.desk.document({ id: paper.fileId }))}>{words.file}</a>
          </p>
        )}
        <p className="mt-2 text-sm wrap-anywhere text-soft">
          {words.hash}: <code>{paper.sha256}</code>
        </p>
      </Card>
      <section aria-labelledby="figures" className="mb-6">
        <h2 id="figures" className="mb-3 text-xl">
          {reports.annual.figures} ({shortDay(frozen.span.from)} – {shortDay(frozen.span.until)})
        </h2>
        <Table
          caption={reports.annual.figures}
          rows={frozen.figures}
          keyOf={({ indicator }) => String(indicator)}
          columns={[
            {
              head: reports.annual.indicator,
              names: true,
              cell: ({ indicator }) => `${indicator}. ${reports.indicators[indicator]}`,
            },
            {
              head: words.frozen,
              numeric: true,
              cell: ({ indicator, frozen: figure }) => (
                <span className="text-lg font-semibold tabular-nums">
                  <FigureText indicator={indicator} figure={figure} />
                </span>
              ),
            },
            {
              head: words.now,
              numeric: true,
              cell: ({ indicator, now: figure }) => (
                <span className="tabular-nums">
                  <FigureText indicator={indicator} figure={figure} />
                </span>
              ),
            },
          ]}
        />
        {frozen.note && <p className="mt-2 text-sm text-soft">{frozen.note}</p>}
      </section>
      <Card title={words.differences}>
        {frozen.differences.length === 0 && <p className="text-soft">{words.none}</p>}
        <ul className="grid gap-4">
          {frozen.differences.map((difference) => (
            <li key={difference.indicator}>
              <DifferenceShown difference={difference} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={reports.annual.words}>
        <Facts
          facts={(["difficulties", "proposals"] as const).map((part) => [
            reports.annual[part],
            <span key={part} className="wrap-anywhere whitespace-pre-line">
              {frozen[part] || reports.text.empty}
            </span>,
          ])}
        />
      </Card>
    </>
  );
}

/** So many of each are named. */
const NAMED = 20;

function DifferenceShown({ difference }: { difference: Difference }) {
  const { version: words, indicators, standings, readiness } = useMessages().reports;
  const { indicator, added, gone, changed } = difference;
  const lists = [
    {
      title: words.added(added.length),
      lines: added.map(({ id, title, standing }) => ({
        id,
        line: `${title} (${standings[standing]})`,
      })),
    },
    { title: words.gone(gone.length), lines: gone.map(({ id, title }) => ({ id, line: title })) },
    {
      title: words.changed(changed.length),
      lines: changed.map(({ before, now: since }) => ({
        id: since.id,
        line: `${since.title}: ${words.became(standings[before.standing], standings[since.standing])}`,
      })),
    },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <>
      <h3 className="font-semibold">
        {indicator}. {indicators[indicator]}
      </h3>
      {lists.map(({ title, lines }) => (
        <div key={title} className="mt-1">
          <p>{title}</p>
          <ul className="ms-5 list-disc text-sm wrap-anywhere">
            {lines.slice(0, NAMED).map(({ id, line }) => (
              <li key={id}>{line}</li>
            ))}
            {lines.length > NAMED && <li>{readiness.more(lines.length - NAMED)}</li>}
          </ul>
        </div>
      ))}
    </>
  );
}
