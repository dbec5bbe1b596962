import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import {
  countLettersFor,
  listLettersFor,
  SHELVES,
} from "#app/domain/invitations/correspondence.server.ts";
import { mailAlertsFor } from "#app/domain/invitations/mail-alerts.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { MailAlerts } from "#app/ui/mail-alerts.tsx";
import { MailTrouble, StageBadge } from "#app/ui/mail-state.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { TimeText } from "#app/ui/time.tsx";

const OutboxQuery = z.object({
  shelf: z.enum(SHELVES).catch("all"),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = OutboxQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [found, counts, alerts] = await Promise.all([
    listLettersFor(db, officer, query),
    countLettersFor(db, officer),
    mailAlertsFor(db, officer, now()),
  ]);
  return { ...found, counts, alerts, shelf: query.shelf, shelves: SHELVES };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.mail.outbox.title} · ${words.common.product}` }];
};

export default function Outbox() {
  const { letters, page, pages, counts, alerts, shelf, shelves } = useLoaderData<typeof loader>();
  const { mail } = useMessages();
  const words = mail.outbox;
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <MailAlerts {...alerts} />
      <div className="mb-3">
        <Tabs
          label={words.title}
          tabs={shelves.map((one) => ({
            to: paths.desk.outbox({ shelf: one }),
            label: words.shelves[one],
            count: counts[one],
            current: one === shelf,
          }))}
        />
      </div>
      {letters.length === 0 ? (
        <Empty title={words.empty[shelf]} />
      ) : (
        <Table
          caption={words.title}
          rows={letters}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.to,
              names: true,
              cell: (letter) => (
                <>
                  <span className="font-semibold">{letter.toName}</span>
                  <span className="block text-sm text-soft">{letter.to}</span>
                </>
              ),
            },
            {
              head: words.about,
              cell: (letter) => (
                <>
                  {mail.kinds[letter.kind]}: <About letter={letter} />
                </>
              ),
            },
            { head: words.posted, cell: (letter) => <TimeText at={letter.postedAt} /> },
            {
              head: words.stage,
              cell: (letter) => (
                <>
                  <StageBadge stage={letter.progress} />
                  {letter.sentAt && (
                    <span className="text-sm text-soft">
                      {" "}
                      <TimeText at={letter.sentAt} />
                    </span>
                  )}
                  <MailTrouble {...letter} />
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

type Letter = ReturnType<typeof useLoaderData<typeof loader>>["letters"][number];

/** The meeting or the statement that a letter is about, or the agency whose entries it is about. */
function About({ letter }: { letter: Letter }) {
  const { name } = useNames();
  const { meetingId, subject, agencyId, agencyName, agencyNameEn } = letter;
  const { statementId, statementTitle } = letter;
  if (meetingId) return <LinkTo to={paths.desk.invitations({ id: meetingId })}>{subject}</LinkTo>;
  if (statementId)
    return <LinkTo to={paths.desk.statementAccess({ id: statementId })}>{statementTitle}</LinkTo>;
  const shown = name({ name: agencyName, nameEn: agencyNameEn });
  return agencyId ? <LinkTo to={paths.desk.agency({ id: agencyId })}>{shown}</LinkTo> : shown;
}
