import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Siren, Timer } from "lucide-react";
import { later, now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listStranded } from "#app/domain/closings/officers.server.ts";
import { listTakeovers } from "#app/domain/closings/takeovers.server.ts";
import { listDuties } from "#app/domain/duties/duties.server.ts";
import { listNotReached, listUntold } from "#app/domain/inbound/not-reached.server.ts";
import { countInboundFor } from "#app/domain/inbound/tray.server.ts";
import { listIncidentsFor } from "#app/domain/incidents/incidents.server.ts";
import { listLetterTrouble } from "#app/domain/invitations/letter-trouble.server.ts";
import { mailAlertsFor } from "#app/domain/invitations/mail-alerts.server.ts";
import { isExpected, phaseOf } from "#app/domain/meetings/meeting.ts";
import { listMeetingsFor } from "#app/domain/meetings/meeting-lists.server.ts";
import { countAccreditationsFor } from "#app/domain/portal/accreditations.server.ts";
import { countRequestsFor } from "#app/domain/portal/data-requests.server.ts";
import { pressingQueries } from "#app/domain/queries/pressing.server.ts";
import { listOpenPromises } from "#app/domain/questions/promises.server.ts";
import { reportInHand } from "#app/domain/reports/in-hand.server.ts";
import { listUnpublished } from "#app/domain/spokespersons/assignments.server.ts";
import { countOpenReports } from "#app/domain/spokespersons/contact-reports.server.ts";
import { listDrafts } from "#app/domain/spokespersons/drafts.server.ts";
import { listEndings } from "#app/domain/spokespersons/endings.server.ts";
import { registryFor } from "#app/domain/spokespersons/registry.server.ts";
import { upkeepFor } from "#app/domain/spokespersons/upkeep.server.ts";
import { listRefusedSchedules } from "#app/domain/statements/schedule.server.ts";
import { listSignOffsFor } from "#app/domain/statements/sign-offs.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { longDay, shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CountdownBadge } from "#app/ui/countdown.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { EndingLine } from "#app/ui/ending-line.tsx";
import { IncidentClockText } from "#app/ui/incident-state.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { MailAlerts } from "#app/ui/mail-alerts.tsx";
import { PhaseBadge } from "#app/ui/meeting-state.tsx";
import { NotReachedList } from "#app/ui/not-reached.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { isNothing, PressToDo } from "#app/ui/press-to-do.tsx";
import { PromiseLine } from "#app/ui/promise-line.tsx";
import { ReportInHand } from "#app/ui/report-in-hand.tsx";
import { Table } from "#app/ui/table.tsx";
import { TakeoverLine } from "#app/ui/takeover-line.tsx";
import { Things } from "#app/ui/things.tsx";
import { DayText, SpanText, TimeText } from "#app/ui/time.tsx";

const SHOWN = 5;
const ENDING_WITHIN_DAYS = 30;

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const at = now();
  const until = later(at, { days: ENDING_WITHIN_DAYS });
  const [
    coming,
    past,
    letters,
    endings,
    registry,
    drafts,
    unpublished,
    upkeep,
    reports,
    takeovers,
    promises,
    stranded,
    duties,
    open,
    report,
    pressing,
    refused,
    signOffs,
    accreditations,
    dataRequests,
    unreached,
    untold,
    inbound,
    mail,
  ] = await Promise.all([
    listMeetingsFor(db, officer, { when: "coming" }, at),
    listMeetingsFor(db, officer, { when: "past" }, at),
    listLetterTrouble(db, officer, at),
    listEndings(db, officer, { from: at, until }),
    registryFor(db, officer, { status: "missing" }, at),
    listDrafts(db, officer),
    listUnpublished(db, officer),
    upkeepFor(db, officer, { shelf: "amber" }, at),
    countOpenReports(db, officer),
    listTakeovers(db, officer, at),
    listOpenPromises(db, officer),
    listStranded(db, officer, today()),
    listDuties(db, officer, at),
    listIncidentsFor(db, officer, { shelf: "open" }, at),
    reportInHand(db, officer, at),
    pressingQueries(db, officer, at, SHOWN),
    listRefusedSchedules(db, officer),
    listSignOffsFor(db, officer),
    countAccreditationsFor(db, officer),
    countRequestsFor(db, officer),
    listNotReached(db, officer, at),
    listUntold(db, officer, at),
    countInboundFor(db, officer),
    mailAlertsFor(db, officer, at),
  ]);
  return {
    at,
    day: today(),
    meetings: coming.meetings.filter((meeting) => phaseOf(meeting) !== "cancelled").slice(0, SHOWN),
    toConfirm: past.meetings
      .filter((meeting) => isExpected(meeting))
      .slice(0, SHOWN)
      .map(({ id, subject, startsAt }) => ({ id, subject, startsAt })),
    letters,
    unreached: unreached.slice(0, SHOWN),
    unreachedMore: Math.max(0, unreached.length - SHOWN),
    untold: untold.slice(0, SHOWN),
    untoldMore: Math.max(0, untold.length - SHOWN),
    mails: inbound.open,
    mail,
    endings,
    drafts,
    unpublished,
    takeovers,
    promises,
    stranded,
    duties: duties
      .filter(({ state }) => state !== "calm")
      .slice(0, SHOWN)
      .map(({ key, agency, due, state }) => ({ key, agency, state, day: due.day })),
    incidents: open.incidents.slice(0, SHOWN),
    agencies: registry.counts,
    amber: upkeep.counts.amber,
    reports,
    report: report ?? null,
    pressAffairs: {
      ...{ pressing, accreditations, dataRequests },
      ...{ refused: refused.slice(0, SHOWN), signOffs: signOffs.slice(0, SHOWN) },
    },
    ownAgency: officer.reach === "agency" ? officer.agencyId : null,
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.desk.home.title} · ${words.common.product}` }];
};

export default function DeskHome() {
  const shown = useLoaderData<typeof loader>();
  const { desk, incidents } = useMessages();
  const words = desk.home;
  return (
    <>
      <PageTitle
        lead={longDay(shown.day, useLanguage())}
        actions={
          <>
            <ButtonLink tone="primary" to={paths.desk.meetingUrgent()} className="min-h-13 text-lg">
              <Siren aria-hidden="true" className="size-5" />
              {words.urgent}
            </ButtonLink>
            <ButtonLink to={paths.desk.incidentNew()} className="min-h-13">
              <Timer aria-hidden="true" className="size-5" />
              {incidents.open}
            </ButtonLink>
            <ButtonLink to={paths.desk.meetingNew()} className="min-h-13">
              {words.plan}
            </ButtonLink>
          </>
        }
      >
        {words.title}
      </PageTitle>
      <MailAlerts {...shown.mail} />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem]">
        <NextMeetings meetings={shown.meetings} at={shown.at} />
        <ToDo shown={shown} />
      </div>
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function NextMeetings({ meetings, at }: { meetings: Shown["meetings"]; at: string }) {
  const words = useMessages().desk.home;
  const { name } = useNames();
  return (
    <section aria-labelledby="next" className="min-w-0">
      <h2 id="next" className="mb-3 text-xl">
        {words.next}
      </h2>
      {meetings.length === 0 ? (
        <Empty title={words.noNext}>{words.noNextLead}</Empty>
      ) : (
        <Table
          caption={words.next}
          rows={meetings}
          keyOf={({ id }) => id}
          columns={[
            { head: words.when, cell: (meeting) => <SpanText {...meeting} /> },
            {
              head: words.meeting,
              names: true,
              cell: (meeting) => (
                <>
                  <LinkTo to={paths.desk.meeting(meeting)} className="font-semibold">
                    {meeting.subject}
                  </LinkTo>
                  <span className="block text-soft">
                    {name({ name: meeting.agencyName, nameEn: meeting.agencyNameEn })}
                  </span>
                  <PhaseBadge meeting={meeting} now={at} />
                </>
              ),
            },
            { head: words.answers, cell: ({ tally }) => words.tally(tally) },
          ]}
        />
      )}
      <p className="mt-3">
        <LinkTo to={paths.desk.meetings()}>{words.allMeetings}</LinkTo>
      </p>
    </section>
  );
}

/** What somebody should look after; what is in order is not mentioned. */
function ToDo({ shown }: { shown: Shown }) {
  const words = useMessages().desk.home;
  const { letters, toConfirm, endings, agencies } = shown;
  const { at, drafts, unpublished, takeovers, stranded, duties, promises, incidents } = shown;
  const { amber, reports, unreached, unreachedMore, untold, untoldMore, mails, pressAffairs } =
    shown;
  const {
    register,
    duties: dutyWords,
    incidents: incidentWords,
    agencies: agencyWords,
    confirmations,
    contactReports,
    offices,
    questions,
    inbound,
  } = useMessages();
  const { name } = useNames();
  const ours = [incidents, letters, toConfirm, duties, promises, endings, drafts, unpublished];
  const lists = [...ours, takeovers, stranded];
  const isWell =
    lists.every((list) => list.length === 0) &&
    amber + reports + mails === 0 &&
    isNothing(pressAffairs) &&
    !shown.report;
  return (
    <section aria-labelledby="to-do" className="min-w-0">
      <h2 id="to-do" className="mb-3 text-xl">
        {words.toDo}
      </h2>
      {isWell && agencies.missing === 0 && <p className="text-soft">{words.allWell}</p>}
      <Things title={incidentWords.list.toDo} things={incidents} keyOf={({ id }) => id}>
        {(incident) => (
          <>
            <LinkTo to={paths.desk.incident(incident)}>{incident.title}</LinkTo>
            <p>
              <IncidentClockText incident={incident} now={at} />
            </p>
          </>
        )}
      </Things>
      <PressToDo list={pressAffairs} at={at} />
      <Things title={words.letters} things={letters} keyOf={({ meetingId }) => meetingId}>
        {({ meetingId, subject, refused, putBack }) => (
          <>
            <LinkTo to={paths.desk.invitations({ id: meetingId })}>{subject}</LinkTo>
            <p className="text-late">
              {[refused && words.refused(refused), putBack && words.putBack(putBack)]
                .filter(Boolean)
                .join(", ")}
            </p>
          </>
        )}
      </Things>
      {unreached.length > 0 && (
        <Card title={inbound.notReached.title}>
          <NotReachedList people={unreached} more={unreachedMore} />
        </Card>
      )}
      {untold.length > 0 && (
        <Card title={inbound.untold.title}>
          <NotReachedList people={untold} more={untoldMore} />
        </Card>
      )}
      {mails > 0 && (
        <Card title={inbound.title}>
          <LinkTo to={paths.desk.inbound()}>{inbound.late.count(mails)}</LinkTo>
        </Card>
      )}
      <Things
        title={dutyWords.title}
        things={duties}
        keyOf={({ key, agency }) => `${key} ${agency.id}`}
      >
        {({ key, agency, state, day }) => (
          <>
            <LinkTo to={paths.desk.duties()}>{dutyWords.names[key]}</LinkTo>
            <span className="block text-soft">{name(agency)}</span>
            <p className={state === "overdue" ? "text-late" : "text-soft"}>
              {dutyWords.states[state]}: <DayText day={day} />
            </p>
          </>
        )}
      </Things>
      <Things title={words.confirm} things={toConfirm} keyOf={({ id }) => id}>
        {(meeting) => (
          <>
            <LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>
            <p className="text-soft">
              <TimeText at={meeting.startsAt} />
            </p>
          </>
        )}
      </Things>
      <Things title={questions.promise.homeTitle} things={promises} keyOf={({ id }) => id}>
        {(promise) => <PromiseLine promise={promise} at={at} />}
      </Things>
      <Things title={register.unpublished.title} things={unpublished} keyOf={({ id }) => id}>
        {(entry) => (
          <>
            <LinkTo to={paths.desk.publication(entry)}>{entry.name}</LinkTo>
            <p>{name({ name: entry.agencyName, nameEn: entry.agencyNameEn })}</p>
            <p className="text-soft">{register.unpublished.since(shortDay(entry.decisionDay))}</p>
            {entry.due && <CountdownBadge due={entry.due} now={at} />}
          </>
        )}
      </Things>
      <Things title={register.drafts.section} things={drafts} keyOf={({ id }) => id}>
        {(draft) => (
          <>
            <LinkTo to={paths.desk.delegationDraft(draft)}>
              {draft.name ?? register.drafts.someone}: {draft.matter ?? register.drafts.noMatter}
            </LinkTo>
            <p>{name({ name: draft.agencyName, nameEn: draft.agencyNameEn })}</p>
            {draft.askedBy && (
              <p className="text-due">
                {register.drafts.askedBy(draft.askedBy, draft.askReason ?? "")}
              </p>
            )}
            {draft.due && <CountdownBadge due={draft.due} now={at} />}
          </>
        )}
      </Things>
      <Things title={offices.title} things={stranded} keyOf={({ id }) => id}>
        {(account) => (
          <>
            <LinkTo to={paths.desk.accountOffice(account)}>{account.name}</LinkTo>
            <p>{name({ name: account.agencyName, nameEn: account.agencyNameEn })}</p>
          </>
        )}
      </Things>
      <Things title={words.endings(ENDING_WITHIN_DAYS)} things={endings} keyOf={({ id }) => id}>
        {(ending) => <EndingLine ending={ending} />}
      </Things>
      {shown.report && <ReportInHand {...shown.report} />}
      {reports > 0 && (
        <Card title={contactReports.desk.home}>
          <LinkTo to={paths.desk.contactReports()}>{contactReports.desk.count(reports)}</LinkTo>
        </Card>
      )}
      {amber > 0 && (
        <Card title={confirmations.desk.title}>
          <LinkTo to={paths.desk.confirmations()}>{confirmations.desk.amber(amber)}</LinkTo>
        </Card>
      )}
      <Things
        title={agencyWords.takeovers.title}
        things={takeovers}
        keyOf={({ formerId, successorId }) => `${formerId} ${successorId}`}
      >
        {(takeover) => <TakeoverLine takeover={takeover} />}
      </Things>
      <MissingSpeakers agencies={agencies} own={shown.ownAgency} />
    </section>
  );
}

function MissingSpeakers({ agencies, own }: { agencies: Shown["agencies"]; own: string | null }) {
  const words = useMessages().desk.home;
  if (agencies.missing === 0) return null;
  return (
    <Card title={words.missing}>
      <p className="mb-2">
        {own ? words.missingOwn : words.missingCount(agencies.missing, agencies.all)}
      </p>
      {own ? (
        <LinkTo to={paths.desk.agency({ id: own })}>{words.enterOne}</LinkTo>
      ) : (
        <LinkTo to={paths.desk.spokespersons({ status: "missing" })}>{words.seeThem}</LinkTo>
      )}
    </Card>
  );
}
