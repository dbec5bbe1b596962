import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { keysOfQueries, ownQueries } from "#app/domain/portal/my-data.server.ts";
import { requireProof } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PortalDone } from "#app/ui/portal-done.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await requireProof(request);
  const queries = await ownQueries(db, visitor);
  const keys = await keysOfQueries(
    db,
    queries.map(({ id }) => id),
  );
  return { queries: queries.map((query) => ({ ...query, token: keys.get(query.id) })) };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.questions.title} · ${words.common.product}` }];
};

export default function Questions() {
  const { queries } = useLoaderData<typeof loader>();
  const words = useMessages().portal.questions;
  const { name } = useNames();
  return (
    <>
      <PageTitle
        lead={words.lead}
        actions={
          <ButtonLink tone="primary" to={paths.portal.questionNew()}>
            {words.ask}
          </ButtonLink>
        }
      >
        {words.title}
      </PageTitle>
      <PortalDone />
      {queries.length === 0 ? (
        <Empty title={words.empty} />
      ) : (
        <Table
          caption={words.title}
          rows={queries}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.question,
              names: true,
              cell: ({ title, number, receivedAt, token }) => (
                <>
                  {token ? (
                    <LinkTo to={paths.asked({ token })} className="font-semibold wrap-anywhere">
                      {title}
                    </LinkTo>
                  ) : (
                    <span className="font-semibold wrap-anywhere">{title}</span>
                  )}
                  <span className="block text-sm text-soft">
                    {number} · <TimeText at={receivedAt} />
                  </span>
                </>
              ),
            },
            {
              head: words.agency,
              cell: (query) => name({ name: query.agencyName, nameEn: query.agencyNameEn }),
            },
            {
              head: words.state,
              cell: ({ outcome, takenAt }) => (
                <Badge tone={outcome ? "done" : "due"}>
                  {words.states[outcome ?? (takenAt ? "taken" : "received")]}
                </Badge>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
