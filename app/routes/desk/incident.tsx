import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Check, Pencil, PenLine, Siren } from "lucide-react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { sentenceOf } from "#app/domain/audit/sentence.ts";
import { instantOf, STARTS } from "#app/domain/incidents/incident.ts";
import { findIncidentFor } from "#app/domain/incidents/incidents.server.ts";
import { incidentRoom } from "#app/domain/statements/room.server.ts";
import { phaseOf } from "#app/domain/statements/statement.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { useNames } from "#app/ui/area-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Countdown } from "#app/ui/countdown.tsx";
import { HistoryList } from "#app/ui/history-list.tsx";
import { OutcomeBadge } from "#app/ui/incident-state.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PhaseBadge } from "#app/ui/meeting-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StatementProgress } from "#app/ui/statement-progress.tsx";
import { SpeakerLine, StatementBadge } from "#app/ui/statement-text.tsx";
import { SpanText, TimeText } from "#app/ui/time.tsx";
import { Written } from "#app/ui/written.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const incident = (await findIncidentFor(db, officer, params.incident ?? "")) ?? notFound();
  const at = now();
  const words = messagesIn(languageOf(new URL(request.url).pathname));
  const { deeds, scenarios, ...room } = await incidentRoom(db, incident, at);
  return {
    ...{ ...room, incident, at },
    scenarios: scenarios.map(({ id, title, agencyId, questions, speaks }) => ({
      ...{ id, title, agencyId, questions, speaks },
    })),
    history: deeds.map((deed) => ({ ...deed, sentence: sentenceOf(words, deed) })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${data?.incident.title ?? ""} · ${words.common.product}` }];
};

export default function IncidentRoom() {
  const { incident, room, history } = useLoaderData<typeof loader>();
  const { incidents: words, pressCorrections } = useMessages();
  const says = words.room;
  const agencyName = useAgencyName();
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={paths.desk.incidents()}>{words.title}</LinkTo> · {agencyName(incident)}
          </>
        }
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <OutcomeBadge outcome={room.outcome} />
            {words.clauses[incident.clause]}
          </span>
        }
        actions={
          !incident.closedAt && (
            <>
              <ButtonLink to={paths.desk.incidentEdit(incident)}>
                <Pencil aria-hidden="true" className="size-4" />
                {says.edit}
              </ButtonLink>
              <ButtonLink to={paths.desk.incidentClosing(incident)}>
                <Check aria-hidden="true" className="size-4" />
                {says.close}
              </ButtonLink>
            </>
          )
        }
      >
        {incident.title}
      </PageTitle>
      {incident.closedAt && (
        <Notice>{says.closed(shortTime(incident.closedAt), incident.closeReason ?? "")}</Notice>
      )}
      <Referral />
      {incident.clause === "7.6" && !incident.closedAt && (
        <Notice tone="warning">
          <p>{says.feedback}</p>
          <p className="mt-2">
            <LinkTo to={paths.desk.correctionCaseNew({ incident: incident.id })}>
              {pressCorrections.open}
            </LinkTo>
          </p>
        </Notice>
      )}
      <NextStep />
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Clock />
          <Statements />
          <Meetings />
        </div>
        <div className="min-w-0">
          <TimelineCard />
          <AboutIt />
          <Prepared />
        </div>
      </div>
      {history.length > 0 && (
        <Card title={says.history}>
          <HistoryList history={history} />
        </Card>
      )}
    </>
  );
}

/** A national incident is not the agency's to speak of: whom to tell, with the number to call. */
function Referral() {
  const { above } = useLoaderData<typeof loader>();
  const says = useMessages().incidents.room;
  const { name } = useNames();
  if (!above) return null;
  const { agency, speaker } = above;
  return (
    <Notice tone="problem" title={says.referUp}>
      {agency ? (
        <>
          <p>{says.referNext(name(agency))}</p>
          {speaker ? (
            <p>
              {speaker.name}, {speaker.position}:{" "}
              <a href={`tel:${speaker.phone}`}>{speaker.phone}</a>,{" "}
              <a href={`mailto:${speaker.email}`}>{speaker.email}</a>
            </p>
          ) : (
            <p>{says.nobodyThere}</p>
          )}
        </>
      ) : (
        <p>
          {says.referTo}: {says.referNational}
        </p>
      )}
    </Notice>
  );
}

/** What is to be done now, with its buttons. */
function NextStep() {
  const { incident, statements } = useLoaderData<typeof loader>();
  const { incidents, statements: words } = useMessages();
  const says = incidents.room;
  if (incident.closedAt || incident.clause === "7.1") return null;
  const open = statements.find((one) => ["draft", "approved"].includes(phaseOf(one)));
  const isFirst = !statements.some(({ publishedAt }) => publishedAt);
  return (
    <section
      aria-label={words.desk.next}
      className="mb-6 flex flex-wrap items-center gap-3 rounded-md border-s-4 border-accent bg-sheet p-4"
    >
      {open ? (
        <ButtonLink
          tone="primary"
          to={
            phaseOf(open) === "approved"
              ? paths.desk.statementPublication(open)
              : paths.desk.statementApproval(open)
          }
        >
          {phaseOf(open) === "approved" ? words.desk.toPublication : words.desk.toApproval}
        </ButtonLink>
      ) : (
        <ButtonLink tone={isFirst ? "primary" : "plain"} to={paths.desk.statementNew(incident)}>
          <PenLine aria-hidden="true" className="size-4" />
          {isFirst ? says.write : says.writeNext}
        </ButtonLink>
      )}
      <ButtonLink
        to={paths.desk.meetingUrgent({ agency: incident.agencyId, incident: incident.id })}
      >
        <Siren aria-hidden="true" className="size-4" />
        {says.callPress}
      </ButtonLink>
    </section>
  );
}

function Clock() {
  const { room, at } = useLoaderData<typeof loader>();
  const says = useMessages().incidents.room;
  const { clock, statementAt } = room;
  return (
    <Card title={says.clock}>
      {!clock && <p>{says.noClock}</p>}
      {clock && !clock.due && <p>{says.waiting[clock.from]}</p>}
      {clock?.due && (
        <>
          <p className="mb-2 text-soft">{says.from[clock.from]}</p>
          <Countdown due={clock.due} now={at} doneAt={statementAt} />
        </>
      )}
    </Card>
  );
}

function Statements() {
  const { statements, counts, room, at } = useLoaderData<typeof loader>();
  const { incidents, statements: words } = useMessages();
  const says = incidents.room;
  const shown = statements.filter(({ withdrawnAt }) => !withdrawnAt);
  return (
    <Card title={says.statements}>
      {shown.length === 0 && <p className="text-soft">{says.noStatement}</p>}
      <ul className="grid gap-4">
        {shown.map((statement) => (
          <li key={statement.id}>
            <LinkTo to={paths.desk.statement(statement)} className="font-semibold">
              {statement.title}
            </LinkTo>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <StatementBadge phase={phaseOf(statement)} />
              <span>{words.kinds[statement.kind]}</span>
              {statement.publishedAt && <TimeText at={statement.publishedAt} />}
            </span>
            <span className="block text-sm text-soft">
              <SpeakerLine statement={statement} />
            </span>
            {statement.publishedAt && (
              <LinkTo to={paths.desk.statementAccess(statement)} className="text-sm">
                {words.desk.access}
              </LinkTo>
            )}
          </li>
        ))}
      </ul>
      {room.nextUpdateAt && (
        <p className={`mt-4 ${room.nextUpdateAt <= at ? "font-semibold text-late" : ""}`}>
          {room.nextUpdateAt <= at ? says.nextUpdateOver : says.nextUpdate}{" "}
          <TimeText at={room.nextUpdateAt} />
        </p>
      )}
      {counts && (
        <div className="mt-4">
          <h3 className="mb-2 text-lg">{says.letters}</h3>
          <StatementProgress counts={counts} />
        </div>
      )}
    </Card>
  );
}

function Meetings() {
  const { meetings, at } = useLoaderData<typeof loader>();
  const says = useMessages().incidents.room;
  return (
    <Card title={says.meetings}>
      {meetings.length === 0 && <p className="text-soft">{says.noMeeting}</p>}
      <ul className="grid gap-3">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>
            <span className="block text-soft">
              <SpanText {...meeting} />
            </span>
            <PhaseBadge meeting={meeting} now={at} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The instants, and what was said when, in the order in which it came to pass. */
function TimelineCard() {
  const { incident, statements, meetings } = useLoaderData<typeof loader>();
  const { incidents, statements: words } = useMessages();
  const says = incidents.room;
  const instants = STARTS.flatMap((start) => {
    const at = instantOf(incident, start);
    return at ? [{ key: start, at, text: says.events[start] }] : [];
  });
  const events = [
    ...instants,
    { key: "opened", at: incident.openedAt, text: says.opened },
    ...statements.flatMap(({ id, publishedAt, kind, title }) =>
      publishedAt ? [{ key: id, at: publishedAt, text: `${words.kinds[kind]}: ${title}` }] : [],
    ),
    ...meetings.map(({ id, startsAt, subject }) => ({ key: id, at: startsAt, text: subject })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <Card title={says.timeline}>
      <ol className="grid gap-2 border-s-2 border-line ps-4">
        {events.map(({ key, at, text }) => (
          <li key={key}>
            <span className="block text-soft">
              <TimeText at={at} />
            </span>
            {text}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function AboutIt() {
  const { incident } = useLoaderData<typeof loader>();
  const words = useMessages().incidents;
  const says = words.room;
  return (
    <Card title={says.facts}>
      <Facts
        facts={[
          [says.kind, `${words.kinds[incident.kind]} · ${words.levels[incident.level]}`],
          [words.fields.known, incident.known && <Written key="known" text={incident.known} />],
          [says.lead, incident.leadBody],
          [says.outlet, incident.outlet],
          [says.note, incident.note && <Written key="note" text={incident.note} />],
        ]}
      />
    </Card>
  );
}

/** What was written down before anything happened: likely questions, and who speaks. */
function Prepared() {
  const { scenarios, incident } = useLoaderData<typeof loader>();
  const { scenarios: words, room: says } = useMessages().incidents;
  return (
    <Card
      title={says.prepared}
      actions={<LinkTo to={paths.desk.scenarios()}>{words.title}</LinkTo>}
    >
      {scenarios.length === 0 && <p className="text-soft">{says.noPrepared}</p>}
      <ul className="grid gap-3">
        {scenarios.map(({ id, title, agencyId, questions, speaks }) => (
          <li key={id}>
            <p className="font-semibold">
              {title}
              {agencyId !== incident.agencyId && (
                <span className="font-normal text-soft"> ({words.ofProvince})</span>
              )}
            </p>
            {speaks && (
              <p>
                {words.speaks}: {speaks}
              </p>
            )}
            {questions && (
              <details>
                <summary className="w-fit text-sm">{words.questions}</summary>
                <p className="whitespace-pre-line">{questions}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
