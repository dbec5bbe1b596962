import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now, readLocalTime, readZone } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { changeMeeting } from "#app/domain/invitations/changes.server.ts";
import { toldOfChanges } from "#app/domain/invitations/invitees.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import {
  differenceOf,
  type Meeting,
  type MeetingDetails,
  phaseOf,
  whyNotChange,
} from "#app/domain/meetings/meeting.ts";
import {
  formOf,
  MeetingForm,
  readMeeting,
  sentencesOf,
} from "#app/domain/meetings/meeting-form.ts";
import { findMeetingFor, spokespersonFor } from "#app/domain/meetings/meetings.server.ts";
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { MeetingFields } from "#app/ui/meeting-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

const HourQuery = z.object({
  at: z.string().max(40).catch(""),
  zone: z.string().max(60).catch(""),
});

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const query = HourQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const hour = query.at && readLocalTime(query.at, readZone(query.zone));
  const [speakers, told] = await Promise.all([
    mayBeChosen(meeting, hour || meeting.startsAt),
    toldOfChanges(db, meeting.id),
  ]);
  return { meeting, speakers, told: told.length, barred: whyNotChange(meeting, now()) };
}

async function mayBeChosen({ agencyId }: Meeting, at: string) {
  return speakerChoices(await speakersOf(db, { id: agencyId }, at));
}

/** Whom saving would write to, and about what, unless the officer has been told so already. */
async function stillToSay(meeting: Meeting, details: MeetingDetails, said: unknown) {
  const { mailed, asksAgain } = differenceOf(meeting, details);
  if (phaseOf(meeting) !== "announced" || mailed.length === 0) return undefined;
  const { length: people } = await toldOfChanges(db, meeting.id);
  if (people === 0 || said === mailed.join()) return undefined;
  return { mailed, asksAgain, people };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const sent = await request.formData();
  const submission = parseWithZod(sent, { schema: MeetingForm });
  if (submission.status !== "success") return data({ result: submission.reply() }, { status: 400 });
  const words = messagesFor(request);
  const { pages, reasons } = words.meetings;
  const read = readMeeting(submission.value, now());
  if (!read.ok) {
    const result = submission.reply({ fieldErrors: sentencesOf(words, read.problems) });
    return data({ result }, { status: 400 });
  }
  const { details } = read;
  if (!(await spokespersonFor(db, { id: meeting.agencyId }, details))) {
    const speakers = await mayBeChosen(meeting, details.startsAt);
    const sentence = pages.form.maySpeak(speakers.map(({ name }) => name));
    const result = submission.reply({ fieldErrors: { spokespersonId: [sentence] } });
    return data({ result, speakers }, { status: 409 });
  }
  const ask = await stillToSay(meeting, details, sent.get("said"));
  if (ask) return data({ result: submission.reply(), ask });

  const changed = await changeMeeting(db, meeting, details, { by: officer, at: now() });
  if (!changed.ok) {
    const result = submission.reply({ formErrors: [reasons[changed.reason]] });
    return data({ result }, { status: 409 });
  }
  if (changed.letters > 0) wake();
  return goToSaying(request, paths.desk.meeting(meeting), pages.edit.saved(changed.letters));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.edit.title} · ${words.common.product}` }];
};

type Answer = {
  result: unknown;
  speakers?: Awaited<ReturnType<typeof mayBeChosen>>;
  ask?: Awaited<ReturnType<typeof stillToSay>>;
};

export default function EditMeeting() {
  const { meeting, speakers, told, barred } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const words = useMessages();
  const says = words.meetings.pages.edit;
  const [form, fields] = useHouseForm(MeetingForm, {
    id: "meeting",
    lastResult: answer?.result,
    defaultValue: formOf(meeting),
  });
  const ask = answer?.ask;
  return (
    <>
      <PageTitle above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}>
        {says.title}
      </PageTitle>
      {barred ? (
        <Notice tone="warning">{words.meetings.reasons[barred]}</Notice>
      ) : (
        <HouseForm form={form}>
          {told > 0 && !ask && <Notice>{says.whoIsTold(told)}</Notice>}
          <MeetingFields
            fields={fields}
            speakers={answer?.speakers ?? speakers}
            speakersAt={(query) => paths.desk.meetingEdit(meeting, query)}
          />
          <div key={ask ? "asked" : "unasked"} ref={ask && showWhole}>
            {ask && <AboutLetters {...ask} />}
            <div className="flex flex-wrap gap-2">
              <SendButton>{ask ? says.saveAndSend(ask.people) : words.common.save}</SendButton>
              <ButtonLink to={paths.desk.meeting(meeting)}>{words.common.cancel}</ButtonLink>
            </div>
          </div>
        </HouseForm>
      )}
    </>
  );
}

/** The page was long enough to have been scrolled: what it asks now must be seen. */
function showWhole(element: HTMLElement | null) {
  element?.scrollIntoView({ block: "nearest" });
}

/** What saving will do beyond saving; pressing again means having read it. */
function AboutLetters({ mailed, asksAgain, people }: NonNullable<Answer["ask"]>) {
  const { details, pages } = useMessages().meetings;
  const says = pages.edit;
  return (
    <Notice tone="warning" title={says.willTell(people)}>
      <input type="hidden" name="said" value={mailed.join()} />
      <p>{says.about(mailed.map((detail) => details[detail].toLowerCase()))}</p>
      {asksAgain && <p>{says.asksAgain}</p>}
    </Notice>
  );
}
