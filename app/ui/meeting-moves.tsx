import { Form } from "@remix-run/react";
import {
  Ban,
  CalendarCheck,
  CalendarClock,
  CalendarX2,
  Check,
  FileText,
  Megaphone,
  Pencil,
  Send,
} from "lucide-react";
import { type Facts, phaseOf } from "#app/domain/meetings/meeting.ts";
import type { NoticeState } from "#app/domain/notices/notice.ts";
import type { Due } from "#app/domain/policies/due.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "./button.tsx";
import { CountdownBadge } from "./countdown.tsx";
import { Notice } from "./notice.tsx";

type Move = "announce" | "invite" | "schedule" | "postpone" | "hold" | "change" | "cancel";

interface Standing {
  meeting: Facts & { id: string; noticeWaiver: string | null };
  at: string;
  invited: number;
  may: Record<Move, boolean>;
  notice: { state: NoticeState; due: Due; isOpen: boolean } | undefined;
}

/** What is to be done now, with its button. */
export function NextStep({ meeting, at, invited, may, notice }: Standing) {
  const { meetings, notices } = useMessages();
  const words = meetings.pages.meeting;
  const to = useLocalised();
  const phase = phaseOf(meeting);
  if (may.announce)
    return (
      <Step says={words.nextAnnounce}>
        <div className="flex flex-wrap gap-2">
          {may.schedule && (
            <Form method="post" action={to(paths.desk.scheduling(meeting))}>
              <SendButton tone="plain">
                <CalendarCheck aria-hidden="true" className="size-4" />
                {words.schedule}
              </SendButton>
            </Form>
          )}
          <Form method="post" action={to(paths.desk.announcement(meeting))}>
            <SendButton>
              <Megaphone aria-hidden="true" className="size-4" />
              {words.announce}
            </SendButton>
          </Form>
        </div>
      </Step>
    );
  if (may.hold)
    return (
      <Step says={words.nextHold}>
        <Form method="post" action={to(paths.desk.holding(meeting))}>
          <SendButton>
            <Check aria-hidden="true" className="size-4" />
            {words.hold}
          </SendButton>
        </Form>
      </Step>
    );
  const toInvite = (tone: "primary" | "plain") => (
    <ButtonLink to={paths.desk.invitations(meeting)} tone={tone}>
      <Send aria-hidden="true" className="size-4" />
      {invited ? words.inviteMore : words.invite}
    </ButtonLink>
  );
  // The law's clock runs before the office's own wishes.
  if (may.invite && notice?.isOpen && !meeting.noticeWaiver)
    return (
      <Step says={notices.says[notice.state]}>
        <CountdownBadge due={notice.due} now={at} />
        <div className="flex flex-wrap gap-2">
          <ButtonLink to={paths.desk.notice(meeting)} tone="primary">
            <FileText aria-hidden="true" className="size-4" />
            {notices.open}
          </ButtonLink>
          {toInvite("plain")}
        </div>
      </Step>
    );
  if (may.invite)
    return (
      <Step says={invited ? words.nextInviteMore : words.nextInvite}>
        {toInvite(invited ? "plain" : "primary")}
      </Step>
    );
  if (phase === "postponed")
    return (
      <Step says={words.nextNewTime}>
        {may.change && (
          <ButtonLink to={paths.desk.meetingEdit(meeting)} tone="primary">
            <CalendarClock aria-hidden="true" className="size-4" />
            {words.newTime}
          </ButtonLink>
        )}
      </Step>
    );
  const isUnknown = phase === "draft" || phase === "scheduled";
  return isUnknown ? <Notice tone="warning">{words.draftOver}</Notice> : null;
}

/** What may be done to it where it stands. */
export function MeetingChanges({ meeting, may }: Pick<Standing, "meeting" | "may">) {
  const { meetings, pressCalendar } = useMessages();
  const words = meetings.pages.meeting;
  const icon = { "aria-hidden": true, className: "size-4" } as const;
  if (!may.change && !may.postpone && !may.cancel) return null;
  return (
    <div className="mt-4 flex flex-wrap gap-2 border-t border-line pt-4 print:hidden">
      {may.change && !meeting.postponedAt && (
        <>
          <ButtonLink to={paths.desk.meetingEdit(meeting)}>
            <Pencil {...icon} />
            {words.change}
          </ButtonLink>
          <ButtonLink to={paths.desk.meetingMove(meeting)}>
            <CalendarClock {...icon} />
            {pressCalendar.table.move}
          </ButtonLink>
        </>
      )}
      {may.postpone && (
        <ButtonLink to={paths.desk.postponement(meeting)}>
          <CalendarX2 {...icon} />
          {words.postpone}
        </ButtonLink>
      )}
      {may.cancel && (
        <ButtonLink to={paths.desk.cancellation(meeting)} tone="danger">
          <Ban {...icon} />
          {words.cancel}
        </ButtonLink>
      )}
    </div>
  );
}

function Step({ says, children }: { says: string; children: React.ReactNode }) {
  const words = useMessages().meetings.pages.meeting;
  return (
    <section
      aria-label={words.next}
      className="mb-6 flex flex-wrap items-center justify-between gap-3 rounded-md border-s-4 border-accent bg-sheet p-4"
    >
      <p className="max-w-[70ch]">
        <strong>{words.next}:</strong> {says}
      </p>
      {children}
    </section>
  );
}
