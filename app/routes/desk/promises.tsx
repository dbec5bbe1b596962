import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listKeptPromises, listOpenPromises } from "#app/domain/questions/promises.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { CountdownBadge } from "#app/ui/countdown.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { TimeText } from "#app/ui/time.tsx";

const SHELVES = ["open", "kept"] as const;

const PromiseQuery = z.object({
  shelf: z.enum(SHELVES).catch("open"),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { shelf, page } = PromiseQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found =
    shelf === "kept"
      ? await listKeptPromises(db, officer, page)
      : { promises: await listOpenPromises(db, officer), page: 1, pages: 1 };
  const promises = found.promises.map((one) => ({
    ...{ id: one.id, text: one.text, meetingId: one.meetingId, subject: one.subject },
    ...{ owner: one.owner, agencyName: one.agencyName, agencyNameEn: one.agencyNameEn },
    ...{ dueAt: one.dueAt, due: "due" in one ? one.due : undefined },
    keptAt: "keptAt" in one ? one.keptAt : null,
  }));
  return { ...found, promises, shelf, at: now(), several: officer.reach !== "agency" };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.questions.promise.homeTitle} · ${words.common.product}` }];
};

export default function Promises() {
  const { promises, page, pages, shelf, at, several } = useLoaderData<typeof loader>();
  const words = useMessages().questions.promise;
  const { list } = words;
  const { name } = useNames();
  return (
    <>
      <PageTitle lead={list.lead}>{words.homeTitle}</PageTitle>
      <div className="mb-3">
        <Tabs
          label={words.homeTitle}
          tabs={SHELVES.map((one) => ({
            to: paths.desk.promises({ shelf: one === "open" ? undefined : one }),
            label: list.shelves[one],
            current: one === shelf,
          }))}
        />
      </div>
      {promises.length === 0 ? (
        <Empty title={list.empty[shelf]} />
      ) : (
        <Table
          caption={list.shelves[shelf]}
          rows={promises}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.question,
              names: true,
              cell: (promise) => (
                <LinkTo to={paths.desk.promise(promise)} className="line-clamp-3">
                  {promise.text}
                </LinkTo>
              ),
            },
            {
              head: words.meeting,
              cell: ({ meetingId, subject }) => (
                <LinkTo to={paths.desk.meeting({ id: meetingId })}>{subject}</LinkTo>
              ),
            },
            {
              head: list.owner,
              cell: (promise) => (
                <>
                  {promise.owner}
                  {several && (
                    <span className="block text-soft">
                      {name({ name: promise.agencyName, nameEn: promise.agencyNameEn })}
                    </span>
                  )}
                </>
              ),
            },
            {
              head: list.time,
              cell: ({ due, dueAt, keptAt }) =>
                due && !keptAt ? (
                  <CountdownBadge due={due} now={at} />
                ) : (
                  <>
                    <TimeText at={keptAt ?? dueAt} />
                    {keptAt && (
                      <span className="block text-soft">
                        {keptAt < dueAt ? list.onTime : list.late}
                      </span>
                    )}
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
