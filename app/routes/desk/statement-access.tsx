import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { readProblem } from "#app/domain/mail/problem.ts";
import { equalAccessOf, type OutletAccess } from "#app/domain/statements/equal-access.server.ts";
import { findStatementFor } from "#app/domain/statements/statements.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StatementProgress } from "#app/ui/statement-progress.tsx";
import { Table } from "#app/ui/table.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  return { statement, ...(await equalAccessOf(db, statement)) };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statements.access.title} · ${words.common.product}` }];
};

export default function StatementAccess() {
  const { statement, outlets, counts, spread } = useLoaderData<typeof loader>();
  const words = useMessages().statements;
  const says = words.access;
  const number = useNumber();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.statement(statement)}>{statement.title}</LinkTo>}
        lead={says.lead}
        actions={
          statement.incidentId && (
            <ButtonLink to={paths.desk.incident({ id: statement.incidentId })}>
              {words.desk.incident}
            </ButtonLink>
          )
        }
      >
        {says.title}
      </PageTitle>
      {statement.publishedAt ? (
        <Card>
          <p className="mb-3">{says.posted(shortTime(statement.publishedAt))}</p>
          <StatementProgress counts={counts} />
          {spread !== null && (
            <p className="mt-3">{says.spread(number(Math.ceil(spread / 1000)))}</p>
          )}
        </Card>
      ) : (
        <p className="mb-5">{words.refusals["is-draft"]}</p>
      )}
      {outlets.length === 0 ? (
        statement.publishedAt && <Empty title={says.empty} />
      ) : (
        <Table
          caption={says.title}
          rows={outlets}
          keyOf={({ outletName }) => outletName ?? ""}
          columns={[
            {
              head: says.outlet,
              names: true,
              cell: ({ outletName }) => outletName ?? says.none,
            },
            { head: says.letters, numeric: true, cell: ({ letters }) => number(letters) },
            { head: says.accepted, cell: (outlet) => <Accepted outlet={outlet} /> },
            { head: says.refused, cell: (outlet) => <Refused outlet={outlet} /> },
          ]}
        />
      )}
    </>
  );
}

function Accepted({ outlet: { firstAt, lastAt } }: { outlet: OutletAccess }) {
  const says = useMessages().statements.access;
  if (!firstAt || !lastAt) return <span className="text-soft">{says.notYet}</span>;
  const [from, until] = [shortTime(firstAt), shortTime(lastAt)];
  return <>{from === until ? from : says.between(from, until)}</>;
}

function Refused({ outlet: { refused } }: { outlet: OutletAccess }) {
  const { statements, mail } = useMessages();
  if (refused.length === 0) return "–";
  return (
    <>
      <Badge tone="late">{statements.access.count(refused.length)}</Badge>
      {[...new Set(refused.map(({ problem }) => problem ?? ""))].map((problem) => {
        const { reason, words } = readProblem(problem);
        return (
          <span key={problem} className="block text-sm text-soft">
            {reason && mail.reasons[reason]} {words && mail.serverSaid(words)}
          </span>
        );
      })}
    </>
  );
}
