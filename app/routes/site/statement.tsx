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
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Card, Facts } from "#app/ui/card.tsx";
import { ErratumText } from "#app/ui/erratum.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StatementFiles } from "#app/ui/statement-files.tsx";
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
    { name: "description", content: data.beginning },
    canonical({ location, matches }),
    ...data.languages.map(({ id, language }) => ({
      ...{ tagName: "link", rel: "alternate", hrefLang: language },
      href: paths.statement({ id }),
    })),
    { "script:ld+json": data.jsonLd },
  ];
};

export default function StatementPage() {
  const shown = useLoaderData<typeof loader>();
  const { statement, former, later, outlets, languages, files, agreedBy } = shown;
  const { statements: words, statementDesk, receipts } = useMessages();
  const { site } = statementDesk;
  const agencyName = useAgencyName();
  const agency = agencyName(statement);
  const language = useLanguage();
  const to = useLocalised();
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
      <Standing shown={shown} />
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
              [
                site.agreedBy,
                agreedBy
                  .map((one) => (language === "en" ? one.agencyNameEn : one.agencyName))
                  .join("; "),
              ],
              [words.published, <TimeText key="at" at={statement.publishedAt} long />],
              [
                words.site.follows,
                former && (
                  <LinkTo to={paths.statement(former)} lang={former.language}>
                    {former.title}
                  </LinkTo>
                ),
              ],
              [
                site.languages,
                languages.length > 0 && (
                  <span key="languages" className="flex flex-wrap gap-x-4">
                    {languages.map((one) => (
                      <LinkTo key={one.id} to={paths.statement(one)} lang={one.language}>
                        {site.languageNames[one.language]}: {one.title}
                      </LinkTo>
                    ))}
                  </span>
                ),
              ],
            ]}
          />
        </div>
      </Card>
      {files.length > 0 && (
        <Card title={site.files}>
          <StatementFiles
            files={files}
            hrefOf={(file) => to(paths.statementFile(statement, file))}
          />
        </Card>
      )}
      {outlets > 0 && (
        <p className="mb-2 text-soft">
          {words.site.sentTo(outlets, shortTime(statement.publishedAt))}
        </p>
      )}
      <p className="mb-2 max-w-[70ch] text-sm text-soft">{words.site.quote}</p>
      {shown.sha256 && (
        <p className="mb-2">
          <LinkTo to={paths.receipt(statement)}>{receipts.link}</LinkTo>
          <span className="block text-sm break-all text-soft">SHA-256 {shown.sha256}</span>
        </p>
      )}
      <p className="print:hidden">
        <LinkTo to={paths.agencyStatements({ id: statement.agencyId })}>{words.site.link}</LinkTo>
      </p>
    </article>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

/** What became of a published text stands above it: taken back, put right, or what it puts right itself. */
function Standing({ shown: { statement, wrong, right } }: { shown: Shown }) {
  const words = useMessages().errata;
  const { retractedAt, retractReason, retractApprover, language } = statement;
  return (
    <>
      {retractedAt && (
        <Notice tone="problem" title={words.retracted(shortTime(retractedAt))}>
          <p lang={language} className="whitespace-pre-line wrap-anywhere">
            {words.reason}: {retractReason}
          </p>
          <p className="text-soft">
            {words.approver}: {retractApprover}
          </p>
          <LinkTo to={paths.errata()}>{words.ledger}</LinkTo>
        </Notice>
      )}
      {right && (
        <Notice tone="problem" title={words.corrected(shortTime(right.publishedAt))}>
          <p className="mb-3 font-semibold">
            <LinkTo to={paths.statement(right)} lang={right.language}>
              {words.readRight}: {right.title}
            </LinkTo>
          </p>
          <ErratumText erratum={right.erratum} language={language} />
        </Notice>
      )}
      {wrong && (
        <Notice tone="warning" title={words.corrects(shortTime(wrong.publishedAt))}>
          <ErratumText erratum={wrong.erratum} language={language} />
          <p className="mt-3 flex flex-wrap gap-x-6">
            <LinkTo to={paths.statement(wrong)}>{words.readWrong}</LinkTo>
            <LinkTo to={paths.errata()}>{words.ledger}</LinkTo>
          </p>
        </Notice>
      )}
    </>
  );
}
