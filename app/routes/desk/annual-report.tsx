import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileDown } from "lucide-react";
import { dayAfter, now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { reachOf } from "#app/domain/agencies/agency.ts";
import { listProvinces } from "#app/domain/press/scope.server.ts";
import { findYearRules, snapshotOf, thaw } from "#app/domain/reports/annual.server.ts";
import {
  differencesOf,
  figureOf,
  INDICATORS,
  type Indicator,
  type Standing,
} from "#app/domain/reports/annual.ts";
import { recipientOf } from "#app/domain/reports/paper-details.server.ts";
import { readinessOf } from "#app/domain/reports/readiness.server.ts";
import { leftToDo } from "#app/domain/reports/readiness.ts";
import { findReporterFor, readYear } from "#app/domain/reports/reporter.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { reportAsked } from "#app/http/report-asked.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { useCounted } from "#app/ui/counted.ts";
import { EmptyBooks } from "#app/ui/empty-books.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ProvinceChoice } from "#app/ui/province.tsx";
import { FigureText } from "#app/ui/report-figure.tsx";
import { Readiness } from "#app/ui/report-readiness.tsx";
import { Table } from "#app/ui/table.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const search = new URL(request.url).searchParams;
  if (officer.reach === "country" && !search.get("agency")) {
    const year = readYear(params.year ?? "") ?? notFound();
    const committee = await findReporterFor(db, officer, { province: search.get("province") });
    if (committee) throw goTo(request, paths.desk.annualReport(year, { agency: committee.id }));
    return { choosing: { year, provinces: await listProvinces(db) } };
  }
  const { year, agency, report, query } = await reportAsked(request, officer, params.year);
  const at = now();
  const current = await snapshotOf(db, agency, report, at);
  const [lines, recipient, former, next] = await Promise.all([
    readinessOf(db, reachOf(agency), report.span, current.indicators, at),
    recipientOf(db, agency),
    findYearRules(db, year - 1),
    findYearRules(db, year + 1),
  ]);
  const [last] = report.sendings;
  const sent = last && thaw(last).snapshot;
  const shown = sent ?? current;
  return {
    shown: {
      ...{ year, query, recipient, lines, today: today() },
      agency: { id: agency.id, name: agency.name, nameEn: agency.nameEn },
      span: report.span,
      note: report.note,
      lastDay: report.rules.lastDay,
      lawFrom: report.rules.lawFrom ?? null,
      beside: {
        former: former !== undefined,
        next: next !== undefined && next.span.from <= today(),
      },
      text: report.text ?? null,
      sendings: report.sendings.map(({ version, number, sentAt }) => ({ version, number, sentAt })),
      left: leftToDo(lines),
      differing: sent ? differencesOf(sent.indicators, current.indicators).length : 0,
      figures: INDICATORS.map((indicator) => ({
        indicator,
        figure: figureOf(shown.indicators[indicator]),
        standings: tallyOf(shown.indicators[indicator].map(({ standing }) => standing)),
      })),
      only: search.get("only") === "lacking",
    },
  };
}

function tallyOf(standings: Standing[]): { standing: Standing; count: number }[] {
  const tally = new Map<Standing, number>();
  for (const standing of standings) tally.set(standing, (tally.get(standing) ?? 0) + 1);
  return [...tally].map(([standing, count]) => ({ standing, count }));
}

export const meta: MetaFunction = ({ location, params }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    { title: `${words.reports.annual.title(Number(params.year))} · ${words.common.product}` },
  ];
};

export default function AnnualReportPage() {
  const { shown, choosing } = useLoaderData<typeof loader>();
  const words = useMessages().reports.annual;
  if (choosing)
    return (
      <>
        <PageTitle lead={words.choose}>{words.title(choosing.year)}</PageTitle>
        <ProvinceChoice provinces={choosing.provinces} chosen={undefined} />
      </>
    );
  return shown ? <Report shown={shown} /> : null;
}

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["shown"]>;

function Report({ shown }: { shown: Shown }) {
  const { year, query, agency, sendings, differing } = shown;
  const { reports } = useMessages();
  const words = reports.annual;
  const { name } = useNames();
  const [last] = sendings;
  return (
    <>
      <PageTitle above={name(agency)} lead={words.lead} actions={<Actions shown={shown} />}>
        {words.title(year)}
      </PageTitle>
      {last && differing > 0 && (
        <Notice tone="warning">
          {words.changedSince(differing)}{" "}
          <LinkTo to={paths.desk.annualVersion(year, last.version, query)}>
            {words.seeChanges}
          </LinkTo>
        </Notice>
      )}
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Figures shown={shown} />
          <Words shown={shown} />
        </div>
        <div className="min-w-0">
          <Status shown={shown} />
          <Readiness {...shown} />
        </div>
      </div>
      {shown.lines.length > 1 && <Agencies shown={shown} />}
    </>
  );
}

function Actions({ shown: { year, query, sendings } }: { shown: Shown }) {
  const words = useMessages().reports.annual;
  const to = useLocalised();
  return (
    <>
      {(["docx", "pdf"] as const).map((format) => (
        <ButtonAnchor key={format} href={to(paths.desk.annualPaper(year, format, query))} download>
          <FileDown aria-hidden="true" className="size-4" />
          {words[format]}
        </ButtonAnchor>
      ))}
      <ButtonLink to={paths.desk.annualSending(year, query)}>
        {sendings.length > 0 ? words.resend : words.send}
      </ButtonLink>
    </>
  );
}

function Figures({ shown: { year, query, figures, note } }: { shown: Shown }) {
  const { reports } = useMessages();
  const number = useCounted();
  return (
    <section aria-labelledby="figures" className="mb-6">
      <h2 id="figures" className="mb-3 text-xl">
        {reports.annual.figures}
      </h2>
      <Table
        caption={reports.annual.figures}
        rows={figures}
        keyOf={({ indicator }) => String(indicator)}
        columns={[
          {
            head: reports.annual.indicator,
            names: true,
            cell: ({ indicator }) => `${indicator}. ${reports.indicators[indicator]}`,
          },
          {
            head: reports.annual.figure,
            numeric: true,
            cell: ({ indicator, figure }) => (
              <LinkTo
                to={paths.desk.annualIndicator(year, indicator, query)}
                className="text-xl font-semibold whitespace-nowrap tabular-nums"
              >
                <FigureText indicator={indicator} figure={figure} />
              </LinkTo>
            ),
          },
          {
            head: reports.annual.behind,
            cell: ({ standings }) =>
              standings.length === 0 ? (
                <span className="text-soft">{reports.figures.none}</span>
              ) : (
                <ul className="text-sm text-soft sm:min-w-40">
                  {standings.map(({ standing, count }) => (
                    <li key={standing}>
                      {reports.standings[standing]}: {number(count)}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      {note && <p className="mt-2 text-sm text-soft">{note}</p>}
    </section>
  );
}

function Words({ shown: { year, query, text } }: { shown: Shown }) {
  const words = useMessages().reports.annual;
  return (
    <Card
      title={words.words}
      actions={<ButtonLink to={paths.desk.annualText(year, query)}>{words.write}</ButtonLink>}
    >
      {text ? (
        <>
          <Facts
            facts={(["difficulties", "proposals"] as const).map((part) => [
              words[part],
              text[part] && <span className="wrap-anywhere whitespace-pre-line">{text[part]}</span>,
            ])}
          />
          <p className="mt-3 text-sm text-soft">
            {words.writtenBy(text.writtenByName, shortTime(text.writtenAt))}
          </p>
        </>
      ) : (
        <p className="text-soft">{words.unwritten}</p>
      )}
    </Card>
  );
}

function Status({ shown }: { shown: Shown }) {
  const { year, query, span, lawFrom, sendings, beside, recipient } = shown;
  const words = useMessages().reports.annual;
  const [last] = sendings;
  return (
    <Card>
      <Facts
        facts={[
          [
            words.status,
            last ? (
              <Badge key="sent" tone="done">
                {words.sent(last.number, shortTime(last.sentAt))}
              </Badge>
            ) : (
              <Badge key="draft" tone="calm">
                {words.draft}
              </Badge>
            ),
          ],
          [
            words.span,
            <>
              {shortDay(span.from)} – {shortDay(span.until)}
              {lawFrom && (
                <span className="block text-sm">
                  <LinkTo to={paths.desk.annualStart(year, query)}>{words.changeStart}</LinkTo>
                </span>
              )}
            </>,
          ],
          [words.due, <DueText key="due" shown={shown} />],
          [words.recipient, recipient],
        ]}
      />
      {sendings.length > 0 && (
        <ul className="mt-4 grid gap-1 border-t border-line pt-4">
          {sendings.map(({ version, number, sentAt }) => (
            <li key={version}>
              <LinkTo to={paths.desk.annualVersion(year, version, query)}>
                {words.version(version)}: {number}, {shortTime(sentAt)}
              </LinkTo>
            </li>
          ))}
        </ul>
      )}
      {(beside.former || beside.next) && (
        <p className="print:hidden mt-4 flex flex-wrap gap-x-6 border-t border-line pt-4">
          {beside.former && (
            <LinkTo to={paths.desk.annualReport(year - 1, query)}>{words.former}</LinkTo>
          )}
          {beside.next && (
            <LinkTo to={paths.desk.annualReport(year + 1, query)}>{words.next}</LinkTo>
          )}
        </p>
      )}
    </Card>
  );
}

function DueText({ shown: { lastDay, today: day, sendings } }: { shown: Shown }) {
  const words = useMessages().reports.annual;
  const days = Math.round((Date.parse(lastDay) - Date.parse(day)) / 86_400_000);
  return (
    <>
      {words.before(dayAfter(lastDay))}
      {sendings.length === 0 && (
        <span className={`block text-sm ${days < 0 ? "text-late" : "text-soft"}`}>
          {days < 0 ? words.overdue(-days) : words.left(days)}
        </span>
      )}
    </>
  );
}

function Agencies({ shown: { year, query, lines, only } }: { shown: Shown }) {
  const { reports } = useMessages();
  const words = reports.readiness;
  const { name } = useNames();
  const entered = lines.filter(({ isEmpty }) => !isEmpty);
  const listed = entered.filter(({ lacks }) => !only || lacks.length > 0);
  const toggled = paths.desk.annualReport(year, { ...query, only: only ? undefined : "lacking" });
  return (
    <section aria-labelledby="agencies">
      <h2 id="agencies" className="mb-1 text-xl">
        {words.agencies}
      </h2>
      <p className="mb-3 text-soft">{words.agenciesLead}</p>
      <EmptyBooks year={year} agencies={lines.filter(({ isEmpty }) => isEmpty)} />
      <p className="print:hidden mb-3">
        <LinkTo to={toggled}>{only ? words.all : words.only}</LinkTo>
      </p>
      <Table
        caption={words.agencies}
        rows={listed}
        keyOf={({ agency }) => agency.id}
        columns={[
          {
            head: words.agency,
            names: true,
            cell: ({ agency }) => (
              <LinkTo many to={paths.desk.annualReport(year, { agency: agency.id })}>
                {name(agency)}
              </LinkTo>
            ),
          },
          ...INDICATORS.map((n: Indicator) => ({
            head: `${n}. ${reports.short[n]}`,
            numeric: true,
            cell: ({ agency, figures }: (typeof lines)[number]) =>
              figures[n].of === 0 ? (
                <span className="text-soft">–</span>
              ) : (
                <LinkTo
                  many
                  to={paths.desk.annualIndicator(year, n, { ...query, of: agency.id })}
                  className="whitespace-nowrap tabular-nums"
                >
                  <FigureText indicator={n} figure={figures[n]} />
                </LinkTo>
              ),
          })),
          {
            head: words.missing,
            cell: ({ lacks }) =>
              lacks.length > 0 ? (
                <Badge tone="due">{words.left(lacks.length)}</Badge>
              ) : (
                <Badge tone="done">{words.inOrder}</Badge>
              ),
          },
        ]}
      />
    </section>
  );
}
