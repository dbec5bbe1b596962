import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { statementJsonLd } from "#app/domain/statements/json-ld.ts";
import { findPublicStatement } from "#app/domain/statements/public.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Card, Facts } from "#app/ui/card.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerLine, StatementText } from "#app/ui/statement-text.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = (await findPublicStatement(db, params.statement ?? "")) ?? notFound();
  const language = languageOf(new URL(request.url).pathname);
  const shown = { origin: config.ORIGIN, language };
  return { ...found, jsonLd: statementJsonLd(found.statement, found.former, shown) };
}

export const meta: MetaFunction<typeof loader> = ({ data, location, matches }) => {
  const words = messagesIn(languageOf(location.pathname));
  if (!data) return [{ title: words.common.product }];
  return [
    { title: `${data.statement.title} · ${words.common.product}` },
    { name: "description", content: data.statement.known.slice(0, 200) },
    canonical({ location, matches }),
    { "script:ld+json": data.jsonLd },
  ];
};

export default function StatementPage() {
  const { statement, former, later, outlets } = useLoaderData<typeof loader>();
  const words = useMessages().statements;
  const agency = useAgencyName()(statement);
  const language = useLanguage();
  const newest = later.at(-1);
  return (
    <article>
      <PageTitle
        above={
          <>
            {words.kinds[statement.kind]} ·{" "}
            <LinkTo
              to={publicPage({ ...statement, id: statement.agencyId, kind: statement.agencyKind })}
            >
              {agency}
            </LinkTo>
          </>
        }
        lead={statement.language !== language && words.site.inLanguage[statement.language]}
      >
        <span lang={statement.language}>{statement.title}</span>
      </PageTitle>
      {newest && (
        <Notice tone="warning" title={words.site.newer}>
          <LinkTo to={paths.statement(newest)} lang={newest.language}>
            {newest.title}
          </LinkTo>{" "}
          (<TimeText at={newest.publishedAt ?? ""} />)
        </Notice>
      )}
      <Card>
        <StatementText statement={statement} level={2} />
        <div className="border-t border-line pt-4">
          <Facts
            facts={[
              [words.speaks, <SpeakerLine key="speaks" statement={statement} />],
              [words.published, <TimeText key="at" at={statement.publishedAt} long />],
              [
                words.site.follows,
                former && (
                  <LinkTo to={paths.statement(former)} lang={former.language}>
                    {former.title}
                  </LinkTo>
                ),
              ],
            ]}
          />
        </div>
      </Card>
      {outlets > 0 && (
        <p className="mb-2 text-soft">
          {words.site.sentTo(outlets, shortTime(statement.publishedAt))}
        </p>
      )}
      <p className="mb-2 max-w-[70ch] text-sm text-soft">{words.site.quote}</p>
      <p className="print:hidden">
        <LinkTo to={paths.agencyStatements({ id: statement.agencyId })}>{words.site.link}</LinkTo>
      </p>
    </article>
  );
}
