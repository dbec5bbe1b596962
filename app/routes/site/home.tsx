import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { lookUp } from "#app/domain/spokespersons/lookup.server.ts";
import { shortWhen } from "#app/domain/spokespersons/speaker.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { readQuestion } from "#app/http/lookup-question.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AnswerCard, AnswerRow, keyOf } from "#app/ui/answer.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) throw new Response(null, { status: 429 });
  const url = new URL(request.url);
  const typed = { q: url.searchParams.get("q") ?? "", on: url.searchParams.get("on") ?? undefined };
  const question = readQuestion(url, now());
  if (question.ok) {
    const on = typed.on && question.value.on;
    const answers = await lookUp(db, question.value);
    const keep = on ? undefined : { origin: config.ORIGIN, day: today() };
    return { typed: { ...typed, on }, problem: null, answers, keep };
  }
  const nothing = { typed, answers: null, keep: undefined };
  if (question.reason === "missing-query") return { ...nothing, problem: null };
  return data({ ...nothing, problem: question.reason }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data: asked, location, matches }) => {
  const words = messagesIn(languageOf(location.pathname));
  const what = asked?.answers ? asked.typed.q : words.site.home.title;
  return [
    { title: `${what} · ${words.common.product}` },
    { name: "description", content: words.common.tagline },
    canonical({ location, matches }),
  ];
};

export default function Home() {
  const { typed, problem, answers, keep } = useLoaderData<typeof loader>();
  const words = useMessages();
  const { home, api } = words.site;
  const { lists } = words.publishing;
  const [first, ...others] = answers ?? [];
  return (
    <>
      {answers ? (
        <h1 className="sr-only">{home.title}</h1>
      ) : (
        <PageTitle lead={home.lead}>{home.title}</PageTitle>
      )}
      <SearchBox
        value={typed.q}
        on={typed.on}
        problem={problem ? api.problems[problem] : undefined}
      />
      {typed.on && !problem && (
        <Notice>
          {home.asOf(shortWhen(typed.on))}{" "}
          <LinkTo to={paths.home({ q: typed.q })}>{home.dropOn}</LinkTo>
        </Notice>
      )}
      {!answers && !problem && <Examples on={typed.on} />}
      {!answers && (
        <p className="mt-6">
          <LinkTo to={paths.provinceLists()} className="inline-block py-2">
            {lists.link}
          </LinkTo>
        </p>
      )}
      {answers && !first && <NothingFound query={typed.q} />}
      {first && (
        <section aria-labelledby="results">
          <h2 id="results" className="sr-only">
            {home.results(answers?.length ?? 0)}
          </h2>
          <AnswerCard answer={first} on={typed.on} keep={keep} />
          {others.length > 0 && (
            <>
              <h3 className="mt-8 mb-2 text-lg">{home.others}</h3>
              <ul className="border-b border-line">
                {others.map((answer) => (
                  <AnswerRow key={keyOf(answer)} answer={answer} on={typed.on} />
                ))}
              </ul>
            </>
          )}
        </section>
      )}
    </>
  );
}

function Examples({ on }: { on?: string }) {
  const { examples, example } = useMessages().site.home;
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="text-soft">{examples}:</span>
      {Object.values(example).map((q) => (
        <LinkTo key={q} to={paths.home({ q, on })} className="py-2">
          {q}
        </LinkTo>
      ))}
    </p>
  );
}

function NothingFound({ query }: { query: string }) {
  const { nothing, tryThis } = useMessages().site.home;
  return (
    <Empty title={nothing(query.slice(0, 80))}>
      <ul className="mt-2 list-disc ps-6 text-start">
        {tryThis.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
    </Empty>
  );
}
