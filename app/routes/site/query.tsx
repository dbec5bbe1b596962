import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { findPublicQuery } from "#app/domain/queries/public.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { AnswerText } from "#app/ui/query-answer.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  return (await findPublicQuery(db, params.query ?? "", now())) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data, location, matches }) => {
  const words = messagesIn(languageOf(location.pathname));
  if (!data) return [{ title: words.common.product }];
  return [
    { title: `${data.query.title} · ${words.common.product}` },
    { name: "description", content: data.query.text.slice(0, 200) },
    canonical({ location, matches }),
  ];
};

export default function PublicQuery() {
  const { query, answers, inTime } = useLoaderData<typeof loader>();
  const { queries, asking } = useMessages();
  const words = asking.public;
  const agencyName = useAgencyName();
  const home = publicPage({ ...query, id: query.agencyId, kind: query.agencyKind });
  const asker = query.asker
    ? [query.asker.name, query.asker.outlet].filter(Boolean).join(", ")
    : words.journalist;
  return (
    <article>
      <PageTitle
        above={
          <>
            <LinkTo to={home}>{agencyName(query)}</LinkTo> ·{" "}
            <LinkTo to={paths.agencyQueries({ id: query.agencyId })}>{words.link}</LinkTo>
          </>
        }
        lead={queries.kinds[query.kind]}
      >
        <span lang={query.language} className="wrap-anywhere">
          {query.title}
        </span>
      </PageTitle>
      <Card title={words.question}>
        <p lang={query.language} className="mb-4 whitespace-pre-line wrap-anywhere">
          {query.text}
        </p>
        <Facts
          facts={[
            [words.asker, asker || words.journalist],
            [words.asked, <TimeText key="asked" at={query.receivedAt} />],
          ]}
        />
      </Card>
      {answers.map((answer) => (
        <Card key={answer.id}>
          <AnswerText answer={answer} level={2} />
          {answer.disputedAt && (
            <p className="mt-3">
              <Badge tone="late">{words.disputed}</Badge>
            </p>
          )}
        </Card>
      ))}
      <p className="mb-2">
        {query.confirmedAt
          ? words.confirmed
          : query.disputedAt
            ? words.disputed
            : words.unconfirmed}{" "}
        {inTime !== null && (inTime ? words.inTime : words.late)}
      </p>
      <p className="max-w-[70ch] text-sm text-soft">{words.quote}</p>
    </article>
  );
}
