import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { HOME_ZONE, now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { choice } from "#app/domain/fields.ts";
import { agencyChoiceFor } from "#app/domain/meetings/agency-choice.server.ts";
import { KINDS } from "#app/domain/meetings/meeting.ts";
import { MeetingForm, readMeeting, sentencesOf } from "#app/domain/meetings/meeting-form.ts";
import { minutesAfter } from "#app/domain/meetings/meeting-times.ts";
import { planSeries } from "#app/domain/meetings/series.server.ts";
import { datesOffered, yearsUnknown } from "#app/domain/meetings/series-dates.server.ts";
import { BEGINNINGS, hourOn, readRule, ruleQuery } from "#app/domain/meetings/series-rule.ts";
import { speakerChoices, usualPeople } from "#app/domain/meetings/speaker-choice.ts";
import { rulesFor } from "#app/domain/reminders/rule.ts";
import { currentRules } from "#app/domain/reminders/rules.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyChoice } from "#app/ui/agency-choice.tsx";
import { SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DatesOffered } from "#app/ui/dates-offered.tsx";
import {
  CheckField,
  ChoiceField,
  HouseForm,
  TextArea,
  TextField,
  useHouseForm,
} from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PeopleFields, PlaceFields, RoomFields, useUsualPeople } from "#app/ui/meeting-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RuleForm } from "#app/ui/rule-form.tsx";

/** What all meetings of a series begin with; their times come from the rule, which is in the address. */
const SeriesForm = MeetingForm.omit({
  startsAt: true,
  endsAt: true,
  zone: true,
  cadence: true,
  answerBy: true,
}).extend({ as: choice(BEGINNINGS), asksAnswers: z.boolean().optional() });

const AgencyQuery = z.object({
  agency: z.string().max(100).optional().catch(undefined),
  province: z.string().max(100).optional().catch(undefined),
});

function asked(request: Request) {
  const query = new URL(request.url).searchParams;
  return { ...readRule(query, today()), whose: AgencyQuery.parse(Object.fromEntries(query)) };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { rule, problem, whose } = asked(request);
  const choice = (await agencyChoiceFor(db, officer, whose, today())) ?? notFound();
  const { agency } = choice;
  const [dates, speakers] = await Promise.all([
    agency && !problem ? datesOffered(db, agency, rule, now()) : [],
    agency ? speakersOf(db, agency, now()) : [],
  ]);
  const unknown = await yearsUnknown(
    db,
    dates.map(({ nominal }) => nominal),
  );
  const query = ruleQuery(rule);
  return { ...choice, rule, query, problem, dates, unknown, speakers: speakerChoices(speakers) };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { rule, problem, whose } = asked(request);
  const choice = await agencyChoiceFor(db, officer, whose, today());
  const agency = choice?.agency ?? notFound();
  const sent = await request.formData();
  const days = sent.getAll("days").map(String);
  const submission = parseWithZod(sent, { schema: SeriesForm });
  const words = messagesFor(request);
  const { reasons, form, problems } = words.series;
  const refuse = (sentence: string, status = 409) =>
    data({ result: submission.reply({ formErrors: [sentence] }), days }, { status });
  if (submission.status !== "success")
    return data({ result: submission.reply(), days }, { status: 400 });
  if (problem) return refuse(problems[problem], 400);
  const [first] = days;
  if (!first) return refuse(reasons["no-dates"], 400);

  const { as, asksAnswers, ...details } = submission.value;
  const startsAt = hourOn(first, rule);
  const times = { startsAt, endsAt: minutesAfter(startsAt, rule.minutes), zone: HOME_ZONE };
  const read = readMeeting({ ...details, ...times, cadence: "periodic" }, now());
  if (!read.ok) {
    if (read.problems.startsAt) return refuse(reasons["in-the-past"]);
    const result = submission.reply({ fieldErrors: sentencesOf(words, read.problems) });
    return data({ result, days }, { status: 400 });
  }
  const rules = rulesFor(await currentRules(db), { ...read.details, ...ownerOf(agency) });
  const answerTime = asksAnswers ? rules?.answerTime : undefined;
  const plan = { rule, days, details: read.details, as, answerTime };
  const planned = await planSeries(db, agency, plan, { by: officer, at: now() });
  if (!planned.ok) return refuse(reasons[planned.reason]);
  const { meetings, withoutSpeaker } = planned;
  const without = withoutSpeaker.length > 0 && form.withoutSpeaker(withoutSpeaker.map(shortDay));
  const said = [form.saved(meetings), without].filter(Boolean).join(" ");
  return goToSaying(request, paths.desk.series(planned), said);
}

const ownerOf = ({ id, provinceId }: { id: string; provinceId: string }) => ({
  ...{ agencyId: id, provinceId },
});

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.series.form.title} · ${words.common.product}` }];
};

export default function NewSeries() {
  const shown = useLoaderData<typeof loader>();
  const { agency, rule, query, problem, dates, unknown } = shown;
  const words = useMessages();
  const { form: says, list, problems, rule: inWords, dayOffRule } = words.series;
  const taken = dates.filter(({ day, isPast }) => day && !isPast).length;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.seriesList()}>{list.title}</LinkTo>}
        lead={says.lead}
      >
        {says.title}
      </PageTitle>
      <AgencyChoice {...shown} agencyId={agency?.id} />
      {agency && (
        <>
          <Card title={says.ruleTitle}>
            <RuleForm query={query} agencyId={agency.id} problem={problem && problems[problem]} />
            <p className="mt-4 border-t border-line pt-4" aria-live="polite">
              <strong>{inWords(rule)}.</strong> {dayOffRule[rule.dayOff]}. {says.count(taken)}.
            </p>
            {unknown.length > 0 && (
              <div className="mt-4">
                <Notice tone="warning">
                  {says.noHolidays(unknown)}{" "}
                  <LinkTo to={paths.desk.holidays()}>{says.holidays}</LinkTo>
                </Notice>
              </div>
            )}
          </Card>
          <SeriesDetails key={agency.id} />
        </>
      )}
    </>
  );
}

/** The dates with what the meetings on them have in common: one form, sent at once. */
function SeriesDetails() {
  const { agency, dates, speakers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { result: unknown; days: string[] } | undefined;
  const words = useMessages();
  const { details, kinds } = words.meetings;
  const says = words.series.form;
  const people = usualPeople(speakers);
  const [form, fields] = useHouseForm(SeriesForm, {
    id: "series",
    lastResult: answer?.result,
    defaultValue: { kind: "press_conference", as: "draft", ...people },
  });
  useUsualPeople(form, fields, agency, people);
  const choices = new Map(
    [...speakers, ...dates.flatMap((date) => date.speakers)].map((one) => [one.personId, one]),
  );
  return (
    <HouseForm form={form} wide>
      <section aria-label={says.datesTitle}>
        <h2 className="mb-3 text-xl">{says.datesTitle}</h2>
        {dates.length === 0 ? (
          <Notice>{says.none}</Notice>
        ) : (
          <DatesOffered dates={dates} agencyId={agency?.id ?? ""} chosen={answer?.days} />
        )}
      </section>
      <section aria-label={says.detailsTitle} className="grid max-w-3xl gap-5">
        <h2 className="text-xl">{says.detailsTitle}</h2>
        <TextField field={fields.subject} label={details.subject} hint={says.subjectHint} />
        <ChoiceField
          field={fields.kind}
          label={details.kind}
          options={KINDS.map((value) => ({ value, label: kinds[value] }))}
        />
        <PlaceFields venue={fields.venue} onlineUrl={fields.onlineUrl} />
        <RoomFields fields={fields} />
        <PeopleFields
          chair={fields.chair}
          spokesperson={fields.spokespersonId}
          speakers={[...choices.values()]}
        />
        <p className="-mt-3 text-sm text-soft">{says.spokespersonHint}</p>
        <TextArea field={fields.description} label={details.description} />
        <CheckField field={fields.asksAnswers} label={words.reminders.answerBy.series} />
        <ChoiceField
          field={fields.as}
          label={says.as}
          hint={says.asHint}
          options={BEGINNINGS.map((value) => ({ value, label: says.beginnings[value] }))}
        />
        <div>
          <SendButton>{says.saveChosen}</SendButton>
        </div>
      </section>
    </HouseForm>
  );
}
