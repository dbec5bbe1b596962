import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Pencil } from "lucide-react";
import { absolute } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { lastDeedsOn } from "#app/domain/audit/listing.server.ts";
import { sentenceOf } from "#app/domain/audit/sentence.ts";
import { equalAccessOf } from "#app/domain/statements/equal-access.server.ts";
import { phaseOf } from "#app/domain/statements/statement.ts";
import { findStatement, findStatementFor } from "#app/domain/statements/statements.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { HistoryList } from "#app/ui/history-list.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StatementProgress } from "#app/ui/statement-progress.tsx";
import { SpeakerLine, StatementBadge, StatementText } from "#app/ui/statement-text.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const language = languageOf(new URL(request.url).pathname);
  const words = messagesIn(language);
  const [deeds, former, access] = await Promise.all([
    lastDeedsOn(db, statement),
    statement.followsId ? findStatement(db, statement.followsId) : undefined,
    statement.publishedAt ? equalAccessOf(db, statement) : undefined,
  ]);
  return {
    statement,
    former: former ? { id: former.id, title: former.title } : null,
    counts: access?.counts ?? null,
    history: deeds.map((deed) => ({ ...deed, sentence: sentenceOf(words, deed) })),
    publicAddress:
      statement.publishedAt && absolute(localised(language, paths.statement(statement))),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${data?.statement.title ?? ""} · ${words.common.product}` }];
};

export default function StatementPage() {
  const { statement, former, counts, history, publicAddress } = useLoaderData<typeof loader>();
  const { statements: words, incidents } = useMessages();
  const says = words.desk;
  const to = useLocalised();
  const agencyName = useAgencyName();
  const phase = phaseOf(statement);
  const isOpen = phase === "draft" || phase === "approved";
  return (
    <>
      <PageTitle
        above={
          statement.incidentId ? (
            <>
              {says.incident}:{" "}
              <LinkTo to={paths.desk.incident({ id: statement.incidentId })}>
                {statement.incidentTitle}
              </LinkTo>
            </>
          ) : (
            agencyName(statement)
          )
        }
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StatementBadge phase={phase} />
            {words.kinds[statement.kind]}
          </span>
        }
        actions={
          isOpen && (
            <>
              <ButtonLink to={paths.desk.statementEdit(statement)}>
                <Pencil aria-hidden="true" className="size-4" />
                {says.edit}
              </ButtonLink>
              <ButtonLink
                tone="primary"
                to={
                  phase === "draft"
                    ? paths.desk.statementApproval(statement)
                    : paths.desk.statementPublication(statement)
                }
              >
                {phase === "draft" ? says.toApproval : says.toPublication}
              </ButtonLink>
            </>
          )
        }
      >
        {statement.title}
      </PageTitle>
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        <Card>
          <StatementText statement={statement} level={2} />
        </Card>
        <div className="min-w-0">
          <Card>
            <Facts
              facts={[
                [words.speaks, <SpeakerLine key="speaks" statement={statement} />],
                [
                  words.approval.approver,
                  statement.approver &&
                    says.approved(statement.approver, shortTime(statement.approvedAt ?? "")),
                ],
                [says.agreed, statement.agreedWith],
                [
                  words.published,
                  statement.publishedAt && <TimeText key="at" at={statement.publishedAt} />,
                ],
                [
                  incidents.room.clock,
                  statement.onTime !== null && <Kept key="kept" statement={statement} />,
                ],
                [
                  says.follows,
                  former && <LinkTo to={paths.desk.statement(former)}>{former.title}</LinkTo>,
                ],
              ]}
            />
            {publicAddress && (
              <p className="mt-4 border-t border-line pt-4">
                {says.publicAddress}{" "}
                <a href={publicAddress} className="break-all">
                  {publicAddress}
                </a>
              </p>
            )}
          </Card>
          {counts && (
            <Card
              title={incidents.room.letters}
              actions={<LinkTo to={paths.desk.statementAccess(statement)}>{says.access}</LinkTo>}
            >
              <StatementProgress counts={counts} />
            </Card>
          )}
          {isOpen && (
            <Form
              method="post"
              action={to(paths.desk.statementWithdrawal(statement))}
              className="mb-6"
            >
              <Button tone="danger">{says.withdraw}</Button>
            </Form>
          )}
        </div>
      </div>
      <Card title={incidents.room.history}>
        <HistoryList history={history} />
      </Card>
    </>
  );
}

/** Whether the law's time was kept, as it was counted when the statement came out. */
function Kept({ statement }: { statement: { onTime: number | null; dueAt: string | null } }) {
  const says = useMessages().statements.desk;
  const isOnTime = statement.onTime === 1;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={isOnTime ? "done" : "late"}>{isOnTime ? says.onTime : says.late}</Badge>
      {statement.dueAt && says.dueAt(shortTime(statement.dueAt))}
    </span>
  );
}
