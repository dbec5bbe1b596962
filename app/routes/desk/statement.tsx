import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Clock, Pencil } from "lucide-react";
import { now } from "#app/clock.ts";
import { absolute } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { lastDeedsOn } from "#app/domain/audit/listing.server.ts";
import { sentenceOf } from "#app/domain/audit/sentence.ts";
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { equalAccessOf } from "#app/domain/statements/equal-access.server.ts";
import { erratumOf } from "#app/domain/statements/errata.server.ts";
import { statementFiles } from "#app/domain/statements/files.server.ts";
import { signOffsOf } from "#app/domain/statements/sign-offs.server.ts";
import { isInParts, phaseOf, type StatementRefusal } from "#app/domain/statements/statement.ts";
import { findStatement, findStatementFor } from "#app/domain/statements/statements.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { ErratumText } from "#app/ui/erratum.tsx";
import { HistoryList } from "#app/ui/history-list.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StandingBadge } from "#app/ui/statement-list.tsx";
import { StatementProgress } from "#app/ui/statement-progress.tsx";
import { SpeakerLine, StatementBadge, StatementText } from "#app/ui/statement-text.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const language = languageOf(new URL(request.url).pathname);
  const words = messagesIn(language);
  const [deeds, former, access, files, signOffs, wrong, right, speakers] = await Promise.all([
    lastDeedsOn(db, statement),
    statement.followsId ? findStatement(db, statement.followsId) : undefined,
    statement.publishedAt ? equalAccessOf(db, statement) : undefined,
    statementFiles(db, statement),
    signOffsOf(db, statement),
    statement.correctsId ? findStatement(db, statement.correctsId) : undefined,
    statement.correctedById ? findStatement(db, statement.correctedById) : undefined,
    statement.scheduleProblem ? speakersOf(db, { id: statement.agencyId }, now()) : [],
  ]);
  const problem = statement.scheduleProblem as StatementRefusal | null;
  return {
    statement,
    former: former ? { id: former.id, title: former.title } : null,
    ...{ files: files.length, signOffs },
    wrong: wrong
      ? { id: wrong.id, title: wrong.title, erratum: erratumOf(wrong, statement) }
      : null,
    right: right ? { id: right.id, title: right.title } : null,
    problem: problem && [
      words.statementDesk.desk.problem(words.statements.refusals[problem]),
      ...(problem === "not-a-speaker"
        ? [words.statementDesk.desk.mayNow(speakerChoices(speakers).map(({ name }) => name))]
        : []),
    ],
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
  const shown = useLoaderData<typeof loader>();
  const { statement, former, counts, history, publicAddress } = shown;
  const { statements: words, incidents, statementDesk } = useMessages();
  const says = words.desk;
  const to = useLocalised();
  const agencyName = useAgencyName();
  const phase = phaseOf(statement);
  const isOpen = phase === "draft" || phase === "approved" || phase === "scheduled";
  const mayCorrect = phase === "published" && !statement.retractedAt && !shown.right;
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
            <StandingBadge statement={statement} />
            {words.kinds[statement.kind]}
          </span>
        }
        actions={
          isOpen ? (
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
              {phase === "approved" && (
                <ButtonLink to={paths.desk.statementSchedule(statement)}>
                  <Clock aria-hidden="true" className="size-4" />
                  {statementDesk.schedule.title}
                </ButtonLink>
              )}
            </>
          ) : (
            mayCorrect && (
              <>
                <ButtonLink to={paths.desk.statementCorrection(statement)}>
                  {statementDesk.desk.correct}
                </ButtonLink>
                <ButtonLink tone="danger" to={paths.desk.statementRetraction(statement)}>
                  {statementDesk.desk.retract}
                </ButtonLink>
              </>
            )
          )
        }
      >
        {statement.title}
      </PageTitle>
      {shown.problem && (
        <Notice tone="problem">
          {shown.problem.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {statement.scheduledAt && <Scheduled statement={statement} />}
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Card>
            <StatementText statement={statement} level={2} />
          </Card>
          {shown.wrong && (
            <Card title={statementDesk.desk.changes}>
              <ErratumText erratum={shown.wrong.erratum} language={statement.language} />
            </Card>
          )}
        </div>
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
                [
                  statementDesk.desk.corrects,
                  shown.wrong && (
                    <LinkTo to={paths.desk.statement(shown.wrong)}>{shown.wrong.title}</LinkTo>
                  ),
                ],
                [
                  statementDesk.desk.correctedBy,
                  shown.right && (
                    <LinkTo to={paths.desk.statement(shown.right)}>{shown.right.title}</LinkTo>
                  ),
                ],
                [statementDesk.retraction.reason, statement.retractReason],
              ]}
            />
            {publicAddress && (
              <p className="mt-4 border-t border-line pt-4">
                {says.publicAddress}{" "}
                <a href={publicAddress} className="break-all">
                  {publicAddress}
                </a>
                <span className="mt-1 block">
                  <a href={to(paths.receipt(statement))}>{statementDesk.desk.receipt}</a>
                </span>
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
          <Beside shown={shown} isOpen={isOpen} />
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

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

/** When it will be published by itself, and the button that keeps it from being. */
function Scheduled({ statement }: { statement: Shown["statement"] }) {
  const says = useMessages().statementDesk.desk;
  const to = useLocalised();
  return (
    <Notice>
      <p className="mb-2">
        {says.scheduled(shortTime(statement.scheduledAt ?? ""), statement.scheduledByName ?? "")}
      </p>
      <Form method="post" action={to(paths.desk.statementUnscheduling(statement))}>
        <Button tone="plain">{says.unschedule}</Button>
      </Form>
    </Notice>
  );
}

/** What goes with the text: files, other agencies' names, other languages. */
function Beside({ shown, isOpen }: { shown: Shown; isOpen: boolean }) {
  const { statement, files, signOffs } = shown;
  const { statementDesk } = useMessages();
  const says = statementDesk.desk;
  const isEnglish = useLanguage() === "en";
  return (
    <>
      <Card title={says.files}>
        <p>{says.fileCount(files)}</p>
        {(isOpen || files > 0) && (
          <LinkTo to={paths.desk.statementFiles(statement)}>{says.toFiles}</LinkTo>
        )}
      </Card>
      <Card title={says.signOffs}>
        {signOffs.length === 0 && <p>{says.noSignOffs}</p>}
        <ul className="mb-2 grid gap-1">
          {signOffs.map(({ id, state, agencyName, agencyNameEn }) => (
            <li key={id}>
              {isEnglish ? agencyNameEn : agencyName}: {statementDesk.signOffs.states[state]}
            </li>
          ))}
        </ul>
        {isOpen && <LinkTo to={paths.desk.signOffs(statement)}>{says.toSignOffs}</LinkTo>}
      </Card>
      {!isInParts(statement) && !statement.withdrawnAt && (
        <Card title={says.languages}>
          <LinkTo to={paths.desk.statementWritten({ translationOf: statement.id })}>
            {says.translate[statement.language === "vi" ? "en" : "vi"]}
          </LinkTo>
        </Card>
      )}
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
