import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileUp, ListChecks, MailX, Newspaper, UserPlus } from "lucide-react";
import { today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { peopleOfAreas } from "#app/domain/press/area-coverage.server.ts";
import { readJournalistQuery } from "#app/domain/press/journalist-query.ts";
import { listJournalistsFor } from "#app/domain/press/journalists.server.ts";
import { listOutletsFor } from "#app/domain/press/outlets.server.ts";
import { listPressListsFor } from "#app/domain/press/press-lists.server.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { JournalistFilter } from "#app/ui/journalist-filter.tsx";
import { JournalistTable } from "#app/ui/journalist-table.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { useProvinceName } from "#app/ui/province.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = readJournalistQuery(new URL(request.url).searchParams);
  const [found, outlets, lists, province] = await Promise.all([
    listJournalistsFor(db, officer, query),
    listOutletsFor(db, officer, query.provinceId),
    listPressListsFor(db, officer, query.provinceId),
    findProvinceInHand(db, officer, query.provinceId),
  ]);
  const provinces = officer.reach === "country" ? await listProvinces(db) : [];
  const areas = province ? await peopleOfAreas(db, province.id) : [];
  return { ...found, query, areas, outlets, lists, province, provinces, today: today() };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.press.journalists.title} · ${words.common.product}` }];
};

export default function Journalists() {
  const shown = useLoaderData<typeof loader>();
  const { query, province, provinces, journalists, total } = shown;
  const { answers, press } = useMessages();
  const words = press.journalists;
  const nameOf = useProvinceName();
  const chosen = provinces.length > 0 ? province?.id : undefined;
  const { q, beat, outletId, listId, language, areaId } = query;
  const isFiltered = !!(q || beat || outletId || listId || language || areaId);
  // Nothing to narrow yet, unless it is to another province.
  const isEmpty = total === 0 && !isFiltered && provinces.length === 0;
  return (
    <>
      <PageTitle
        above={province && nameOf(province)}
        lead={words.lead}
        actions={
          <>
            <ButtonLink to={paths.desk.journalistNew({ province: chosen })} tone="primary">
              <UserPlus aria-hidden="true" className="size-4" />
              {words.add}
            </ButtonLink>
            <ButtonLink to={paths.desk.journalistImport({ province: chosen })}>
              <FileUp aria-hidden="true" className="size-4" />
              {words.import}
            </ButtonLink>
            <ButtonLink to={paths.desk.pressLists({ province: chosen })}>
              <ListChecks aria-hidden="true" className="size-4" />
              {words.lists}
            </ButtonLink>
            <ButtonLink to={paths.desk.suppressedAddresses({ province: chosen })}>
              <MailX aria-hidden="true" className="size-4" />
              {answers.suppression.title}
            </ButtonLink>
            <ButtonLink to={paths.desk.outlets({ province: chosen })}>
              <Newspaper aria-hidden="true" className="size-4" />
              {words.outlets}
            </ButtonLink>
          </>
        }
      >
        {words.title}
      </PageTitle>
      {!isEmpty && (
        <>
          <JournalistFilter {...shown} clear={paths.desk.journalists({ province: chosen })} />
          <p className="mb-2 text-soft" role="status">
            {words.found(total)}
          </p>
        </>
      )}
      {journalists.length === 0 ? (
        <Empty title={isFiltered ? words.noneFound : words.noneYet}>
          {!isFiltered && words.noneYetLead}
        </Empty>
      ) : (
        <JournalistTable caption={words.caption} journalists={journalists} today={shown.today} />
      )}
      <Pager page={shown.page} pages={shown.pages} />
    </>
  );
}
