import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { localTime, now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { answerStateOf } from "#app/domain/invitations/reply-form.ts";
import { usualAnswerBy } from "#app/domain/meetings/answer-by.ts";
import { whyNotChange } from "#app/domain/meetings/meeting.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { pageOf } from "#app/domain/paging/page.ts";
import { workCalendar } from "#app/domain/policies/due.server.ts";
import { countsOf, remindersOf, type Standing } from "#app/domain/reminders/plan.server.ts";
import { RULES } from "#app/domain/reminders/rule.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AnswerBadge } from "#app/ui/answer-state.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { MailTrouble, StageBadge } from "#app/ui/mail-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { ReminderCountBadges, ReminderSentence } from "#app/ui/reminder-standing.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

const PAGE = 50;

const Query = z.object({
  rule: z.enum(RULES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
});

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const query = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const at = now();
  const [plan] = await remindersOf(db, [meeting], at);
  const { id, subject, zone, answerBy, agencyId } = meeting;
  const shown = { meeting: { id, subject, zone, answerBy, agencyId } };
  if (!plan) return { ...shown, plan: null, suggested: null };
  const mayAsk = !answerBy && !whyNotChange(meeting, at);
  const usual = mayAsk && usualAnswerBy(meeting, plan.set.answerTime, await workCalendar(db));
  const chosen = query.rule ?? plan.standings.find(({ dropped }) => !dropped)?.rule ?? RULES[0];
  const isStopped = (rule: string | null, invitationId: string | null) =>
    plan.stops.some((stop) => stop.rule === rule && stop.invitationId === invitationId);
  return {
    ...shown,
    suggested: usual && usual > at ? { at: usual, written: localTime(usual, zone) } : null,
    plan: {
      set: plan.set,
      chosen,
      allStopped: isStopped(null, null),
      standings: plan.standings.map((standing) => ({
        rule: standing.rule,
        counted: standing.counted,
        at: standing.at,
        dropped: standing.dropped,
        state: standing.state,
        heldUntil: standing.heldUntil,
        counts: countsOf(standing),
        stopped: isStopped(standing.rule, null),
      })),
      people: peopleOf(
        plan.standings.find(({ rule }) => rule === chosen),
        query.page,
        (id) => isStopped(chosen, id),
      ),
    },
  };
}

/** The people of one rule, a page at a time: only what the page shows of them. */
function peopleOf(
  standing: Standing | undefined,
  asked: number,
  isStopped: (invitationId: string) => boolean,
) {
  const places = standing?.places ?? [];
  const { shown, page, pages } = pageOf(places, asked, PAGE);
  const rows = shown.map(({ guest, letter, passedOver }) => ({
    id: guest.id,
    name: guest.name,
    outletName: guest.outletName,
    answer: answerStateOf(guest),
    letter: letter && {
      progress:
        letter.stage === "queued" && letter.attempts > 0 ? ("put-back" as const) : letter.stage,
      ...{ problem: letter.problem, dueAt: letter.dueAt, sentAt: letter.sentAt },
    },
    passedOver,
    stopped: isStopped(guest.id),
  }));
  return { rows, page, pages, total: places.length };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  const subject = data?.meeting.subject ?? "";
  return [{ title: `${words.reminders.title}: ${subject} · ${words.common.product}` }];
};

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["plan"]>;

export default function MeetingReminders() {
  const { meeting, plan } = useLoaderData<typeof loader>();
  const words = useMessages().reminders;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
        actions={
          <>
            <ButtonLink to={paths.desk.allReminders()}>{words.all}</ButtonLink>
            <ButtonLink to={paths.desk.reminderRules({ id: meeting.agencyId })}>
              {words.rulesLink}
            </ButtonLink>
          </>
        }
      >
        {words.title}
      </PageTitle>
      <AnswerByCard />
      {plan ? <Plan plan={plan} /> : <Empty title={words.noSet} />}
    </>
  );
}

/** By when to answer, and the button that sets it as it is suggested. */
function AnswerByCard() {
  const { meeting, suggested } = useLoaderData<typeof loader>();
  const words = useMessages().reminders.answerBy;
  const to = useLocalised();
  const { answerBy, zone } = meeting;
  return (
    <Card title={words.title}>
      <p>{answerBy ? words.is(shortTime(answerBy, zone)) : words.none}</p>
      {suggested && (
        <Form
          method="post"
          action={to(paths.desk.answerBy(meeting))}
          className="mt-3 flex flex-wrap items-center gap-3"
        >
          <input type="hidden" name="answerBy" value={suggested.written} />
          <SendButton tone="plain">{words.set(shortTime(suggested.at, zone))}</SendButton>
          <span className="text-sm text-soft">{words.suggestion}</span>
        </Form>
      )}
    </Card>
  );
}

function Plan({ plan }: { plan: Shown }) {
  const { meeting } = useLoaderData<typeof loader>();
  const words = useMessages().reminders;
  return (
    <>
      {plan.allStopped && <Notice tone="warning">{words.allStopped}</Notice>}
      <div className="mb-6 grid items-start gap-4 lg:grid-cols-2">
        {plan.standings.map((standing) => (
          <section
            key={standing.rule}
            aria-label={words.kinds[standing.rule]}
            className="grid gap-3 rounded-md border border-line bg-sheet p-4"
          >
            <div>
              <h2 className="text-lg">{words.kinds[standing.rule]}</h2>
              <p className="text-sm text-soft">
                <RuleText rule={standing.rule} set={plan.set} /> · {words.whom[standing.rule]}
              </p>
            </div>
            <ReminderSentence standing={standing} zone={meeting.zone} quiet={plan.set} />
            <ReminderCountBadges counts={standing.counts} meant={standing.dropped === null} />
            <div className="flex flex-wrap items-center gap-2">
              <LinkTo
                to={paths.desk.reminders(meeting, { rule: standing.rule })}
                aria-current={standing.rule === plan.chosen ? "true" : undefined}
                className="inline-flex min-h-11 items-center pe-2"
              >
                {words.chosen(words.kinds[standing.rule])}
              </LinkTo>
              {!plan.allStopped && standing.dropped !== "off" && (
                <StopButton
                  rule={standing.rule}
                  stopped={standing.stopped}
                  what={words.kinds[standing.rule]}
                />
              )}
            </div>
          </section>
        ))}
      </div>
      <div className="mb-6 flex flex-wrap items-center gap-3">
        <StopButton stopped={plan.allStopped} words={[words.stopAll, words.resumeAll]} />
        <p className="max-w-[60ch] text-sm text-soft">{words.unsubscribedNote}</p>
      </div>
      <People plan={plan} />
    </>
  );
}

/** When a rule writes, in words. */
function RuleText({ rule, set }: { rule: Shown["chosen"]; set: Shown["set"] }) {
  const { meeting } = useLoaderData<typeof loader>();
  const words = useMessages().reminders;
  if (rule === "thanks") return words.afterwards;
  const hours = {
    reminder: set.reminderHours,
    "last-reminder": set.lastHours,
    decision: set.decisionHours,
  }[rule];
  if (hours === null) return words.rules.never;
  if (rule !== "decision") return words.beforeStart(hours);
  return meeting.answerBy ? words.beforeAnswerBy(hours) : words.beforeStartAsNoDeadline(hours);
}

/** Stops, or lets go on: one rule or all, for one person or everybody. */
function StopButton({
  rule,
  invitation,
  stopped,
  what,
  words: own,
}: {
  rule?: string;
  invitation?: string;
  stopped: boolean;
  what?: string;
  words?: [stop: string, resume: string];
}) {
  const { meeting } = useLoaderData<typeof loader>();
  const reminders = useMessages().reminders;
  const to = useLocalised();
  const [stop, resume] = own ?? [reminders.stop, reminders.resume];
  const address = stopped ? paths.desk.reminderResumption : paths.desk.reminderStop;
  return (
    <Form method="post" action={to(address(meeting))}>
      {rule && <input type="hidden" name="rule" value={rule} />}
      {invitation && <input type="hidden" name="invitation" value={invitation} />}
      <SendButton tone={stopped ? "plain" : "danger"}>
        {stopped ? resume : stop}
        {what && <span className="sr-only">: {what}</span>}
      </SendButton>
    </Form>
  );
}

function People({ plan: { people, chosen, standings } }: { plan: Shown }) {
  const { meeting } = useLoaderData<typeof loader>();
  const words = useMessages().reminders;
  const { columns } = words;
  const title = words.chosen(words.kinds[chosen]);
  const goes = standings.find(({ rule }) => rule === chosen)?.dropped === null;
  if (people.total === 0) return <Empty title={words.nobody} />;
  return (
    <section aria-label={title}>
      <h2 className="mb-3 text-xl">{title}</h2>
      <Table
        caption={title}
        rows={people.rows}
        keyOf={({ id }) => id}
        columns={[
          {
            head: columns.who,
            names: true,
            cell: ({ name, outletName }) => (
              <>
                <span className="font-semibold wrap-anywhere">{name}</span>
                {outletName && <span className="block text-soft">{outletName}</span>}
              </>
            ),
          },
          { head: columns.answer, cell: ({ answer }) => <AnswerBadge answer={answer} /> },
          {
            head: columns.state,
            cell: ({ letter, passedOver }) => {
              if (letter)
                return (
                  <>
                    <StageBadge stage={letter.progress} />{" "}
                    {letter.sentAt && (
                      <span className="text-sm text-soft">
                        <TimeText at={letter.sentAt} />
                      </span>
                    )}
                    <MailTrouble {...letter} />
                  </>
                );
              if (passedOver) return words.whyNotTo[passedOver];
              return <Badge tone="calm">{goes ? words.willGet : words.wouldGet}</Badge>;
            },
          },
          {
            head: columns.letter,
            acts: true,
            cell: ({ id, name }) => (
              <LinkTo
                to={paths.desk.reminderPreview(meeting, { rule: chosen, for: id })}
                className="inline-flex min-h-9 items-center"
              >
                {words.preview}
                <span className="sr-only">: {name}</span>
              </LinkTo>
            ),
          },
          {
            head: columns.stop,
            acts: true,
            cell: ({ id, name, stopped, letter }) =>
              stopped || !letter || letter.progress === "queued" ? (
                <StopButton rule={chosen} invitation={id} stopped={stopped} what={name} />
              ) : null,
          },
        ]}
      />
      <Pager page={people.page} pages={people.pages} />
    </section>
  );
}
