import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { db } from "#app/db.server.ts";
import { listProvinces } from "#app/domain/press/scope.server.ts";
import { listPublished } from "#app/domain/statements/public.server.ts";
import { STATEMENT_KINDS } from "#app/domain/statements/statement.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { atomLink, canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { PlainSelect } from "#app/ui/plain-field.tsx";
import { StatementList } from "#app/ui/statement-list.tsx";

const ListQuery = z.object({
  province: z.string().max(10).catch(""),
  kind: z.enum(STATEMENT_KINDS).optional().catch(undefined),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const query = ListQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const provinces = (await listProvinces(db)).map((one) => ({ ...one, code: codeOf(one) }));
  const province = provinces.find(({ code }) => code === query.province);
  const { kind, page } = query;
  const listed = await listPublished(db, { provinceId: province?.id, kind, page });
  return { ...listed, provinces, province: province ?? null, kind: kind ?? "" };
}

const codeOf = ({ id }: { id: string }) => id.replace(/^2025-/, "");

export const meta: MetaFunction<typeof loader> = ({ data, location, matches }) => {
  const language = languageOf(location.pathname);
  const words = messagesIn(language);
  const { site } = words.statementDesk;
  const feed = localised(language, paths.statementFeed(data?.province ?? null));
  return [
    { title: `${site.title} · ${words.common.product}` },
    { name: "description", content: site.lead },
    canonical({ location, matches }),
    atomLink(feed, site.feed),
  ];
};

export default function Statements() {
  const { statements, total, page, pages, provinces, province, kind } =
    useLoaderData<typeof loader>();
  const { statements: words, statementDesk } = useMessages();
  const { site } = statementDesk;
  const { name } = useNames();
  const to = useLocalised();
  return (
    <>
      <PageTitle lead={site.lead}>{site.title}</PageTitle>
      <form
        method="get"
        action={to(paths.statements())}
        className="print:hidden mb-4 grid items-end gap-x-4 gap-y-3 sm:grid-cols-[1fr_1fr_auto]"
      >
        <PlainSelect
          name="province"
          label={site.province}
          blank={site.country}
          value={province?.code}
          options={provinces.map((one) => ({ value: one.code, label: name(one) }))}
        />
        <PlainSelect
          name="kind"
          label={site.kind}
          blank={site.all}
          value={kind}
          options={STATEMENT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <Button tone="plain">{site.show}</Button>
      </form>
      {statements.length === 0 ? (
        <Empty title={site.empty} />
      ) : (
        <>
          <p className="text-soft">{site.total(total)}</p>
          <StatementList statements={statements} ofSeveral />
        </>
      )}
      <Pager page={page} pages={pages} />
      <p className="print:hidden mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <a href={to(paths.statementFeed(province))}>{site.feed}</a>
        <LinkTo to={paths.errata()}>{site.errata}</LinkTo>
        <LinkTo to={paths.receipts()}>{useMessages().receipts.keys.title}</LinkTo>
      </p>
    </>
  );
}
