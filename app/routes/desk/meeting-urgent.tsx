import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useFetcher, useLoaderData } from "@remix-run/react";
import { Eye, Send } from "lucide-react";
import { HOME_ZONE, later, now, readLocalTime, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import type { AgencyOfArea } from "#app/domain/agencies/agencies.server.ts";
import { findIncidentFor } from "#app/domain/incidents/incidents.server.ts";
import { type Choice, choicesOf, readChoice } from "#app/domain/invitations/choice.server.ts";
import { callUrgent } from "#app/domain/invitations/urgent.server.ts";
import {
  asMeeting,
  DURATIONS,
  UrgentForm,
  USUAL_MINUTES,
} from "#app/domain/invitations/urgent-form.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { agencyChoiceFor } from "#app/domain/meetings/agency-choice.server.ts";
import { type Clash, clashesOf } from "#app/domain/meetings/clashes.server.ts";
import { readMeeting, sentencesOf } from "#app/domain/meetings/meeting-form.ts";
import { minutesAfter, soonestStart } from "#app/domain/meetings/meeting-times.ts";
import { speakerChoices, usualPeople } from "#app/domain/meetings/speaker-choice.ts";
import { noticeDue } from "#app/domain/notices/notices.server.ts";
import { chooseJournalists } from "#app/domain/press/journalists.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyChoice } from "#app/ui/agency-choice.tsx";
import { Button, SendButton } from "#app/ui/button.tsx";
import { ClashNotice, useAtThatHour } from "#app/ui/clash-watch.tsx";
import { Despite } from "#app/ui/despite.tsx";
import { HouseForm, SelectField, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import {
  PeopleFields,
  PlaceFields,
  useSpeakersAt,
  useUsualPeople,
} from "#app/ui/meeting-fields.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PressChecks } from "#app/ui/press-checks.tsx";
import type { Moment } from "#db/tables.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const search = new URL(request.url).searchParams;
  const choice =
    (await agencyChoiceFor(db, officer, Object.fromEntries(search), today())) ?? notFound();
  const { agency } = choice;
  const startsAt = soonestStart(now());
  const hour = readLocalTime((search.get("at") ?? "").slice(0, 40) || startsAt) ?? now();
  const [speakers, press, people, held, clashes] = agency
    ? await Promise.all([
        mayBeChosen(agency, hour),
        choicesOf(db, officer, agency.provinceId),
        peopleIn(agency, readChoice(search)),
        holdOf(agency, hour),
        clashesAt(agency, hour),
      ])
    : [[], { lists: [], beats: [] }, 0, null, []];
  const incident = await incidentAskedFor(request, officer);
  return {
    ...{ ...choice, startsAt, speakers, ...press, people, held, clashes },
    incident: incident ? { id: incident.id, title: incident.title } : null,
    // An incident's agency is its own.
    ...(incident && { agencies: agency ? [agency] : [], provinces: [] }),
  };
}

/** What the meeting is called about, where the address says so. */
async function incidentAskedFor(request: Request, officer: Officer) {
  const id = new URL(request.url).searchParams.get("incident");
  return id ? ((await findIncidentFor(db, officer, id)) ?? notFound()) : undefined;
}

/** The limit that a call for that hour would miss; nothing where no notice is owed, or where it can still be in time. */
async function holdOf(agency: AgencyOfArea, startsAt: Moment) {
  const due = await noticeDue(db, agency, startsAt);
  return due && due.at < now() ? due : null;
}

/** What else is in the hour from then on, as long as nobody has said more. */
async function clashesAt(agency: AgencyOfArea, startsAt: Moment): Promise<Clash[]> {
  const endsAt = later(startsAt, { minutes: Number(USUAL_MINUTES) });
  const [clashes = []] = await clashesOf(db, agency, [{ startsAt, endsAt }]);
  return clashes;
}

async function mayBeChosen(agency: { id: string }, at: string) {
  return speakerChoices(await speakersOf(db, agency, at));
}

async function peopleIn({ provinceId }: { provinceId: string }, choice: Choice) {
  return (await chooseJournalists(db, provinceId, choice)).length;
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const wanted = Object.fromEntries(new URL(request.url).searchParams);
  const agency = (await agencyChoiceFor(db, officer, wanted, today()))?.agency ?? notFound();
  const sent = await request.formData();
  const choice = readChoice(sent);
  const submission = parseWithZod(sent, { schema: UrgentForm });
  if (submission.status !== "success")
    return data({ result: submission.reply(), choice }, { status: 400 });
  const words = messagesFor(request);
  const read = readMeeting(asMeeting(submission.value), now());
  if (!read.ok) {
    const result = submission.reply({ fieldErrors: sentencesOf(words, read.problems) });
    return data({ result, choice }, { status: 400 });
  }

  const guests = await chooseJournalists(db, agency.provinceId, choice);
  const ids = guests.map(({ id }) => id);
  const signed = { by: officer, at: now() };
  const incident = await incidentAskedFor(request, officer);
  const why = { despite: submission.value.despite, incidentId: incident?.id };
  const called = await callUrgent(db, agency, read.details, ids, signed, why);
  if (!called.ok) {
    const speakers = await mayBeChosen(agency, read.details.startsAt);
    const reasons = {
      ...words.meetings.reasons,
      ...words.notices.problems,
      nobody: words.meetings.pages.urgent.nobody,
      "not-a-speaker": words.meetings.pages.form.maySpeak(speakers.map(({ name }) => name)),
    };
    const result = submission.reply({ formErrors: [reasons[called.reason]] });
    return data({ result, choice, speakers }, { status: 409 });
  }
  wake();
  const sentence = words.meetings.pages.urgent.called(called.invited);
  return goToSaying(request, paths.desk.invitations(called), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.urgent.title} · ${words.common.product}` }];
};

type Answer = { result: unknown; choice: Choice; speakers?: Loaded["speakers"] };
type Fields = ReturnType<typeof useHouseForm<typeof UrgentForm>>[1];
type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function UrgentMeeting() {
  const loaded = useLoaderData<typeof loader>();
  const { agency } = loaded;
  const { meetings } = useMessages();
  const words = meetings.pages.urgent;
  return (
    <>
      <PageTitle
        above={
          loaded.incident ? (
            <LinkTo to={paths.desk.incident(loaded.incident)}>{loaded.incident.title}</LinkTo>
          ) : (
            <LinkTo to={paths.desk.meetings()}>{meetings.pages.list.title}</LinkTo>
          )
        }
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <AgencyChoice {...loaded} agencyId={agency?.id} />
      {agency && <Call agency={agency} />}
    </>
  );
}

/** One screen, one button. The letter is read in the frame below before it goes, by whoever has the time. */
function Call({ agency }: { agency: NonNullable<Loaded["agency"]> }) {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { details, pages } = useMessages().meetings;
  const words = pages.urgent;
  const to = useLocalised();
  const people = usualPeople(loaded.speakers);
  const [form, fields] = useHouseForm(UrgentForm, {
    id: "urgent",
    lastResult: answer?.result,
    defaultValue: {
      ...{ startsAt: loaded.startsAt, minutes: USUAL_MINUTES, ...people },
      subject: loaded.incident?.title,
    },
  });
  useUsualPeople(form, fields, agency, people);
  const ofAgency = { agency: agency.id };
  const speakers =
    useSpeakersAt(
      ({ at }) => paths.desk.meetingUrgent({ ...ofAgency, at }),
      fields.startsAt.value,
      HOME_ZONE,
    ) ??
    answer?.speakers ??
    loaded.speakers;
  return (
    <HouseForm form={form} wide reloadDocument>
      <div className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-[3fr_2fr]">
        <div className="grid gap-4">
          <TextField field={fields.subject} label={details.subject} hint={words.subjectHint} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField field={fields.startsAt} label={details.startsAt} type="datetime-local" />
            <SelectField
              field={fields.minutes}
              label={words.duration}
              options={DURATIONS.map((value) => ({ value, label: words.minutes(Number(value)) }))}
            />
          </div>
          <SameHour agency={agency} fields={fields} />
          <PlaceFields venue={fields.venue} onlineUrl={fields.onlineUrl} brief />
          <PeopleFields
            chair={fields.chair}
            spokesperson={fields.spokespersonId}
            speakers={speakers}
            unaware={loaded.speakers}
            brief
          />
          <TextArea field={fields.description} label={details.description} rows={3} />
        </div>
        <div className="grid gap-4">
          <Whom agency={agency} choice={answer?.choice} />
          {loaded.held && <Despite due={loaded.held} suggested />}
          <div className="flex flex-wrap items-center gap-3">
            <SendButton>
              <Send aria-hidden="true" className="size-4" />
              {words.call}
            </SendButton>
            <Button
              tone="plain"
              formAction={to(paths.desk.urgentLetter(ofAgency))}
              formTarget="letter"
            >
              <Eye aria-hidden="true" className="size-4" />
              {words.preview.show}
            </Button>
          </div>
          <iframe
            name="letter"
            title={words.preview.frame}
            src={to(paths.desk.urgentLetter())}
            sandbox=""
            className="h-[36rem] w-full rounded-md border border-edge bg-sheet"
          />
        </div>
      </div>
    </HouseForm>
  );
}

/** What gets in the way at the hour in the form; without scripts, at the one it begins with. */
function SameHour({ agency, fields }: { agency: { id: string }; fields: Fields }) {
  const { clashes: loaded } = useLoaderData<typeof loader>();
  const { startsAt, minutes, venue, chair, spokespersonId } = fields;
  const known = useAtThatHour(
    { agencyId: agency.id },
    {
      ...{ kind: "press_conference", zone: HOME_ZONE, startsAt: startsAt.value ?? "" },
      endsAt: minutesAfter(startsAt.value ?? "", Number(minutes.value)),
      ...{ venue: venue.value ?? "", chair: chair.value ?? "" },
      spokespersonId: spokespersonId.value ?? "",
    },
  );
  const clashes = known?.clashes ?? loaded;
  return (
    <div aria-live="polite">
      {clashes.length > 0 && <ClashNotice clashes={clashes} agencyId={agency.id} />}
    </div>
  );
}

function Whom({ agency, choice }: { agency: { id: string }; choice: Choice | undefined }) {
  const { lists, beats } = useLoaderData<typeof loader>();
  const { invitations, meetings } = useMessages();
  const says = invitations.pages.choose;
  const counter = useFetcher<{ people: number }>();
  const to = useLocalised();
  const count = (form: HTMLFormElement | null) => {
    const search = new URLSearchParams({ agency: agency.id });
    for (const box of form?.querySelectorAll<HTMLInputElement>("input:checked") ?? [])
      search.append(box.name, box.value);
    counter.load(`${to(paths.desk.meetingUrgent())}?${search}`);
  };
  return (
    <section className="rounded-md border border-line bg-sheet p-4">
      <h2 className="mb-3 text-xl">{meetings.pages.urgent.whom}</h2>
      <div
        className="grid gap-3"
        onChange={({ currentTarget }) => count(currentTarget.closest("form"))}
      >
        <PressChecks lists={lists} beats={beats} choice={choice} />
        <p role="status" className="font-semibold">
          {counter.data && says.chosen(counter.data.people)}
        </p>
      </div>
    </section>
  );
}
