import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Ban, CalendarRange, Megaphone } from "lucide-react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { clashesOf } from "#app/domain/meetings/clashes.server.ts";
import { hasBegun, ownDetailsOf, phaseOf, whyNotMove } from "#app/domain/meetings/meeting.ts";
import { datesOf } from "#app/domain/meetings/recurrence.ts";
import {
  dayOfMeeting,
  findSeriesFor,
  meetingsOfSeries,
} from "#app/domain/meetings/series.server.ts";
import { followingYear, ruleQuery } from "#app/domain/meetings/series-rule.ts";
import { talliesOf } from "#app/domain/meetings/tally.server.ts";
import { workCalendar } from "#app/domain/policies/due.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ClashList } from "#app/ui/clash-list.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PhaseBadge } from "#app/ui/meeting-state.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";
import { SpanText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const series = (await findSeriesFor(db, officer, params.series ?? "")) ?? notFound();
  const at = now();
  const [meetings, calendar] = await Promise.all([
    meetingsOfSeries(db, series.id),
    workCalendar(db),
  ]);
  const toCome = meetings.filter((one) => !whyNotMove(one, "cancelled", at) && !hasBegun(one, at));
  const [tallies, clashes] = await Promise.all([
    talliesOf(
      db,
      meetings.map(({ id }) => id),
    ),
    clashesOf(db, { id: series.agencyId, provinceId: series.provinceId }, toCome),
  ]);
  const given = new Map(datesOf(series.rule, calendar).map((date) => [date.day, date]));
  const next = followingYear(series.rule);
  return {
    series,
    at,
    subject: (toCome[0] ?? meetings.at(-1))?.subject ?? "",
    toCome: toCome.length,
    toAnnounce: meetings.filter((one) => !whyNotMove(one, "announced", at)).length,
    next: { agency: series.agencyId, ...ruleQuery(next) },
    rows: meetings.map((meeting) => {
      const { id, subject, startsAt, endsAt, zone, seriesDay, spokespersonName } = meeting;
      const place = toCome.indexOf(meeting);
      return {
        ...{ id, subject, startsAt, endsAt, zone, seriesDay, spokespersonName },
        facts: meeting,
        phase: phaseOf(meeting),
        given: given.get(seriesDay) ?? null,
        wasMoved: dayOfMeeting(meeting) !== seriesDay,
        own: ownDetailsOf(meeting),
        tally: tallies.get(id),
        clashes: clashes[place] ?? [],
      };
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    { title: `${data?.subject ?? ""} · ${words.series.list.title} · ${words.common.product}` },
  ];
};

export default function Series() {
  const { series, at, subject, toCome, toAnnounce, next, rows } = useLoaderData<typeof loader>();
  const words = useMessages();
  const language = useLanguage();
  const { page, table, list, rule: inWords, dayOffRule } = words.series;
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={paths.desk.seriesList()}>{list.title}</LinkTo> ·{" "}
            {language === "en" ? series.agencyNameEn : series.agencyName}
          </>
        }
        lead={
          <>
            {inWords(series.rule)}. {dayOffRule[series.rule.dayOff]}.{" "}
            {page.summary(toCome, rows.length)}
          </>
        }
        actions={
          <>
            {toAnnounce > 0 && (
              <ButtonLink to={paths.desk.seriesAnnouncement(series)} tone="primary">
                <Megaphone aria-hidden="true" className="size-4" />
                {page.announce(toAnnounce)}
              </ButtonLink>
            )}
            <ButtonLink to={paths.desk.seriesNew(next)}>
              <CalendarRange aria-hidden="true" className="size-4" />
              {page.nextYear}
            </ButtonLink>
            {toCome > 0 && (
              <ButtonLink to={paths.desk.seriesCancellation(series)} tone="danger">
                <Ban aria-hidden="true" className="size-4" />
                {page.cancelRest}
              </ButtonLink>
            )}
          </>
        }
      >
        {subject}
      </PageTitle>
      {toCome > 0 && <p className="mb-4 max-w-[75ch] text-soft">{page.change}</p>}
      <Table
        caption={table.caption}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            head: table.date,
            names: true,
            cell: (row) => (
              <>
                <LinkTo to={paths.desk.meeting(row)} className="font-semibold">
                  <SpanText {...row} />
                </LinkTo>
                {row.subject !== subject && <span className="block">{row.subject}</span>}
              </>
            ),
          },
          { head: table.why, cell: (row) => <Why {...row} /> },
          {
            head: words.meetings.details.spokespersonId,
            cell: ({ spokespersonName, phase }) =>
              spokespersonName ??
              (phase !== "cancelled" && (
                <span className="text-due">{words.meetings.pages.form.nobodyYet}</span>
              )),
          },
          { head: table.phase, cell: ({ facts }) => <PhaseBadge meeting={facts} now={at} /> },
          {
            head: table.answers,
            cell: ({ tally }) => tally && words.meetings.pages.tally(tally),
          },
          {
            head: table.clashes,
            cell: ({ clashes }) => <ClashList clashes={clashes} agencyId={series.agencyId} />,
          },
        ]}
      />
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

/** How the meeting came to its date, and what was changed for it alone. */
function Why({ given, seriesDay, wasMoved, own }: Row) {
  const words = useMessages();
  const { table, off: offWords } = words.series;
  const off = given?.off ? offWords(given.off.why, given.off.name) : undefined;
  const moved = off && given && given.nominal !== seriesDay;
  return (
    <>
      {wasMoved && seriesDay && <span className="block">{table.movedBy(shortDay(seriesDay))}</span>}
      {moved && <span className="block">{table.movedFrom(shortDay(given.nominal), off)}</span>}
      {off && !moved && <span className="block">{table.kept(off)}</span>}
      {!wasMoved && !off && <span className="text-soft">{table.byRule}</span>}
      {own.length > 0 && (
        <span className="block text-sm text-soft">
          {table.own(own.map((detail) => words.meetings.details[detail].toLowerCase()))}
        </span>
      )}
    </>
  );
}
