import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf, now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { committeeId } from "#app/domain/areas/committee.ts";
import { historyOf as namesOf } from "#app/domain/areas/history.server.ts";
import { publicHistoryOf } from "#app/domain/spokespersons/history.server.ts";
import { lookUpCode } from "#app/domain/spokespersons/lookup.server.ts";
import { type Circumstances, readCircumstances } from "#app/http/lookup-question.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Successors } from "#app/ui/answer.tsx";
import { AsOf, ByWhichBooks, DayForm } from "#app/ui/area-day.tsx";
import { FormerNames } from "#app/ui/area-history.tsx";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { NobodySpoke, PastSpeakers } from "#app/ui/past-speakers.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { AskInstead, SpokespersonCard } from "#app/ui/spokesperson-card.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { code = "" } = params;
  const url = new URL(request.url);
  const read = readCircumstances(url, now());
  const time: Circumstances = read.ok ? read.value : { on: now(), at: now() };
  const { on, at, matter, known } = time;
  const answer = await lookUpCode(db, { code, era: "2004", at, matter, known });
  if (!answer) return notFound();
  const [{ names }, terms] = await Promise.all([
    namesOf(db, answer.area.id),
    publicHistoryOf(db, committeeId({ era: "2004", code })),
  ]);
  const typed = url.searchParams.get("on") ?? "";
  const shown = {
    ...{ answer, names, terms, typed, at, matter, known, now: now() },
    on: read.ok && typed ? on : undefined,
    problem: read.ok ? null : read.reason,
  };
  return data(shown, { status: read.ok ? 200 : 400 });
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
    canonical({ location, matches }),
  ];
};

export default function FormerAreaPage() {
  const shown = useLoaderData<typeof loader>();
  const { answer, names, on, typed, problem } = shown;
  const { area } = answer;
  const words = useMessages();
  const { former, page } = words.areas;
  const { fullName, name, district } = useNames();
  const within = [district(area), area.level !== "province" && name(area.province)];
  const lay = within.filter(Boolean).join(", ");
  return (
    <>
      <PageTitle above={<Badge tone="plain">{former.mark}</Badge>} lead={lay && former.lay(lay)}>
        {fullName(area)}
      </PageTitle>
      {problem && <Notice tone="problem">{words.common.problems["not-a-day"]}</Notice>}
      {answer.agency && <Then {...shown} />}
      <Became {...shown} />
      <DayForm
        action={paths.area(area)}
        on={on}
        typed={typed}
        problem={problem ? words.common.problems["not-a-day"] : undefined}
        matter={answer.speakers.some(({ matter }) => matter) ? (shown.matter ?? "") : undefined}
      />
      <History {...shown} />
      <FormerNames title={former.aliases} names={names} />
      <p className="print:hidden mb-6">
        <a href={paths.api.area(area.code, { era: "2004", on: typed || undefined })}>{page.json}</a>
      </p>
      <SearchBox on={on} />
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

/** Who spoke for the unit on a day on which it was there. */
function Then({ answer, on, at, known }: Shown) {
  const { area, agency, speakers, instead } = answer;
  const { areas, formerUnits } = useMessages();
  const [first, ...others] = speakers;
  return (
    <section aria-labelledby="speaks">
      <h2 id="speaks" className="text-xl">
        {formerUnits.page.title}
      </h2>
      <AsOf on={on} at={at} />
      <ByWhichBooks
        pathOf={(day, books) => paths.area(area, day, books)}
        on={on}
        known={known}
        at={at}
      />
      {!first && agency && <NobodySpoke agency={agency} instead={instead} />}
      {first && <SpokespersonCard speaker={first} past />}
      {others.length > 0 && <h3 className="mt-6 mb-2 text-lg">{areas.speaks.others}</h3>}
      {others.map((speaker) => (
        <SpokespersonCard key={speaker.id} speaker={speaker} level={4} past />
      ))}
    </section>
  );
}

/** What the unit went into; for a day since then, with whom to ask there. */
function Became({ answer, on, at }: Shown) {
  const { agency, successors, instead } = answer;
  const { former, speaks } = useMessages().areas;
  const isOver = agency === null;
  const only = successors.length === 1;
  return (
    <section aria-labelledby="successors">
      <h2 id="successors" className="text-xl">
        {only ? former.successors : former.several(successors.length)}
      </h2>
      {isOver && (
        <>
          <p>{only ? former.one : former.many}</p>
          <AsOf on={on} at={at} />
        </>
      )}
      <Successors successors={successors} on={isOver ? on : undefined} />
      {isOver && instead && <AskInstead instead={instead} />}
      {successors.some(({ speaker }) => speaker) && (
        <p className="mb-6 text-sm text-soft">{speaks.only}</p>
      )}
    </section>
  );
}

/** Everybody on record for the unit, and the way to the days on which it was there. */
function History({ answer: { area, agency }, terms, at, on, now }: Shown) {
  const words = useMessages().formerUnits.page;
  const until = area.until ?? dayOf(now);
  const isLastDay = agency !== null && on !== undefined && dayOf(at) === until;
  return (
    <section aria-labelledby="history" className="mb-6">
      <h2 id="history" className="mb-2 text-xl">
        {words.history}
      </h2>
      {terms.length > 0 ? (
        <PastSpeakers terms={terms} unit={{ area, until }} at={now} />
      ) : (
        <p className="mb-2">{words.noHistory}</p>
      )}
      <p className="print:hidden flex flex-wrap gap-x-6">
        {!isLastDay && (
          <LinkTo to={paths.area(area, until)} className="py-2">
            {words.lastDay(shortDay(until))}
          </LinkTo>
        )}
        {terms.length > 0 && (
          <LinkTo
            to={paths.agencyChanges({ id: committeeId({ era: area.era, code: area.code }) })}
            className="py-2"
          >
            {words.changes}
          </LinkTo>
        )}
      </p>
    </section>
  );
}
