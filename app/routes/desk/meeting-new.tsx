import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { HOME_ZONE, now, readLocalTime, readZone, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { agencyChoiceFor } from "#app/domain/meetings/agency-choice.server.ts";
import { MeetingForm, readMeeting, sentencesOf } from "#app/domain/meetings/meeting-form.ts";
import { weekAhead } from "#app/domain/meetings/meeting-times.ts";
import { planMeeting } from "#app/domain/meetings/meetings.server.ts";
import { speakerChoices, usualPeople } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyChoice } from "#app/ui/agency-choice.tsx";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { MeetingFields, useUsualPeople } from "#app/ui/meeting-fields.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

const NewMeetingQuery = z.object({
  agency: z.string().max(100).optional().catch(undefined),
  province: z.string().max(100).optional().catch(undefined),
  at: z.string().max(40).catch(""),
  zone: z.string().max(60).catch(HOME_ZONE),
});

const queryOf = (request: Request) =>
  NewMeetingQuery.parse(Object.fromEntries(new URL(request.url).searchParams));

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = queryOf(request);
  const choice = (await agencyChoiceFor(db, officer, query, today())) ?? notFound();
  const times = weekAhead(now());
  const hour = readLocalTime(query.at || times.startsAt, readZone(query.zone)) ?? now();
  const { agency } = choice;
  return { ...choice, times, speakers: agency ? await mayBeChosen(agency, hour) : [] };
}

async function mayBeChosen(agency: { id: string }, at: string) {
  return speakerChoices(await speakersOf(db, agency, at));
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const choice = await agencyChoiceFor(db, officer, queryOf(request), today());
  const agency = choice?.agency ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: MeetingForm });
  if (submission.status !== "success") return data({ result: submission.reply() }, { status: 400 });
  const words = messagesFor(request);
  const read = readMeeting(submission.value, now());
  if (!read.ok) {
    const result = submission.reply({ fieldErrors: sentencesOf(words, read.problems) });
    return data({ result }, { status: 400 });
  }

  const planned = await planMeeting(db, agency, read.details, { by: officer, at: now() });
  if (!planned.ok) {
    const speakers = await mayBeChosen(agency, read.details.startsAt);
    const sentence =
      planned.reason === "not-a-speaker"
        ? words.meetings.pages.form.maySpeak(speakers.map(({ name }) => name))
        : words.meetings.reasons[planned.reason];
    const field = planned.reason === "not-a-speaker" ? "spokespersonId" : "startsAt";
    const result = submission.reply({ fieldErrors: { [field]: [sentence] } });
    return data({ result, speakers }, { status: 409 });
  }
  return goToSaying(request, paths.desk.meeting(planned), words.meetings.pages.form.planned);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.form.newTitle} · ${words.common.product}` }];
};

export default function NewMeeting() {
  const { times, speakers, ...choice } = useLoaderData<typeof loader>();
  const { agency } = choice;
  const answer = useActionData<typeof action>() as
    | { result: unknown; speakers?: typeof speakers }
    | undefined;
  const words = useMessages();
  const { form: says, list } = words.meetings.pages;
  const people = usualPeople(speakers);
  const [form, fields] = useHouseForm(MeetingForm, {
    id: "meeting",
    lastResult: answer?.result,
    defaultValue: {
      kind: "press_conference",
      cadence: "periodic",
      zone: HOME_ZONE,
      ...times,
      ...people,
    },
  });
  useUsualPeople(form, fields, agency, people);
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meetings()}>{list.title}</LinkTo>}
        lead={says.newLead}
      >
        {says.newTitle}
      </PageTitle>
      <AgencyChoice {...choice} agencyId={agency?.id} />
      {agency && (
        <HouseForm form={form}>
          <MeetingFields
            form={form}
            meeting={{ agencyId: agency.id }}
            fields={fields}
            speakers={answer?.speakers ?? speakers}
            speakersAt={(query) => paths.desk.meetingNew({ agency: agency.id, ...query })}
          />
          <div className="flex flex-wrap gap-2">
            <Button>{says.plan}</Button>
          </div>
        </HouseForm>
      )}
    </>
  );
}
