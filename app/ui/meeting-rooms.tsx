import { CircleCheck, CircleDashed } from "lucide-react";
import type { Afterwards } from "#app/domain/afterwards/record.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card, Facts } from "./card.tsx";
import { LinkTo } from "./link.tsx";

type Id = { id: string };

/** The rooms of a meeting on the desk: its programme, who speaks, its files; each with how much is there. */
export function MeetingRooms({
  meeting,
  agenda,
  others,
  files,
}: {
  meeting: Id;
  agenda: { minutes: number }[];
  others: string[];
  files: number;
}) {
  const words = useMessages().meetingRooms;
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
        ]}
      />
    </Card>
  );
}

function Room({ to, children }: { to: string; children: React.ReactNode }) {
  return (
    <LinkTo to={to} className="wrap-anywhere">
      {children}
    </LinkTo>
  );
}

const STEPS: Afterwards[] = ["minutes", "video", "transcript", "documents", "articles"];

const WHERE: Record<Afterwards, (meeting: Id) => string> = {
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
