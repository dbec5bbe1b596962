import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { ownInvitations } from "#app/domain/portal/my-data.server.ts";
import { requireVisitor } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";
import { SpanText } from "#app/ui/time.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await requireVisitor(request);
  return { invitations: await ownInvitations(db, visitor) };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.invitations.title} · ${words.common.product}` }];
};

type Invited = ReturnType<typeof useLoaderData<typeof loader>>["invitations"][number];

export default function Invitations() {
  const { invitations } = useLoaderData<typeof loader>();
  const words = useMessages().portal.invitations;
  const { name } = useNames();
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      {invitations.length === 0 ? (
        <Empty title={words.empty} />
      ) : (
        <Table
          caption={words.title}
          rows={invitations}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.meeting,
              names: true,
              cell: (one) => (
                <>
                  <LinkTo to={paths.reply(one)} className="font-semibold wrap-anywhere">
                    {one.subject}
                  </LinkTo>
                  <span className="block text-sm text-soft">
                    <SpanText {...one} />
                  </span>
                  <span className="block text-sm text-soft">
                    {name({ name: one.agencyName, nameEn: one.agencyNameEn })}
                  </span>
                </>
              ),
            },
            { head: words.answer, cell: (one) => <Answered invited={one} /> },
          ]}
        />
      )}
    </>
  );
}

function Answered({ invited }: { invited: Invited }) {
  const words = useMessages().portal.invitations;
  const { reply, substituteName, waitingSince, cancelledAt, postponedAt } = invited;
  if (cancelledAt) return <Badge tone="late">{words.cancelled}</Badge>;
  if (postponedAt) return <Badge tone="due">{words.postponed}</Badge>;
  if (!reply) return <Badge tone="due">{words.none}</Badge>;
  return (
    <>
      <Badge tone={reply === "declined" ? "plain" : "done"}>{words.answers[reply]}</Badge>
      {waitingSince && <Badge tone="due">{words.waiting}</Badge>}
      {substituteName && <span className="block text-sm wrap-anywhere">{substituteName}</span>}
    </>
  );
}
