import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { db } from "#app/db.server.ts";
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { findArea } from "#app/domain/areas/areas.server.ts";
import { listStatementsOf } from "#app/domain/statements/public.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { Empty } from "#app/ui/empty.tsx";
import { atomLink, canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { StatementList } from "#app/ui/statement-list.tsx";

const PageQuery = z.object({ page: z.coerce.number().int().catch(1) });

export async function loader({ params, request }: LoaderFunctionArgs) {
  const agency = (await findAgency(db, params.agency ?? "")) ?? notFound();
  const { page } = PageQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const code = agency.provinceId.replace(/^2025-/, "");
  const [listed, province] = await Promise.all([
    listStatementsOf(db, agency, page),
    findArea(db, "2025", code),
  ]);
  return { ...listed, agency, province: province ?? notFound() };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, location, matches }) => {
  const language = languageOf(location.pathname);
  const words = messagesIn(language);
  if (!shown) return [{ title: words.common.product }];
  const { name, fullName } = namesIn(language);
  return [
    { title: `${words.statements.site.listTitle(name(shown.agency))} · ${words.common.product}` },
    { name: "description", content: words.statements.site.listLead },
    canonical({ location, matches }),
    atomLink(
      localised(language, paths.statementFeed(shown.province)),
      words.statements.feed.title(fullName(shown.province)),
    ),
  ];
};

export default function AgencyStatements() {
  const { agency, province, statements, page, pages } = useLoaderData<typeof loader>();
  const words = useMessages().statements;
  const { name, fullName } = useNames();
  const to = useLocalised();
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={publicPage(agency)}>{name(agency)}</LinkTo> · {fullName(province)}
          </>
        }
        lead={words.site.listLead}
      >
        {words.site.link}
      </PageTitle>
      {statements.length === 0 && <Empty title={words.site.empty} />}
      <StatementList statements={statements} />
      <Pager page={page} pages={pages} />
      <p className="print:hidden mt-6">
        <a href={to(paths.statementFeed(province))}>{words.site.feed}</a>
      </p>
    </>
  );
}
