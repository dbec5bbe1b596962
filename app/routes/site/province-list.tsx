import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf, now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { listJsonLd } from "#app/domain/publishing/json-ld.ts";
import { shortWhen } from "#app/domain/spokespersons/speaker.ts";
import { askedList } from "#app/http/asked-list.server.ts";
import { administrativeTime, longDay, shortTime } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { atomLink, canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ProvinceListTable } from "#app/ui/province-list.tsx";
import { ProvinceListFilter } from "#app/ui/province-list-filter.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const asked = await askedList(request, params.code);
  const language = languageOf(new URL(request.url).pathname);
  const permalink = paths.provinceList(asked.province, { ...asked.query, on: dayOf(asked.at) });
  const shown = {
    ...asked,
    printedAt: now(),
    permalink: config.ORIGIN + localised(language, permalink),
    jsonLd: listJsonLd(asked, { origin: config.ORIGIN, language }),
  };
  return data(shown, { status: asked.isUnreadable ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, location, matches }) => {
  const language = languageOf(location.pathname);
  const words = messagesIn(language);
  if (!shown) return [{ title: words.common.product }];
  const title = words.publishing.list.title(namesIn(language).fullName(shown.province));
  const feed = localised(language, paths.provinceFeed(shown.province));
  return [
    { title: `${title} · ${words.common.product}` },
    { name: "description", content: words.publishing.list.basis },
    canonical({ location, matches }),
    atomLink(feed, words.publishing.list.feed),
    { "script:ld+json": shown.jsonLd },
  ];
};

export default function ProvinceListPage() {
  const shown = useLoaderData<typeof loader>();
  const { province, entries, query, on, at, typed, isUnreadable, counts, kinds } = shown;
  const words = useMessages();
  const { list } = words.publishing;
  const { fullName } = useNames();
  const problem = isUnreadable ? words.common.problems["not-a-day"] : undefined;
  const isFiltered = !!(query.q || query.kind || query.state);
  const number = useNumber();
  return (
    <div className="official">
      <Masthead province={fullName(province)} at={at} />
      <div className="print:hidden">
        <PageTitle
          above={
            <LinkTo to={paths.area({ era: "2025", code: province.code }, on)}>
              {fullName(province)}
            </LinkTo>
          }
          lead={list.basis}
        >
          {list.title(fullName(province))}
        </PageTitle>
      </div>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {shown.unknown.map((one) => (
        <Notice key={one.name} tone="warning">
          {words.listQuestions.ignored(one)}
        </Notice>
      ))}
      <p className="print:hidden">
        <AsOf />
      </p>
      <p className="mb-4 text-soft">
        {list.tally(
          number(counts.all),
          number(counts.all - counts.missing),
          number(counts.missing),
        )}
      </p>
      <Updated />
      <ProvinceListFilter
        {...{ province, query, kinds, counts, typed, problem }}
        day={on ? dayOf(at) : ""}
      />
      {isFiltered && entries.length > 0 && (
        <p role="status" className="mb-2">
          {list.shown(number(entries.length), number(counts.all))}{" "}
          <LinkTo to={paths.provinceList(province, { on: typed })} className="print:hidden">
            {list.clear}
          </LinkTo>
        </p>
      )}
      {entries.length > 0 ? (
        <>
          <ProvinceListTable {...{ province, entries, query }} on={on && typed} />
          <p className="text-sm text-soft">{list.onlyThese}</p>
          <p className="mb-6 text-sm text-soft">{counts.missing > 0 && list.nobodyNote}</p>
        </>
      ) : (
        <div className="mb-6">
          <Empty title={counts.all === 0 ? list.noneYet : list.none}>
            <LinkTo to={paths.provinceList(province)}>{list.clear}</LinkTo>
          </Empty>
        </div>
      )}
      <Files />
      <p className="hidden text-sm print:block">
        {list.printed(shown.permalink, shortTime(shown.printedAt))}
      </p>
    </div>
  );
}

/** The head of the document on paper. */
function Masthead({ province, at }: { province: string; at: string }) {
  const { list } = useMessages().publishing;
  const language = useLanguage();
  const when = language === "vi" ? administrativeTime(at) : shortTime(at);
  return (
    <div className="mb-4 hidden text-center print:block" aria-hidden="true">
      <p className="font-semibold uppercase">{list.committee(province)}</p>
      <p className="mt-4 text-lg font-semibold uppercase">{list.heading}</p>
      <p>{list.basis}</p>
      <p>{list.asOf(when)}</p>
    </div>
  );
}

function AsOf() {
  const { on, at } = useLoaderData<typeof loader>();
  const { list } = useMessages().publishing;
  const language = useLanguage();
  if (!on) return <>{list.asOf(shortTime(at))}</>;
  return <>{list.asOf(on.length === 10 ? longDay(on, language) : shortWhen(on))}</>;
}

/** When the list last changed, and where every change of it can be read. */
function Updated() {
  const { province, updatedAt } = useLoaderData<typeof loader>();
  const { publishing, reports } = useMessages();
  const { list } = publishing;
  return (
    <p className="mb-6 flex flex-wrap gap-x-4">
      <span>
        {updatedAt ? (
          <>
            {list.updated}: <TimeText at={updatedAt} />
          </>
        ) : (
          list.never
        )}
      </span>
      <span className="print:hidden">
        <LinkTo to={paths.provinceChanges(province)}>{list.changes}</LinkTo>
      </span>
      <span className="print:hidden">
        <LinkTo to={paths.openness(province)}>{reports.openness.link}</LinkTo>
      </span>
    </p>
  );
}

/** The same lines as files. */
function Files() {
  const { province, query, typed } = useLoaderData<typeof loader>();
  const { files, list } = useMessages().publishing;
  const asked = { ...query, on: typed };
  const formats = [
    ["xlsx", files.xlsx],
    ["csv", files.csv],
    ["json", files.json],
    ["popolo.json", files.popolo],
  ] as const;
  return (
    <div className="print:hidden">
      <Card title={files.title}>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {formats.map(([format, name]) => (
            <li key={format}>
              <LinkTo
                to={paths.provinceListFile(province, format, asked)}
                className="inline-block py-2"
              >
                {name}
              </LinkTo>
            </li>
          ))}
          <li>
            <LinkTo to={paths.provinceFeed(province)} className="inline-block py-2">
              {list.feed}
            </LinkTo>
          </li>
        </ul>
        <p className="mt-2 text-soft">{files.note}</p>
      </Card>
    </div>
  );
}
