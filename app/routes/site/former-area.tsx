import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf, now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { historyOf } from "#app/domain/areas/history.server.ts";
import { lookUpCode } from "#app/domain/spokespersons/lookup.server.ts";
import { readOn } from "#app/http/lookup-question.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Successors } from "#app/ui/answer.tsx";
import { AsOf, DayForm } from "#app/ui/area-day.tsx";
import { FormerNames } from "#app/ui/area-history.tsx";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { AskInstead } from "#app/ui/spokesperson-card.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const read = readOn(url, now());
  const { on, at } = read.ok ? read.value : { on: now(), at: now() };
  const answer = await lookUpCode(db, { code: params.code ?? "", era: "2004", at });
  if (!answer) return notFound();
  const typed = url.searchParams.get("on") ?? "";
  const shown = {
    answer,
    names: (await historyOf(db, answer.area.id)).names,
    typed,
    on: read.ok && typed ? on : undefined,
    at,
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
  const { answer, names, on, at, typed, problem } = useLoaderData<typeof loader>();
  const { area, successors, existed } = answer;
  const words = useMessages();
  const { former, speaks, page, lasted } = words.areas;
  const { fullName, name, district } = useNames();
  const within = [district(area), area.level !== "province" && name(area.province)];
  const lay = within.filter(Boolean).join(", ");
  return (
    <>
      <PageTitle above={<Badge tone="plain">{former.mark}</Badge>} lead={lay && former.lay(lay)}>
        {fullName(area)}
      </PageTitle>
      {problem && <Notice tone="problem">{words.common.problems["not-a-day"]}</Notice>}
      <section aria-labelledby="successors">
        <h2 id="successors" className="text-xl">
          {successors.length === 1 ? former.successors : former.several(successors.length)}
        </h2>
        <p>{successors.length === 1 ? former.one : former.many}</p>
        <AsOf on={on} at={at} />
        {existed && <Notice>{lasted(shortDay(dayOf(at)))}</Notice>}
        <Successors successors={successors} on={on} />
        {answer.instead && <AskInstead instead={answer.instead} />}
        {successors.some(({ speaker }) => speaker) && (
          <p className="mb-6 text-sm text-soft">{speaks.only}</p>
        )}
      </section>
      <DayForm
        action={paths.area(area)}
        on={on}
        typed={typed}
        problem={problem ? words.common.problems["not-a-day"] : undefined}
      />
      <FormerNames title={former.aliases} names={names} />
      <p className="print:hidden mb-6">
        <a href={paths.api.area(area.code, { era: "2004", on: typed || undefined })}>{page.json}</a>
      </p>
      <SearchBox on={on} />
    </>
  );
}
