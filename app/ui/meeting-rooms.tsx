import { CircleCheck, CircleDashed } from "lucide-react";
import type { Afterwards } from "#app/domain/afterwards/record.server.ts";
import type { NoticeState } from "#app/domain/notices/notice.ts";
import type { PaperForm } from "#app/domain/papers/paper-form.ts";
import type { Due } from "#app/domain/policies/due.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { Card, Facts } from "./card.tsx";
import { CountdownBadge } from "./countdown.tsx";
import { LinkTo } from "./link.tsx";
import { NoticeBadge } from "./notice-state.tsx";

type Id = { id: string };

/** The rooms of a meeting on the desk: its programme, who speaks, its papers and files; each with how much is there. */
export function MeetingRooms({
  meeting,
  now,
  agenda,
  others,
  files,
  notice,
  paper,
}: {
  meeting: Id;
  now: Moment;
  agenda: { minutes: number }[];
  others: string[];
  files: number;
  notice: { state: NoticeState; due: Due; isOpen: boolean; waiver: string | null } | undefined;
  paper: { files: PaperForm["files"]; number: string | null } | null;
}) {
  const { meetingRooms: words, notices, papers } = useMessages();
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <Card title={words.card}>
      <Facts
        facts={[
          [
            words.agenda.title,
            <Room key="agenda" to={paths.desk.programme(meeting)}>
              {words.agendaSum(agenda.length, minutes)}
            </Room>,
          ],
          [
            words.speakers.others,
            <Room key="speakers" to={paths.desk.meetingSpeakers(meeting)}>
              {words.othersSum(others)}
            </Room>,
          ],
          [
            words.files.title,
            <Room key="files" to={paths.desk.meetingFiles(meeting)}>
              {words.filesSum(files)}
            </Room>,
          ],
          [
            papers.onMeeting,
            paper && (
              <Room key="paper" to={paths.desk.paper(meeting)} says={papers.open}>
                {papers.onMeetingSays[paper.files]} {!paper.number && papers.noNumber}
              </Room>
            ),
          ],
          [
            notices.onMeeting,
            notice && (
              <Room key="notice" to={paths.desk.notice(meeting)} says={notices.open}>
                <NoticeBadge state={notice.state} />{" "}
                {notice.isOpen && <CountdownBadge due={notice.due} now={now} />}{" "}
                {notice.waiver
                  ? notices.waived(notice.waiver)
                  : !notice.isOpen && notices.says[notice.state]}
              </Room>
            ),
          ],
        ]}
      />
    </Card>
  );
}

/** What is in a room, as the way there; where it is a sentence, the way stands beside it. */
function Room({ to, says, children }: { to: string; says?: string; children: React.ReactNode }) {
  if (says)
    return (
      <span className="wrap-anywhere">
        {children} <LinkTo to={to}>{says}</LinkTo>
      </span>
    );
  return (
    <LinkTo to={to} className="wrap-anywhere">
      {children}
    </LinkTo>
  );
}

const STEPS: Afterwards[] = [
  "attendance",
  "minutes",
  "video",
  "transcript",
  "documents",
  "articles",
];

const WHERE: Record<Afterwards, (meeting: Id) => string> = {
  attendance: (meeting) => paths.desk.attendance(meeting),
  minutes: (meeting) => paths.desk.minutes(meeting),
  video: (meeting) => paths.desk.videos(meeting),
  transcript: (meeting) => paths.desk.meetingFiles(meeting, { kind: "transcript" }),
  documents: (meeting) => paths.desk.meetingFiles(meeting),
  articles: (meeting) => paths.desk.articles(meeting),
};

/** What is there of a meeting that is over, and what may still be added; nothing of it is demanded. */
export function AfterwardsSteps({
  meeting,
  standing,
}: {
  meeting: Id;
  standing: Record<Afterwards, boolean>;
}) {
  const words = useMessages().meetingRooms.afterwards;
  const isWhole = STEPS.every((step) => standing[step]);
  return (
    <Card title={words.title}>
      <p className="mb-4 max-w-[75ch] text-soft">{isWhole ? words.all : words.lead}</p>
      <ul className="grid gap-1">
        {STEPS.map((step) => {
          const isThere = standing[step];
          const Icon = isThere ? CircleCheck : CircleDashed;
          return (
            <li
              key={step}
              className="grid grid-cols-[1.25rem_1fr] items-center gap-x-3 border-t border-line py-2 first:border-t-0 sm:grid-cols-[1.25rem_1fr_auto]"
            >
              <Icon aria-hidden className={`size-5 ${isThere ? "text-done" : "text-soft"}`} />
              <span className="min-w-0">
                {words.steps[step]}{" "}
                <span className={isThere ? "text-done" : "text-soft"}>
                  ({isThere ? words.done : words.missing})
                </span>
              </span>
              <LinkTo
                to={WHERE[step](meeting)}
                className="col-start-2 inline-flex min-h-9 items-center sm:col-start-3"
              >
                {isThere ? words.see : words.go[step]}
                <span className="sr-only">: {words.steps[step]}</span>
              </LinkTo>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
