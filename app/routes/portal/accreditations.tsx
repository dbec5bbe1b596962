import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { ownAccreditations } from "#app/domain/portal/accreditations.server.ts";
import { requireVisitor } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { StandingBadge } from "#app/ui/accreditation-facts.tsx";
import { useNames } from "#app/ui/area-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PortalDone } from "#app/ui/portal-done.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await requireVisitor(request);
  return { accreditations: await ownAccreditations(db, visitor) };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.accreditation.title} · ${words.common.product}` }];
};

export default function Accreditations() {
  const { accreditations } = useLoaderData<typeof loader>();
  const words = useMessages().portal.accreditation;
  const { name } = useNames();
  return (
    <>
      <PageTitle
        lead={words.lead}
        actions={
          <ButtonLink tone="primary" to={paths.portal.accreditationNew()}>
            {words.new}
          </ButtonLink>
        }
      >
        {words.title}
      </PageTitle>
      <PortalDone />
      {accreditations.length === 0 ? (
        <Empty title={words.empty} />
      ) : (
        <Table
          caption={words.title}
          rows={accreditations}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.meeting,
              names: true,
              cell: (one) => (
                <>
                  <LinkTo
                    to={paths.portal.accreditation(one)}
                    className="font-semibold wrap-anywhere"
                  >
                    {one.subject ?? words.everyMeeting}
                  </LinkTo>
                  <span className="block text-sm text-soft">
                    {name({ name: one.provinceName, nameEn: one.nameEn })}
                  </span>
                </>
              ),
            },
            { head: words.requested, cell: (one) => <TimeText at={one.requestedAt} /> },
            { head: words.state, cell: (one) => <StandingBadge standing={one.standing} /> },
          ]}
        />
      )}
    </>
  );
}
