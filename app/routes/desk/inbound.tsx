import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { db } from "#app/db.server.ts";
import { INBOUND_SHELVES, listInboundFor } from "#app/domain/inbound/tray.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Empty } from "#app/ui/empty.tsx";
import { AnswerTrust, InboundBadge, InboundReasonText } from "#app/ui/inbound-state.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { TimeText } from "#app/ui/time.tsx";

const InboundQuery = z.object({
  shelf: z.enum(INBOUND_SHELVES).catch("open"),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = InboundQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await listInboundFor(db, officer, query);
  return { ...found, shelf: query.shelf, shelves: INBOUND_SHELVES };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.inbound.title} · ${words.common.product}` }];
};

export default function Inbound() {
  const { mails, page, pages, counts, shelf, shelves } = useLoaderData<typeof loader>();
  const words = useMessages().inbound;
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <div className="mb-3">
        <Tabs
          label={words.title}
          tabs={shelves.map((one) => ({
            to: paths.desk.inbound({ shelf: one }),
            label: words.shelves[one],
            count: counts[one],
            current: one === shelf,
          }))}
        />
      </div>
      {mails.length === 0 ? (
        <Empty title={words.empty[shelf]} />
      ) : (
        <Table
          caption={words.shelves[shelf]}
          rows={mails}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.one,
              names: true,
              cell: (mail) => (
                <>
                  <LinkTo to={paths.desk.inboundMail(mail)} className="font-semibold wrap-anywhere">
                    {mail.subject || words.noSubject}
                  </LinkTo>
                  <span className="block text-sm text-soft wrap-anywhere">
                    {mail.from || words.noSender}
                  </span>
                </>
              ),
            },
            { head: words.about, cell: (mail) => <About mail={mail} /> },
            { head: words.received, cell: ({ receivedAt }) => <TimeText at={receivedAt} /> },
            {
              head: words.result,
              cell: (mail) => (
                <>
                  <InboundBadge outcome={mail.outcome} />
                  {mail.reply && <span className="ms-2">{words.replies[mail.reply]}</span>}
                  {mail.outcome === "applied" && mail.trust && <AnswerTrust trust={mail.trust} />}
                  <span className="block max-w-[60ch] text-sm">
                    <InboundReasonText {...mail} />
                  </span>
                </>
              ),
            },
          ]}
        />
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}

type Mail = ReturnType<typeof useLoaderData<typeof loader>>["mails"][number];

/** Whom it concerns and which meeting, as far as that is known. */
function About({ mail }: { mail: Mail }) {
  const { inbound: words, queryMail } = useMessages();
  const { meetingId, meetingSubject, queryId, queryNumber } = mail;
  return (
    <>
      <span className="block text-sm text-soft">
        {[words.kinds[mail.kind], mail.personName ?? mail.letterTo].filter(Boolean).join(" · ")}
      </span>
      {meetingId ? (
        <LinkTo to={paths.desk.invitations({ id: meetingId })}>{meetingSubject}</LinkTo>
      ) : queryId && queryNumber ? (
        <LinkTo to={paths.desk.query({ id: queryId })}>{queryMail.asked(queryNumber)}</LinkTo>
      ) : (
        mail.kind !== "query" &&
        !mail.agencyId &&
        !mail.personName &&
        !mail.letterTo &&
        words.unattributed
      )}
    </>
  );
}
