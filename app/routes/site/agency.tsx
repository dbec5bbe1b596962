import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayAfter, dayOf, now, today } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import {
  type AgencyOfArea,
  findAgency,
  findAgencyEver,
  findCommitteeOf,
  listUnder,
} from "#app/domain/agencies/agencies.server.ts";
import { isClosedBy, nameOn, publicPage } from "#app/domain/agencies/agency.ts";
import { channelsOf } from "#app/domain/agencies/channels.server.ts";
import { formerNamesOf } from "#app/domain/agencies/renaming.server.ts";
import { closingPaperOf, successionsOf } from "#app/domain/agencies/successions.server.ts";
import { findArea } from "#app/domain/areas/areas.server.ts";
import { formerUnitOf } from "#app/domain/areas/committee.ts";
import { listComingOf } from "#app/domain/meetings/meeting-lists.server.ts";
import { agencyJsonLd } from "#app/domain/publishing/json-ld.ts";
import { shareOfAgency } from "#app/domain/questions/promises.server.ts";
import { findRegulation } from "#app/domain/regulations/regulations.server.ts";
import { speakersOn } from "#app/domain/spokespersons/speakers.server.ts";
import { type Circumstances, readCircumstances } from "#app/http/lookup-question.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import {
  AgencyClosed,
  AgencyFormerNames,
  AgencyPublishes,
  SuccessionList,
} from "#app/ui/agency-cards.tsx";
import { AsOf, ByWhichBooks, DayForm, LinksToKeep } from "#app/ui/area-day.tsx";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { AskCard } from "#app/ui/ask-card.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { ComingMeetings } from "#app/ui/coming-meetings.tsx";
import { atomLink, calendarLink, canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PromiseShare } from "#app/ui/promise-share.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { AskInstead, SpokespersonCards } from "#app/ui/spokesperson-card.tsx";

/** An agency on a day. A People's Committee's page is its area's, as long as there is one. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const agency = (await findAgencyEver(db, params.agency ?? "")) ?? notFound();
  const url = new URL(request.url);
  const typed = url.searchParams.get("on") ?? "";
  const hasArea = formerUnitOf(agency.id) || !isClosedBy(agency, today());
  if (agency.kind === "peoples_committee" && hasArea)
    return goTo(request, publicPage(agency, typed || undefined));

  const read = readCircumstances(url, now());
  const time: Circumstances = read.ok ? read.value : { on: now(), at: now() };
  const { at, matter, known } = time;
  const day = dayOf(at);
  const [
    former,
    successions,
    channels,
    regulation,
    under,
    subDepartments,
    meetings,
    promises,
    province,
    above,
    paper,
  ] = await Promise.all([
    formerNamesOf(db, agency.id),
    successionsOf(db, agency.id),
    channelsOf(db, agency.id),
    findRegulation(db, agency.id),
    agency.underId ? findAgency(db, agency.underId) : undefined,
    listUnder(db, agency, day),
    listComingOf(db, agency, now()),
    shareOfAgency(db, agency, now()),
    findArea(db, "2025", agency.provinceId.replace(/^2025-/, "")),
    findCommitteeOf(db, agency.provinceId),
    closingPaperOf(db, agency.id),
  ]);
  const asked = [agency.id, ...(above ? [above.id] : []), ...successions.after.map(({ id }) => id)];
  const speakers = await speakersOn(db, asked, at, { matter, known });
  const [instead] = (above && speakers.get(above.id)) ?? [];
  const language = languageOf(url.pathname);
  const area = province ?? notFound();
  const mine = speakers.get(agency.id) ?? [];
  const shown = {
    agency: { ...named(agency), ...nameOn(agency, former, day) },
    calledNow: { name: agency.name, nameEn: agency.nameEn },
    isThere: agency.fromDay === null || agency.fromDay <= day,
    closed: isClosedBy(agency, day),
    province: area,
    under: under ? named(under) : null,
    speakers: mine,
    jsonLd:
      typed || known || isClosedBy(agency, day)
        ? undefined
        : agencyJsonLd({ area, agency, speakers: mine }, { origin: config.ORIGIN, language }),
    instead: above && instead ? { agency: named(above), speaker: instead } : null,
    successors: successions.after.map((one) => ({
      ...one,
      speaker: speakers.get(one.id)?.[0] ?? null,
    })),
    before: successions.before,
    paper,
    former,
    channels,
    regulation: regulation ?? null,
    subDepartments: subDepartments.map(named),
    meetings,
    promises,
    typed,
    on: read.ok && typed ? time.on : undefined,
    at,
    matter,
    known,
    problem: read.ok ? null : read.reason,
    permalink: config.ORIGIN + localised(language, paths.agency(agency, day)),
  };
  return data(shown, { status: read.ok ? 200 : 400 });
}

function named({ id, name, nameEn, kind, areaCode, untilDay }: AgencyOfArea) {
  return { id, name, nameEn, kind, areaCode, untilDay };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, location, matches }) => {
  const language = languageOf(location.pathname);
  const words = messagesIn(language);
  const { name, fullName } = namesIn(language);
  if (!shown) return [{ title: words.common.product }];
  const title = words.areas.page.title(name(shown.agency), fullName(shown.province));
  return [
    { title },
    { name: "description", content: words.site.home.lead },
    canonical({ location, matches }),
    atomLink(
      localised(language, paths.provinceFeed(shown.province)),
      words.publishing.changes.title(name(shown.province.province)),
    ),
    calendarLink(
      localised(language, paths.meetingFeed({ agency: shown.agency.id }, "ics")),
      words.calendars.names.of(name(shown.agency)),
    ),
    ...(shown.jsonLd ? [{ "script:ld+json": shown.jsonLd }] : []),
  ];
};

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AgencyPage() {
  const shown = useLoaderData<typeof loader>();
  const { agency, province, on, at, typed } = shown;
  const isNow = !typed && !shown.known;
  const words = useMessages();
  const { name } = useNames();
  const problem = shown.problem ? words.common.problems["not-a-day"] : undefined;
  return (
    <>
      <PageTitle above={<Breadcrumb shown={shown} />}>{name(agency)}</PageTitle>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {agency.untilDay && <Closed shown={shown} untilDay={agency.untilDay} />}
      {!shown.closed && (
        <section aria-labelledby="speaks">
          <h2 id="speaks" className="text-xl">
            {words.areas.speaks.title}
          </h2>
          <AsOf on={on} at={at} />
          <ByWhichBooks
            pathOf={(day, books) => paths.agency(agency, day, books)}
            on={on}
            known={shown.known}
            at={at}
          />
          <Speakers shown={shown} permalink={isNow ? shown.permalink : undefined} />
        </section>
      )}
      <p className="print:hidden mb-6 flex flex-wrap gap-x-6">
        {isNow && !shown.closed && (
          <LinkTo to={paths.wrongContact(agency)} className="py-2">
            {words.contactReports.page.link}
          </LinkTo>
        )}
        <LinkTo to={paths.agencyStatements(agency)} className="py-2">
          {words.statements.site.link}
        </LinkTo>
        <LinkTo to={paths.agencyChanges(agency)} className="py-2">
          {words.changes.title}
        </LinkTo>
      </p>
      <DayForm
        action={paths.agency(agency)}
        on={on}
        typed={typed}
        problem={problem}
        matter={shown.speakers.some(({ matter }) => matter) ? (shown.matter ?? "") : undefined}
      />
      <p className="print:hidden mb-6">
        <LinkTo to={paths.provinceList(province, { on: typed || undefined })}>
          {words.publishing.list.link}
        </LinkTo>
      </p>
      {!on && !shown.closed && shown.isThere && <AskCard agency={agency} />}
      <ComingMeetings meetings={shown.meetings} province={province} />
      <PromiseShare ofAgency={shown.promises} />
      <AgencyPublishes channels={shown.channels} regulation={shown.regulation} />
      <SubDepartments shown={shown} />
      {shown.before.length > 0 && (
        <Card title={words.agencies.page.formedFrom}>
          <SuccessionList agencies={shown.before} />
        </Card>
      )}
      <AgencyFormerNames names={shown.former} />
      <LinksToKeep permalink={shown.permalink} />
      <SearchBox on={on} />
    </>
  );
}

function Breadcrumb({ shown: { agency, province, under, on } }: { shown: Shown }) {
  const words = useMessages().agencies;
  const { name, fullName } = useNames();
  return (
    <>
      <LinkTo to={paths.area(province, on)}>{fullName(province)}</LinkTo>
      {" · "}
      {under ? (
        <>
          {words.kinds[agency.kind]} {words.page.under}{" "}
          <LinkTo to={paths.agency(under, on)}>{name(under)}</LinkTo>
        </>
      ) : (
        words.kinds[agency.kind]
      )}
    </>
  );
}

/** What became of an agency, and whom to ask in its place. */
function Closed({ shown, untilDay }: { shown: Shown; untilDay: string }) {
  const { successors, closed, agency, calledNow, paper } = shown;
  const { name } = useNames();
  return (
    <AgencyClosed {...paper} since={dayAfter(untilDay)} isComing={!closed} successors={successors}>
      {name(agency) !== name(calledNow) && <p>{name(calledNow)}</p>}
    </AgencyClosed>
  );
}

function Speakers({ shown, permalink }: { shown: Shown; permalink: string | undefined }) {
  const words = useMessages();
  const { name } = useNames();
  const { agency, calledNow, speakers, instead, isThere, at } = shown;
  if (!isThere) return <Notice>{words.agencies.page.notYet(shortDay(dayOf(at)))}</Notice>;
  const wasCalled = name(agency) !== name(calledNow) && (
    <p className="mb-3 text-soft">{words.agencies.page.wasCalled(name(agency))}</p>
  );
  if (speakers.length === 0)
    return (
      <div className="mb-4 rounded-md border border-dashed border-edge bg-sheet p-4 sm:p-6">
        {wasCalled}
        <Badge tone="late">{words.areas.nobody}</Badge>
        <p className="my-3">{words.agencies.page.nobody(name(agency))}</p>
        {instead && <AskInstead instead={instead} />}
      </div>
    );
  return (
    <>
      {wasCalled}
      <SpokespersonCards speakers={speakers} permalink={permalink} />
    </>
  );
}

function SubDepartments({ shown: { subDepartments, on } }: { shown: Shown }) {
  const words = useMessages().agencies.page;
  const { name } = useNames();
  if (subDepartments.length === 0) return null;
  return (
    <Card title={words.subDepartments}>
      <ul className="grid gap-1">
        {subDepartments.map((one) => (
          <li key={one.id}>
            <LinkTo to={paths.agency(one, on)}>{name(one)}</LinkTo>
          </li>
        ))}
      </ul>
    </Card>
  );
}
