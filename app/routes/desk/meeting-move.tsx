import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now, readLocalTime } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { changeMeeting } from "#app/domain/invitations/changes.server.ts";
import { namesOf, toldOfChanges } from "#app/domain/invitations/invitees.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { clashesOf } from "#app/domain/meetings/clashes.server.ts";
import { isExpected, phaseOf, whyNotChange } from "#app/domain/meetings/meeting.ts";
import {
  MoveForm,
  movedTo,
  PublicMoveForm,
  sentencesOf,
} from "#app/domain/meetings/meeting-form.ts";
import {
  findMeetingFor,
  type MeetingOfAgency,
  spokespersonFor,
} from "#app/domain/meetings/meetings.server.ts";
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { freeHoursFor } from "#app/domain/notices/free-hours.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { timeSpan } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { MeetingMove } from "#app/ui/meeting-move.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpanText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const { searchParams } = new URL(request.url);
  const asked = {
    startsAt: searchParams.get("startsAt") ?? "",
    endsAt: searchParams.get("endsAt") ?? "",
  };
  const told = movesInPublic(meeting) ? namesOf(await toldOfChanges(db, meeting.id)) : [];
  return {
    meeting,
    told,
    reason: searchParams.get("reason")?.slice(0, 500) ?? "",
    isPublic: movesInPublic(meeting),
    barred: whyNotChange(meeting, now()),
    ...(await atHour(meeting, asked)),
  };
}

const movesInPublic = (meeting: MeetingOfAgency) =>
  isExpected(meeting) || phaseOf(meeting) === "postponed";

/** The hour asked for (or, where none is readable, the one it has), and what an officer must know of it. */
async function atHour(meeting: MeetingOfAgency, asked: { startsAt: string; endsAt: string }) {
  const { agencyId: id, agencyKind: kind, areaCode, provinceId } = meeting;
  const agency = { id, kind, areaCode, provinceId };
  const length = Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt);
  const startsAt = readLocalTime(asked.startsAt, meeting.zone) ?? meeting.startsAt;
  const end = readLocalTime(asked.endsAt, meeting.zone);
  const endsAt =
    end && end > startsAt ? end : new Date(Date.parse(startsAt) + length).toISOString();
  const slot = { ...meeting, startsAt, endsAt };
  const [[clashes = []], free, speakers] = await Promise.all([
    clashesOf(db, agency, [slot]),
    freeHoursFor(db, agency, slot, { after: startsAt, now: now() }),
    speakersOf(db, agency, startsAt),
  ]);
  const times = {
    startsAt: localTime(startsAt, meeting.zone),
    endsAt: localTime(endsAt, meeting.zone),
  };
  return { times, clashes, free, speakers: speakerChoices(speakers) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const sent = await request.formData();
  const schema = movesInPublic(meeting) ? PublicMoveForm : MoveForm;
  const submission = parseWithZod(sent, { schema });
  if (submission.status !== "success") return data({ result: submission.reply() }, { status: 400 });
  const words = messagesFor(request);
  const { reasons, pages } = words.meetings;
  const says = words.pressCalendar.move;
  const refuse = (said: Parameters<typeof submission.reply>[0], status: 400 | 409) =>
    data({ result: submission.reply(said) }, { status });

  const { reason, edition } = submission.value;
  if (edition !== meeting.edition) {
    const was = timeSpan(meeting, languageOf(new URL(request.url).pathname));
    const result = submission.reply({ formErrors: [says.meanwhile(was)] });
    return data({ result, edition: meeting.edition }, { status: 409 });
  }
  const read = movedTo(meeting, submission.value, now());
  if (!read.ok) return refuse({ fieldErrors: sentencesOf(words, read.problems) }, 400);
  const { details } = read;
  const moves = details.startsAt !== meeting.startsAt || details.endsAt !== meeting.endsAt;
  if (!moves && !meeting.postponedAt)
    return refuse({ fieldErrors: { startsAt: [says.same] } }, 400);
  if (!(await spokespersonFor(db, { id: meeting.agencyId }, details))) {
    const speakers = speakerChoices(
      await speakersOf(db, { id: meeting.agencyId }, details.startsAt),
    );
    const sentence = pages.form.maySpeak(speakers.map(({ name }) => name));
    const result = submission.reply({ fieldErrors: { spokespersonId: [sentence] } });
    return data({ result, speakers }, { status: 409 });
  }

  const signed = { by: officer, at: now() };
  const changed = await changeMeeting(db, meeting, details, signed, { reason, edition });
  if (!changed.ok) return refuse({ formErrors: [reasons[changed.reason]] }, 409);
  if (changed.letters > 0) wake();
  return goToSaying(request, paths.desk.meeting(meeting), says.done(changed.letters));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCalendar.move.title} · ${words.common.product}` }];
};

export default function MoveMeeting() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as
    | { result?: unknown; speakers?: typeof loaded.speakers; edition?: number }
    | undefined;
  const { meeting, barred, times } = loaded;
  const words = useMessages();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={
          <>
            {words.pressCalendar.move.now}: <SpanText {...meeting} />
          </>
        }
      >
        {words.pressCalendar.move.title}
      </PageTitle>
      {barred ? (
        <Notice tone="warning">{words.meetings.reasons[barred]}</Notice>
      ) : (
        // Filled in anew when another hour is asked for.
        <MeetingMove key={`${times.startsAt} ${times.endsAt}`} {...loaded} {...answer} />
      )}
    </>
  );
}
