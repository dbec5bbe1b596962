import type { PublicRecord } from "#app/domain/afterwards/record.server.ts";
import type { Meeting } from "#app/domain/meetings/meeting.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgendaList } from "./agenda-list.tsx";
import { Card } from "./card.tsx";
import { PressKit } from "./press-kit.tsx";
import { SpeakerLines } from "./speaker-lines.tsx";
import { Transcript } from "./transcript.tsx";
import { WrittenMinutes } from "./written-minutes.tsx";

type Shown = Pick<
  Meeting,
  | "id"
  | "startsAt"
  | "zone"
  | "postponedAt"
  | "spokespersonName"
  | "spokespersonPosition"
  | "spokespersonCapacity"
>;

/** What the public page of a meeting shows beside its facts; whatever there is nothing of is left out. */
export function MeetingRecord({ meeting, record }: { meeting: Shown; record: PublicRecord }) {
  const words = useMessages().meetingRooms;
  const { kit, minutes, videos, articles, transcripts } = record;
  return (
    <>
      <MeetingProgramme meeting={meeting} {...record} />
      {kit.open.length + kit.awaited.length > 0 && (
        <Card title={words.kit.title}>
          <PressKit
            kit={kit}
            zone={meeting.zone}
            addressOf={(file) => paths.meetingFile(meeting, file)}
          />
        </Card>
      )}
      {minutes && (
        <Card title={words.minutes.title}>
          <WrittenMinutes text={minutes.text} />
          <p className="mt-4 text-sm text-soft">
            {words.minutes.publishedAt(shortTime(minutes.publishedAt))}
          </p>
        </Card>
      )}
      {videos.length + transcripts.length > 0 && (
        <Card title={titleOfWords(words, videos.length, transcripts.length)}>
          <ul className="grid gap-2">
            {videos.map(({ id, url, title }) => (
              <li key={id} className="wrap-anywhere">
                <a href={url} rel="noreferrer">
                  {title || words.videos.untitled}
                </a>
              </li>
            ))}
          </ul>
          {transcripts.map(({ id, title, language, passages }) => (
            <details key={id} className="mt-3">
              <summary className="w-fit cursor-pointer py-2 font-semibold">
                {words.transcript.read(title)}
              </summary>
              <Transcript passages={passages} language={language} />
            </details>
          ))}
        </Card>
      )}
      {articles.length > 0 && (
        <Card title={words.articles.public}>
          <ul className="grid gap-3">
            {articles.map(({ id, url, title, outlet, day }) => (
              <li key={id} className="wrap-anywhere">
                <a href={url} rel="noreferrer">
                  {title}
                </a>
                <span className="block text-sm text-soft">
                  {outlet} · {day && shortDay(day)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** Who speaks, where that is more than one, and what comes when. */
export function MeetingProgramme({
  meeting,
  agenda,
  speakers,
}: {
  meeting: Shown;
} & Pick<PublicRecord, "agenda" | "speakers">) {
  const words = useMessages().meetingRooms;
  return (
    <>
      {speakers.length > 0 && (
        <Card title={words.speakers.title}>
          <SpeakerLines meeting={meeting} others={speakers} />
        </Card>
      )}
      {agenda.length > 0 && (
        <Card title={words.agenda.title}>
          <AgendaList items={agenda} meeting={meeting} />
        </Card>
      )}
    </>
  );
}

function titleOfWords(words: Messages["meetingRooms"], videos: number, transcripts: number) {
  if (videos > 0 && transcripts > 0) return words.transcript.withVideo;
  return videos > 0 ? words.videos.title : words.transcript.title;
}
