import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf, now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { channelsOf } from "#app/domain/agencies/channels.server.ts";
import { CURRENT_SINCE } from "#app/domain/areas/area.ts";
import { findArea } from "#app/domain/areas/areas.server.ts";
import { historyOf } from "#app/domain/areas/history.server.ts";
import { listComingOf } from "#app/domain/meetings/meeting-lists.server.ts";
import { agencyJsonLd } from "#app/domain/publishing/json-ld.ts";
import { shareOfAgency } from "#app/domain/questions/promises.server.ts";
import { findRegulation } from "#app/domain/regulations/regulations.server.ts";
import { speakersBeside } from "#app/domain/spokespersons/beside.server.ts";
import { lookUpCode, speakersWithin } from "#app/domain/spokespersons/lookup.server.ts";
import { type Circumstances, readCircumstances } from "#app/http/lookup-question.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyClosed, AgencyPublishes } from "#app/ui/agency-cards.tsx";
import { AsOf, ByWhichBooks, DayForm, LinksToKeep } from "#app/ui/area-day.tsx";
import { FormedFrom, FormerNames } from "#app/ui/area-history.tsx";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { AskCard } from "#app/ui/ask-card.tsx";
import { ComingMeetings } from "#app/ui/coming-meetings.tsx";
import { atomLink, calendarLink, canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PromiseShare } from "#app/ui/promise-share.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { AgencyTable, CommuneTable } from "#app/ui/speaker-tables.tsx";
import { AskInstead, NobodySpeaks, SpokespersonCards } from "#app/ui/spokesperson-card.tsx";
import { UnitsBefore } from "#app/ui/units-before.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { code = "" } = params;
  const place = await findArea(db, "2025", code);
  if (!place) throw await formerly(request, code);

  const url = new URL(request.url);
  const read = readCircumstances(url, now());
  const time: Circumstances = read.ok ? read.value : { on: now(), at: now() };
  const { at, matter, known } = time;
  const agency = { id: `pc-${code}` };
  const typed = url.searchParams.get("on") ?? "";
  const [answer, history, meetings, promises, channels, regulation, communes, beside] =
    await Promise.all([
      lookUpCode(db, { code, era: "2025", at, matter, known }),
      historyOf(db, place.id),
      listComingOf(db, agency, now()),
      shareOfAgency(db, agency, now()),
      channelsOf(db, agency.id),
      findRegulation(db, agency.id),
      place.level === "province" ? speakersWithin(db, place.id, at) : [],
      place.level === "province" ? speakersBeside(db, place.id, at) : [],
    ]);
  const language = languageOf(url.pathname);
  const { agency: committee, closed, speakers } = answer ?? notFound();
  const isNow = !typed && !known;
  const shown = {
    answer: answer ?? notFound(),
    jsonLd:
      isNow && committee && !closed
        ? agencyJsonLd(
            { area: place, agency: committee, speakers },
            { origin: config.ORIGIN, language },
          )
        : undefined,
    history,
    meetings,
    promises,
    communes,
    beside,
    channels,
    regulation: regulation ?? null,
    typed,
    on: read.ok && typed ? time.on : undefined,
    at,
    matter,
    known,
    problem: read.ok ? null : read.reason,
    permalink: permalinkOf(url, paths.area(place, dayOf(at))),
  };
  return data(shown, { status: read.ok ? 200 : 400 });
}

/** The code of a former unit leads to its own page. */
async function formerly(request: Request, code: string): Promise<Response> {
  const former = await findArea(db, "2004", code);
  return former ? goTo(request, paths.area(former)) : notFound();
}

function permalinkOf({ pathname }: URL, path: string): string {
  return config.ORIGIN + localised(languageOf(pathname), path);
}

/** A province's meetings are those of its communes too. */
function meetingsOf({ level, code }: { level: string; code: string }) {
  return level === "province" ? { province: code } : { agency: `pc-${code}` };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, location, matches }) => {
  const language = languageOf(location.pathname);
  const words = messagesIn(language);
  const names = namesIn(language);
  const area = shown?.answer.area;
  if (!area) return [{ title: words.common.product }];
  const around = area.level === "province" ? null : names.name(area.province);
  return [
    { title: words.areas.page.title(names.fullName(area), around) },
    { name: "description", content: words.site.home.lead },
    canonical({ location, matches }),
    atomLink(
      localised(language, paths.provinceFeed(area.province)),
      words.publishing.changes.title(names.name(area.province)),
    ),
    calendarLink(
      localised(language, paths.meetingFeed(meetingsOf(area), "ics")),
      words.calendars.names.of(names.fullName(area)),
    ),
    ...(shown.jsonLd ? [{ "script:ld+json": shown.jsonLd }] : []),
  ];
};

export default function AreaPage() {
  const shown = useLoaderData<typeof loader>();
  const { answer, history, communes, on, at, typed, problem } = shown;
  const isNow = !typed && !shown.known;
  const { area } = answer;
  const words = useMessages();
  const { fullName } = useNames();
  return (
    <>
      <PageTitle above={<Breadcrumb area={area} on={on} />}>{fullName(area)}</PageTitle>
      {problem && <Notice tone="problem">{words.common.problems["not-a-day"]}</Notice>}
      <section aria-labelledby="speaks">
        <h2 id="speaks" className="text-xl">
          {words.areas.speaks.title}
        </h2>
        <AsOf on={on} at={at} />
        <ByWhichBooks
          pathOf={(day, books) => paths.area(area, day, books)}
          on={on}
          known={shown.known}
          at={at}
        />
        <Speakers answer={answer} at={at} permalink={isNow ? shown.permalink : undefined} />
        {answer.agency && isNow && (
          <p className="print:hidden mb-6 flex flex-wrap gap-x-6">
            {!answer.closed && (
              <LinkTo to={paths.wrongContact(answer.agency)} className="py-2">
                {words.contactReports.page.link}
              </LinkTo>
            )}
            <LinkTo to={paths.agencyStatements(answer.agency)} className="py-2">
              {words.statements.site.link}
            </LinkTo>
            <LinkTo to={paths.agencyChanges(answer.agency)} className="py-2">
              {words.changes.title}
            </LinkTo>
          </p>
        )}
      </section>
      <DayForm
        action={paths.area(area)}
        on={on}
        typed={typed}
        problem={problem ? words.common.problems["not-a-day"] : undefined}
        matter={answer.speakers.some(({ matter }) => matter) ? (shown.matter ?? "") : undefined}
      />
      <p className="print:hidden mb-6">
        <LinkTo to={paths.provinceList(area.province, { on: typed || undefined })}>
          {words.publishing.list.link}
        </LinkTo>
      </p>
      <AgencyTable agencies={shown.beside} on={on} />
      {area.level === "province" && <CommuneTable communes={communes} on={on} />}
      <AgencyPublishes channels={shown.channels} regulation={shown.regulation} />
      {!shown.on && !shown.known && !answer.closed && (
        <AskCard agency={{ id: `pc-${area.code}` }} />
      )}
      <ComingMeetings meetings={shown.meetings} province={area.province} />
      <PromiseShare ofAgency={shown.promises} />
      <FormedFrom predecessors={history.predecessors} province={area.province} />
      <FormerNames title={words.areas.page.formerNames} names={history.names} />
      <LinksToKeep
        permalink={shown.permalink}
        json={paths.api.area(area.code, { on: typed || undefined })}
      />
      <SearchBox on={on} />
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Breadcrumb({ area, on }: { area: Shown["answer"]["area"]; on?: string }) {
  const words = useMessages().areas;
  const { name } = useNames();
  const { province } = area;
  return (
    <>
      {area.level === "commune" && (
        <>
          <LinkTo to={paths.area({ era: "2025", code: province.code }, on)}>
            {name(province)}
          </LinkTo>
          {" · "}
        </>
      )}
      {words.code(area.code)}
    </>
  );
}

/** A contact is saved to be used: without the address, as for another day, there is none to save. */
function Speakers({
  answer,
  at,
  permalink,
}: Pick<Shown, "answer" | "at"> & { permalink: string | undefined }) {
  const words = useMessages().areas;
  const { agency, closed, speakers, existed, instead } = answer;
  if (!existed)
    return (
      <Notice>
        {words.neverBefore(shortDay(dayOf(at)), shortDay(CURRENT_SINCE))}
        <UnitsBefore units={answer.before} on={dayOf(at)} />
      </Notice>
    );
  if (closed)
    return (
      <>
        <AgencyClosed {...closed} />
        {instead && <AskInstead instead={instead} />}
      </>
    );
  if (speakers.length === 0) return agency && <NobodySpeaks agency={agency} instead={instead} />;
  return <SpokespersonCards speakers={speakers} permalink={permalink} />;
}
