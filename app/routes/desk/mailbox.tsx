import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { listReceivedFor } from "#app/domain/invitations/correspondence.server.ts";
import { requireTrialMailbox } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireTrialMailbox(request);
  const page = Number(new URL(request.url).searchParams.get("page")) || 1;
  return listReceivedFor(db, officer, page);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.mail.mailbox.title} · ${words.common.product}` }];
};

export default function Mailbox() {
  const { mails, page, pages, total } = useLoaderData<typeof loader>();
  const words = useMessages().mail.mailbox;
  return (
    <>
      <PageTitle lead={`${words.trial} ${words.lead}`}>{words.title}</PageTitle>
      {mails.length === 0 ? (
        <Empty title={words.empty}>
          <ButtonLink to={paths.desk.meetings()}>{words.toMeetings}</ButtonLink>
        </Empty>
      ) : (
        <>
          <p className="mb-2 text-soft">{words.total(total)}</p>
          <Table
            caption={words.title}
            rows={mails}
            keyOf={({ id }) => id}
            columns={[
              { head: words.received, cell: ({ receivedAt }) => <TimeText at={receivedAt} /> },
              { head: words.to, cell: ({ to }) => <span className="break-words">{to}</span> },
              {
                head: words.subject,
                names: true,
                cell: (mail) => (
                  <LinkTo to={paths.desk.received(mail)}>{mail.subject || words.noSubject}</LinkTo>
                ),
              },
            ]}
          />
        </>
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}
