import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf, now } from "#app/clock.ts";
import { absolute } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { preparationOf, standingOf } from "#app/domain/afterwards/record.server.ts";
import { seatsOf } from "#app/domain/attendance/attendance.server.ts";
import { lastDeedsOn } from "#app/domain/audit/listing.server.ts";
import { sentenceOf } from "#app/domain/audit/sentence.ts";
import { notReachedOf, untoldOf } from "#app/domain/inbound/not-reached.server.ts";
import { countOpenOf } from "#app/domain/inbound/tray.server.ts";
import { findIncident } from "#app/domain/incidents/incidents.server.ts";
import { summaryOf } from "#app/domain/mail/letter-counts.server.ts";
import { clashesOf } from "#app/domain/meetings/clashes.server.ts";
import { hasBegun, whyNotChange, whyNotInvite, whyNotMove } from "#app/domain/meetings/meeting.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { tallyOf } from "#app/domain/meetings/tally.server.ts";
import { noticeStanding } from "#app/domain/notices/notices.server.ts";
import { findPaper } from "#app/domain/papers/facts.server.ts";
import { hasLetGo } from "#app/domain/retention/guests.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Card } from "#app/ui/card.tsx";
import { ClashNotice } from "#app/ui/clash-watch.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { LiveProgress } from "#app/ui/live-progress.tsx";
import { MeetingDay } from "#app/ui/meeting-day.tsx";
import { MeetingFacts } from "#app/ui/meeting-facts.tsx";
import { MeetingChanges, NextStep } from "#app/ui/meeting-moves.tsx";
import { AfterwardsSteps, MeetingRooms } from "#app/ui/meeting-rooms.tsx";
import { KindText, PhaseBadge } from "#app/ui/meeting-state.tsx";
import { NotReachedList } from "#app/ui/not-reached.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const at = now();
  const language = languageOf(new URL(request.url).pathname);
  const words = messagesIn(language);
  const isOpen = !whyNotChange(meeting, at) && !meeting.postponedAt;
  const isToCome = !hasBegun(meeting, at) || meeting.postponedAt !== null;
  const [
    tally,
    counts,
    deeds,
    seats,
    notice,
    rooms,
    standing,
    incident,
    clashes,
    unreached,
    untold,
    mails,
    paper,
    letGo,
  ] = await Promise.all([
    tallyOf(db, meeting.id),
    summaryOf(db, meeting.id),
    lastDeedsOn(db, meeting),
    seatsOf(db, meeting),
    meeting.cancelledAt || meeting.heldAt ? undefined : noticeStanding(db, meeting),
    preparationOf(db, meeting.id),
    standingOf(db, meeting, at),
    meeting.incidentId ? findIncident(db, meeting.incidentId) : undefined,
    isOpen ? clashesOf(db, { ...meeting, id: meeting.agencyId }, [meeting]) : [],
    isToCome ? notReachedOf(db, meeting) : [],
    isToCome ? untoldOf(db, meeting) : [],
    countOpenOf(db, meeting.id),
    isOpen ? findPaper(db, meeting.id) : undefined,
    meeting.endsAt < at && hasLetGo(db, meeting),
  ]);
  return {
    meeting,
    at,
    tally,
    counts,
    seats,
    incident: incident && { id: incident.id, title: incident.title },
    clashes: clashes[0],
    ...{ unreached, untold, mails, letGo },
    rooms,
    standing,
    paper: isOpen ? { files: paper?.files ?? "both", number: paper?.number ?? null } : null,
    notice: notice && {
      ...{ state: notice.state, due: notice.due, waiver: meeting.noticeWaiver },
      isOpen: ["missing", "draft", "outdated"].includes(notice.state),
    },
    history: deeds.map((deed) => ({ ...deed, sentence: sentenceOf(words, deed) })),
    publicAddress: meeting.announcedAt && absolute(localised(language, paths.meeting(meeting))),
    may: {
      announce: !whyNotMove(meeting, "announced", at),
      invite: !whyNotInvite(meeting, at),
      schedule: !whyNotMove(meeting, "scheduled", at),
      postpone: !whyNotMove(meeting, "postponed", at),
      hold: !whyNotMove(meeting, "held", at),
      change: !whyNotChange(meeting, at),
      cancel: !whyNotMove(meeting, "cancelled", at),
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${data?.meeting.subject ?? ""} · ${words.common.product}` }];
};

export default function MeetingPage() {
  const {
    meeting,
    at,
    tally,
    counts,
    seats,
    rooms,
    standing,
    publicAddress,
    notice,
    paper,
    incident,
    clashes,
    unreached,
    untold,
    mails,
    letGo,
    may,
  } = useLoaderData<typeof loader>();
  const agencyName = useAgencyName();
  const { meetings, invitations, incidents, inbound, reminders, retention } = useMessages();
  const words = meetings.pages.meeting;
  const isToday = dayOf(meeting.startsAt) === dayOf(at);
  const day = meeting.announcedAt && !meeting.cancelledAt && (
    <MeetingDay meeting={meeting} seats={seats} />
  );
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={paths.desk.meetings()}>{meetings.pages.list.title}</LinkTo> ·{" "}
            {agencyName(meeting)}
          </>
        }
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <PhaseBadge meeting={meeting} now={at} />
            <KindText {...meeting} />
          </span>
        }
      >
        {meeting.subject}
      </PageTitle>
      {letGo && <Notice>{retention.gone}</Notice>}
      {meeting.cancelledAt && (
        <Notice tone="warning" title={words.cancelled}>
          {words.because(meeting.cancelReason ?? "")}
        </Notice>
      )}
      {meeting.postponedAt && !meeting.cancelledAt && (
        <Notice tone="warning" title={words.postponed}>
          {words.because(meeting.postponeReason ?? "")}
        </Notice>
      )}
      {meeting.rescheduledFrom && !meeting.postponedAt && !meeting.cancelledAt && (
        <Notice title={words.rescheduled(shortTime(meeting.rescheduledFrom, meeting.zone))}>
          {words.because(meeting.rescheduleReason ?? "")}
        </Notice>
      )}
      {clashes && clashes.length > 0 && (
        <ClashNotice clashes={clashes} agencyId={meeting.agencyId} />
      )}
      <NextStep meeting={meeting} at={at} invited={tally.invited} may={may} notice={notice} />
      {standing && <AfterwardsSteps meeting={meeting} standing={standing} />}
      {unreached.length > 0 && (
        <Card title={inbound.notReached.title}>
          <p className="mb-3">{inbound.notReached.lead}</p>
          <NotReachedList people={unreached} />
        </Card>
      )}
      {untold.length > 0 && (
        <Card title={inbound.untold.title}>
          <p className="mb-3">{inbound.untold.lead}</p>
          <NotReachedList people={untold} />
        </Card>
      )}
      {mails > 0 && (
        <Notice tone="warning" title={inbound.late.title}>
          {inbound.late.count(mails)}. <LinkTo to={paths.desk.inbound()}>{inbound.late.see}</LinkTo>
        </Notice>
      )}
      {incident && (
        <p className="mb-6">
          {incidents.list.incident}:{" "}
          <LinkTo to={paths.desk.incident(incident)}>{incident.title}</LinkTo>
        </p>
      )}
      {isToday && day}
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        <Card title={words.facts}>
          <MeetingFacts meeting={meeting} />
          {meeting.seriesId && <OfSeries seriesId={meeting.seriesId} />}
          <MeetingChanges meeting={meeting} may={may} />
          {publicAddress && (
            <p className="mt-4 border-t border-line pt-4">
              {words.publicAddress}{" "}
              <a href={publicAddress} className="break-all">
                {publicAddress}
              </a>
            </p>
          )}
        </Card>
        {tally.invited > 0 && (
          <Card
            title={invitations.pages.answers}
            actions={
              <LinkTo to={paths.desk.invitations(meeting)}>{invitations.pages.everybody}</LinkTo>
            }
          >
            <LiveProgress meeting={meeting} standing={{ at, counts, tally }} />
            <p className="mt-4 border-t border-line pt-4">
              <LinkTo to={paths.desk.reminders(meeting)}>{reminders.ofMeeting}</LinkTo>
            </p>
          </Card>
        )}
      </div>
      {!isToday && day}
      <MeetingRooms meeting={meeting} now={at} {...rooms} notice={notice} paper={paper} />
      <History />
    </>
  );
}

/** The way to the other dates of its series. */
function OfSeries({ seriesId }: { seriesId: string }) {
  const { page, list } = useMessages().series;
  return (
    <p className="mt-4 border-t border-line pt-4">
      {page.of}: <LinkTo to={paths.desk.series({ id: seriesId })}>{list.title}</LinkTo>
    </p>
  );
}

/** Who did what to it, when and why; newest first. */
function History() {
  const { history } = useLoaderData<typeof loader>();
  const words = useMessages().meetings.pages.meeting;
  if (history.length === 0) return null;
  return (
    <Card title={words.history}>
      <ol className="grid gap-2">
        {history.map(({ id, at, byName, sentence }) => (
          <li key={id}>
            <span className="text-soft">
              <TimeText at={at} /> · {byName}
            </span>
            <span className="block">{sentence}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
