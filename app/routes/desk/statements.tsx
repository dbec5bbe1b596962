import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Megaphone } from "lucide-react";
import { z } from "zod";
import { db } from "#app/db.server.ts";
import { listStatementsFor } from "#app/domain/statements/listing.server.ts";
import { SHELVES } from "#app/domain/statements/shelves.ts";
import { listSignOffsFor } from "#app/domain/statements/sign-offs.server.ts";
import { phaseOf } from "#app/domain/statements/statement.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { PlainText } from "#app/ui/plain-field.tsx";
import { StandingBadge } from "#app/ui/statement-list.tsx";
import { StatementBadge } from "#app/ui/statement-text.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { TimeText } from "#app/ui/time.tsx";

const DeskQuery = z.object({
  shelf: z.enum(SHELVES).catch("open"),
  q: z.string().max(200).catch(""),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = DeskQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [listed, waiting] = await Promise.all([
    listStatementsFor(db, officer, query),
    listSignOffsFor(db, officer),
  ]);
  return { ...listed, ...query, page: listed.page, waiting, several: officer.reach !== "agency" };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statementDesk.list.title} · ${words.common.product}` }];
};

export default function Statements() {
  const { statements, page, pages, shelf, q } = useLoaderData<typeof loader>();
  const words = useMessages();
  const says = words.statementDesk.list;
  const columns = useColumns();
  const to = useLocalised();
  return (
    <>
      <PageTitle
        lead={says.lead}
        actions={
          <ButtonLink to={paths.desk.statementWritten()} tone="primary">
            <Megaphone aria-hidden="true" className="size-4" />
            {says.new}
          </ButtonLink>
        }
      >
        {says.title}
      </PageTitle>
      <Waiting />
      <div className="mb-3">
        <Tabs
          label={says.label}
          tabs={SHELVES.map((one) => ({
            to: paths.desk.statements({ shelf: one === "open" ? undefined : one }),
            label: says.shelves[one],
            current: one === shelf,
          }))}
        />
      </div>
      <Form
        method="get"
        action={to(paths.desk.statements())}
        className="mb-4 grid max-w-xl items-end gap-3 sm:grid-cols-[1fr_auto]"
      >
        {shelf !== "open" && <input type="hidden" name="shelf" value={shelf} />}
        <PlainText name="q" type="search" label={says.search} defaultValue={q} maxLength={200} />
        <Button tone="plain">{words.statementDesk.site.show}</Button>
      </Form>
      {statements.length === 0 ? (
        <Empty title={q ? says.nothing(q) : says.empty[shelf]}>
          {shelf === "open" && !q && says.emptyLead}
        </Empty>
      ) : (
        <Table
          caption={says.shelves[shelf]}
          rows={statements}
          keyOf={({ id }) => id}
          columns={columns}
        />
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["statements"][number];

function useColumns(): Column<Shown>[] {
  const { several } = useLoaderData<typeof loader>();
  const { statements: words, statementDesk } = useMessages();
  const says = statementDesk.list;
  const agencyName = useAgencyName();
  return [
    {
      head: says.text,
      names: true,
      cell: (statement) => (
        <span className="wrap-anywhere">
          <LinkTo to={paths.desk.statement(statement)} className="font-semibold">
            {statement.title}
          </LinkTo>
          <span className="block text-sm text-soft">
            {words.kinds[statement.kind]}
            {several && ` · ${agencyName(statement)}`}
          </span>
        </span>
      ),
    },
    {
      head: says.state,
      cell: (statement) => (
        <span className="flex flex-wrap items-center gap-2">
          <StatementBadge phase={phaseOf(statement)} />
          <StandingBadge statement={statement} />
          {statement.scheduledAt && says.scheduled(shortTime(statement.scheduledAt))}
          {statement.scheduleProblem && (
            <span className="font-semibold text-late">{says.problem}</span>
          )}
        </span>
      ),
    },
    { head: says.speaker, cell: ({ speakerName }) => speakerName },
    {
      head: says.when,
      cell: ({ publishedAt, draftedAt }) => <TimeText at={publishedAt ?? draftedAt} />,
    },
  ];
}

/** What other agencies ask this officer's agency to put its name to. */
function Waiting() {
  const { waiting } = useLoaderData<typeof loader>();
  const says = useMessages().statementDesk.list;
  const isEnglish = useLanguage() === "en";
  if (waiting.length === 0) return null;
  return (
    <Card title={says.waiting}>
      <ul className="grid gap-3">
        {waiting.map(({ id, title, agencyName, agencyNameEn, askedAt }) => (
          <li key={id} className="wrap-anywhere">
            <strong>{title}</strong> · {isEnglish ? agencyNameEn : agencyName} ·{" "}
            <TimeText at={askedAt} />{" "}
            <LinkTo to={paths.desk.signOff({ id })} className="ms-2">
              {says.answer}
            </LinkTo>
          </li>
        ))}
      </ul>
    </Card>
  );
}
