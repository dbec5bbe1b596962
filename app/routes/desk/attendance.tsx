import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DoorOpen, IdCard } from "lucide-react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import {
  attendanceByOutlet,
  listAttendance,
  seatsOf,
} from "#app/domain/attendance/attendance.server.ts";
import { whyNotCheckIn } from "#app/domain/attendance/attendance.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { clockTime, shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AttendanceFiles } from "#app/ui/attendance-files.tsx";
import { ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { LiveSeats } from "#app/ui/live-seats.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RemoveButton } from "#app/ui/remove-button.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const [people, outlets, seats] = await Promise.all([
    listAttendance(db, meeting),
    attendanceByOutlet(db, meeting.id),
    seatsOf(db, meeting),
  ]);
  return { meeting, people, outlets, seats, barred: whyNotCheckIn(meeting, now()) };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.attendance.title} · ${data?.meeting.subject ?? ""}` }];
};

export default function Attendance() {
  const { meeting, people, outlets, seats, barred } = useLoaderData<typeof loader>();
  const { attendance } = useMessages();
  const to = useLocalised();
  const words = attendance.list;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
        actions={
          <>
            <ButtonLink to={paths.desk.badges(meeting)}>
              <IdCard aria-hidden="true" className="size-4" />
              {words.badges}
            </ButtonLink>
            {!barred && (
              <ButtonAnchor href={to(paths.desk.checkIn(meeting))} tone="primary">
                <DoorOpen aria-hidden="true" className="size-4" />
                {words.door}
              </ButtonAnchor>
            )}
          </>
        }
      >
        {attendance.title}
      </PageTitle>
      {barred && <Notice>{attendance.reasons[barred]}</Notice>}
      <Card>
        <LiveSeats meeting={meeting} seats={seats} />
      </Card>
      <AttendanceFiles meeting={meeting} />
      {people.length === 0 ? (
        <Empty title={words.empty}>{words.emptyLead}</Empty>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[3fr_1fr]">
          <Table
            caption={attendance.title}
            rows={people}
            keyOf={({ id }) => id}
            columns={[
              {
                head: words.who,
                names: true,
                cell: ({ name, insteadOf, walkedIn, paper }) => (
                  <>
                    <span className="font-semibold">{name}</span>
                    {insteadOf && (
                      <span className="block text-soft">
                        {attendance.door.insteadOf(insteadOf)}
                      </span>
                    )}
                    {walkedIn && (
                      <span className="block text-soft">
                        {[words.walkedIn, paper && words.seen(attendance.papers[paper])]
                          .filter(Boolean)
                          .join(" · ")}
                      </span>
                    )}
                  </>
                ),
              },
              { head: words.outlet, cell: ({ outletName }) => outletName },
              {
                head: words.at,
                cell: ({ inAt, saidAt }) => (
                  <>
                    <TimeText at={inAt} />
                    {saidAt && clockTime(saidAt) !== clockTime(inAt) && (
                      <span className="block text-sm text-soft">
                        {words.said(shortTime(saidAt))}
                      </span>
                    )}
                  </>
                ),
              },
              { head: words.by, cell: ({ inByName }) => inByName },
              {
                head: words.undo,
                acts: true,
                cell: ({ id, name }) => (
                  <RemoveButton to={paths.desk.attendanceUndo({ id })} what={name}>
                    {words.undo}
                  </RemoveButton>
                ),
              },
            ]}
          />
          <Table
            caption={words.byOutlet}
            rows={outlets}
            keyOf={({ outlet }) => outlet ?? ""}
            columns={[
              {
                head: words.byOutlet,
                names: true,
                cell: ({ outlet }) => outlet ?? words.noOutlet,
              },
              { head: words.people, numeric: true, cell: (row) => row.people },
            ]}
          />
        </div>
      )}
    </>
  );
}
