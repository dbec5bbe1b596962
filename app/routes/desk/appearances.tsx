import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf, now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { agencyChoiceFor } from "#app/domain/meetings/agency-choice.server.ts";
import { findYearRules } from "#app/domain/reports/annual.server.ts";
import { yearInHand } from "#app/domain/reports/annual.ts";
import { AppearanceForm } from "#app/domain/reports/appearance-form.ts";
import {
  listAppearances,
  meetingsToRecord,
  recordAppearance,
} from "#app/domain/reports/appearances.server.ts";
import { momentsOf, readPeriod, type Span } from "#app/domain/reports/period.ts";
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
import { Empty } from "#app/ui/empty.tsx";
import { HouseForm, SelectField, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RemoveButton } from "#app/ui/remove-button.tsx";
import { Table } from "#app/ui/table.tsx";
import { DayText } from "#app/ui/time.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const choice = await choiceAsked(request, officer);
  const year = yearInHand(today());
  const span = await spanOf(year);
  const { agency } = choice;
  const [appearances, meetings] = agency
    ? await Promise.all([
        listAppearances(db, agency, span),
        meetingsToRecord(db, agency, momentsOf(span)),
      ])
    : [[], []];
  return {
    ...{ year, today: today(), appearances, meetings },
    choice: { ...choice, agencyId: agency?.id },
  };
}

async function choiceAsked(request: Request, officer: Officer) {
  const search = new URL(request.url).searchParams;
  const wanted = {
    agency: search.get("agency") || undefined,
    province: search.get("province") || undefined,
  };
  return (await agencyChoiceFor(db, officer, wanted, today())) ?? notFound();
}

/** The span of a year's report, or the year as the calendar has it where the law asks for no report. */
async function spanOf(year: number): Promise<Span> {
  return (await findYearRules(db, year))?.span ?? (readPeriod(String(year)) as Span);
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { agency = notFound() } = await choiceAsked(request, officer);
  const submission = parseWithZod(await request.formData(), { schema: AppearanceForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const signed = { by: officer, at: now() };
  const recorded = await recordAppearance(db, agency, submission.value, signed);
  const words = messagesFor(request).reports.appearances;
  if (!recorded.ok) {
    const formErrors = [words.problems[recorded.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  const query = agency.id === officer.agencyId ? {} : { agency: agency.id };
  return goToSaying(request, paths.desk.appearances(query), words.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.reports.appearances.title} · ${words.common.product}` }];
};

export default function Appearances() {
  const { choice } = useLoaderData<typeof loader>();
  const words = useMessages().reports.appearances;
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <AgencyChoice {...choice} label={words.agency} />
      {choice.agencyId && (
        <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
          <List />
          <Add key={choice.agencyId} />
        </div>
      )}
    </>
  );
}

function List() {
  const { year, appearances } = useLoaderData<typeof loader>();
  const words = useMessages().reports.appearances;
  return (
    <section aria-labelledby="list" className="mb-6 min-w-0">
      <h2 id="list" className="mb-3 text-xl">
        {words.list(year)}
      </h2>
      {appearances.length === 0 ? (
        <Empty title={words.none}>{words.noneLead}</Empty>
      ) : (
        <Table
          caption={words.list(year)}
          rows={appearances}
          keyOf={({ id }) => id}
          columns={[
            { head: words.day, cell: ({ day }) => <DayText day={day} /> },
            {
              head: words.host,
              names: true,
              cell: ({ host, meetingId }) =>
                meetingId ? (
                  <LinkTo to={paths.desk.meeting({ id: meetingId })}>{host}</LinkTo>
                ) : (
                  host
                ),
            },
            { head: words.told, cell: ({ told }) => <span className="wrap-anywhere">{told}</span> },
            {
              head: words.recorder,
              cell: ({ id, host, recorder }) => (
                <>
                  {recorder ?? "–"}
                  <div className="print:hidden mt-1">
                    <RemoveButton to={paths.desk.appearanceRemoval({ id })} what={host}>
                      {words.remove}
                    </RemoveButton>
                  </div>
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

function Add() {
  const { today: day, meetings } = useLoaderData<typeof loader>();
  const words = useMessages().reports.appearances;
  const [form, fields] = useHouseForm(AppearanceForm, {
    id: "appearance",
    lastResult: useActionData<typeof action>(),
    defaultValue: { day },
  });
  return (
    <Card title={words.add}>
      <HouseForm form={form}>
        <TextField field={fields.day} label={words.day} type="date" />
        <TextField field={fields.host} label={words.host} hint={words.hostHint} />
        <TextArea field={fields.told} label={words.told} rows={3} />
        {meetings.length > 0 && (
          <SelectField
            field={fields.meetingId}
            label={words.meeting}
            hint={words.meetingHint}
            blank={words.meetingNone}
            options={meetings.map(({ id, subject, startsAt }) => ({
              value: id,
              label: `${shortDay(dayOf(startsAt))} · ${subject}`,
            }))}
          />
        )}
        <div>
          <SendButton>{words.submit}</SendButton>
        </div>
      </HouseForm>
    </Card>
  );
}
