import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { changesOf } from "#app/domain/spokespersons/changes.server.ts";
import { changeCursor, readChangeCursor } from "#app/domain/spokespersons/changes.ts";
import { findProvinceOf } from "#app/domain/spokespersons/registry.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { ChangeLog } from "#app/ui/change-log.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

const SHOWN = 50;

/** One more than is shown is read, to know whether there are earlier ones. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const agency = (await findAgency(db, params.agency ?? "")) ?? notFound();
  const before = readChangeCursor(new URL(request.url).searchParams.get("before") ?? "");
  const range = { until: now(), limit: SHOWN + 1, before };
  const found = await changesOf(db, { agencyId: agency.id }, range);
  const changes = found.slice(0, SHOWN);
  const last = changes.at(-1);
  const province = await findProvinceOf(db, agency);
  return {
    agency,
    province,
    changes,
    older: found.length > SHOWN && last ? changeCursor(last) : undefined,
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.changes.title} · ${words.common.product}` }];
};

export default function AgencyChanges() {
  const { agency, province, changes, older } = useLoaderData<typeof loader>();
  const { changes: words } = useMessages();
  const { name } = useNames();
  const home = publicPage(agency);
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={home}>{name(agency)}</LinkTo>
            {province && `, ${name(province)}`}
          </>
        }
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      {changes.length > 0 ? <ChangeLog changes={changes} /> : <Empty title={words.none} />}
      {older && (
        <p className="mt-4">
          <LinkTo to={paths.agencyChanges(agency, { before: older })}>{words.older}</LinkTo>
        </p>
      )}
    </>
  );
}
