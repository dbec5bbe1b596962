import { DoorOpen, IdCard, MessageCircleQuestion, UsersRound } from "lucide-react";
import type { Seats } from "#app/domain/attendance/attendance.server.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonAnchor, ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";

/** What is at hand on the day of a meeting: the door, who came, badges, questions. */
export function MeetingDay({ meeting, seats }: { meeting: { id: string }; seats: Seats }) {
  const { attendance, questions } = useMessages();
  const to = useLocalised();
  const icon = { "aria-hidden": true, className: "size-4" } as const;
  return (
    <Card title={attendance.today}>
      <p className="mb-3 text-soft">
        {seats.in > 0 ? attendance.inOf(seats.in, seats.seats) : attendance.todayLead}
      </p>
      <div className="flex flex-wrap gap-2">
        {/* The door is a page without the framework's script: a plain link fetches it whole. */}
        <ButtonAnchor href={to(paths.desk.checkIn(meeting))}>
          <DoorOpen {...icon} />
          {attendance.door.title}
        </ButtonAnchor>
        <ButtonLink to={paths.desk.attendance(meeting)}>
          <UsersRound {...icon} />
          {attendance.title}
        </ButtonLink>
        <ButtonLink to={paths.desk.badges(meeting)}>
          <IdCard {...icon} />
          {attendance.badges.title}
        </ButtonLink>
        <ButtonLink to={paths.desk.questions(meeting)}>
          <MessageCircleQuestion {...icon} />
          {questions.title}
        </ButtonLink>
      </div>
    </Card>
  );
}
