import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now, readLocalTime } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { choicesOf, readChoice } from "#app/domain/invitations/choice.server.ts";
import { soonestStart } from "#app/domain/meetings/meeting-times.ts";
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { formerEditions, receivedBy } from "#app/domain/statements/errata.server.ts";
import { scheduleStatement } from "#app/domain/statements/schedule.server.ts";
import { phaseOf } from "#app/domain/statements/statement.ts";
import { findStatementFor } from "#app/domain/statements/statements.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PlainText } from "#app/ui/plain-field.tsx";
import { PressChecks } from "#app/ui/press-checks.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const phase = phaseOf(statement);
  const [press, misled] = await Promise.all([
    choicesOf(db, officer, statement.provinceId),
    formerEditions(db, statement).then((wrong) => receivedBy(db, wrong)),
  ]);
  return {
    ...{ statement, ...press, misled: misled.length },
    barred: phase === "approved" || phase === "scheduled" ? null : (`is-${phase}` as const),
    soonest: statement.scheduledAt ? localTime(statement.scheduledAt) : soonestStart(now()),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const sent = await request.formData();
  const words = messagesFor(request);
  const typed = String(sent.get("at") ?? "");
  const at = readLocalTime(typed);
  const choice = readChoice(sent);
  const refuse = (problem: string, status: number) => data({ problem, typed, choice }, { status });
  if (!at) return refuse(words.common.problems["not-a-time"], 400);
  const wish = { at, choice, publicOnly: sent.get("publicOnly") === "yes" };
  const scheduled = await scheduleStatement(db, statement, wish, { by: officer, at: now() });
  const { schedule } = words.statementDesk;
  if (!scheduled.ok) {
    if (scheduled.reason !== "not-a-speaker")
      return refuse(words.statements.refusals[scheduled.reason], 409);
    const may = speakerChoices(await speakersOf(db, { id: statement.agencyId }, at));
    return refuse(
      schedule.mayThen(
        shortTime(at),
        may.map(({ name }) => name),
      ),
      409,
    );
  }
  return goToSaying(request, paths.desk.statement(statement), schedule.done(shortTime(at)));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statementDesk.schedule.title} · ${words.common.product}` }];
};

export default function StatementSchedule() {
  const { statement, lists, beats, barred, soonest, misled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { statements: words, statementDesk, common } = useMessages();
  const says = statementDesk.schedule;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.statement(statement)}>{statement.title}</LinkTo>}
        lead={says.lead}
      >
        {says.title}
      </PageTitle>
      {answer && <Notice tone="problem">{answer.problem}</Notice>}
      {barred ? (
        <Notice tone="warning">{words.refusals[barred]}</Notice>
      ) : (
        <Form method="post" className="grid max-w-xl gap-5">
          <PlainText
            name="at"
            type="datetime-local"
            label={says.field}
            defaultValue={answer?.typed || soonest}
            required
          />
          {misled > 0 && <p>{says.misled(misled)}</p>}
          <Card title={words.publication.whom}>
            <div className="grid gap-3">
              <PressChecks lists={lists} beats={beats} choice={answer?.choice} />
              <label className="flex min-h-9 items-start gap-2 border-t border-line pt-3">
                <input
                  type="checkbox"
                  name="publicOnly"
                  value="yes"
                  className="mt-0.5 size-5 shrink-0 accent-accent"
                />
                <span>{words.publication.publicOnly}</span>
              </label>
            </div>
          </Card>
          <div className="flex flex-wrap gap-2">
            <SendButton>{says.submit}</SendButton>
            <ButtonLink to={paths.desk.statement(statement)}>{common.cancel}</ButtonLink>
          </div>
        </Form>
      )}
    </>
  );
}
