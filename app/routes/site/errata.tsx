import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { db } from "#app/db.server.ts";
import { listProvinces } from "#app/domain/press/scope.server.ts";
import { type ErratumEntry, listErrata } from "#app/domain/statements/errata.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { ErratumText } from "#app/ui/erratum.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { PlainSelect } from "#app/ui/plain-field.tsx";
import { TimeText } from "#app/ui/time.tsx";

const LedgerQuery = z.object({
  province: z.string().max(10).catch(""),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const query = LedgerQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const provinces = (await listProvinces(db)).map((one) => ({ ...one, code: codeOf(one) }));
  const province = provinces.find(({ code }) => code === query.province);
  const listed = await listErrata(db, { provinceId: province?.id, page: query.page });
  return { ...listed, provinces, province: province ?? null };
}

const codeOf = ({ id }: { id: string }) => id.replace(/^2025-/, "");

export const meta: MetaFunction = ({ location, matches }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    { title: `${words.errata.title} · ${words.common.product}` },
    { name: "description", content: words.errata.lead },
    canonical({ location, matches }),
  ];
};

/** The public ledger of corrections: the agencies' own errors first. */
export default function Errata() {
  const { entries, total, page, pages, provinces, province } = useLoaderData<typeof loader>();
  const { errata: words, pressCorrections } = useMessages();
  const { name } = useNames();
  const to = useLocalised();
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <form
        method="get"
        action={to(paths.errata())}
        className="print:hidden mb-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-[1fr_auto]"
      >
        <PlainSelect
          name="province"
          label={words.province}
          blank={words.all}
          value={province?.code}
          options={provinces.map((one) => ({ value: one.code, label: name(one) }))}
        />
        <Button tone="plain">{words.show}</Button>
      </form>
      <h2 className="mb-1 text-2xl">{words.ours}</h2>
      {entries.length === 0 ? (
        <Empty title={words.empty} />
      ) : (
        <>
          <p className="text-soft">{words.total(total)}</p>
          <ul>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
      <Pager page={page} pages={pages} />
      <p className="mt-8">
        <LinkTo to={paths.corrections()}>{pressCorrections.site.link}</LinkTo>
      </p>
    </>
  );
}

function Entry({ entry }: { entry: ErratumEntry }) {
  const words = useMessages().errata;
  const agencyName = useAgencyName();
  const { retracted, wrong, erratum } = entry;
  return (
    <li className="border-b border-line py-5">
      <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
        <Badge tone={retracted ? "late" : "done"}>
          {retracted ? words.retraction : words.correction}
        </Badge>
        <TimeText at={retracted?.at ?? entry.publishedAt} />
        <span>{agencyName(entry)}</span>
      </p>
      <h3 className="mb-2 text-xl wrap-anywhere" lang={entry.language}>
        <LinkTo to={paths.statement(entry)}>{entry.title}</LinkTo>
      </h3>
      {retracted && (
        <p className="mb-2 max-w-[70ch] whitespace-pre-line wrap-anywhere">
          <span className="text-soft">{words.reason}: </span>
          {retracted.reason} ({retracted.approver})
        </p>
      )}
      {erratum && <ErratumText erratum={erratum} language={entry.language} />}
      {wrong && (
        <p className="mt-2">
          <LinkTo to={paths.statement(wrong)}>{words.readWrong}</LinkTo>
        </p>
      )}
    </li>
  );
}
