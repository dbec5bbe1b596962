import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { addHoliday, listHolidays } from "#app/domain/policies/holidays.server.ts";
import { HolidayForm } from "#app/domain/policies/policy-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireAdministrator, requireOfficer } from "#app/http/guards.server.ts";
import { longDay, shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const holidays = await listHolidays(db);
  const years = [...new Set(holidays.map(({ day }) => day.slice(0, 4)))].toSorted().toReversed();
  return {
    years: years.map((year) => ({
      year,
      holidays: holidays.filter(({ day }) => day.startsWith(year)),
    })),
    mayChange: officer.role === "administrator",
    thisYear: today().slice(0, 4),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireAdministrator(request);
  const submission = parseWithZod(await request.formData(), { schema: HolidayForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const outcome = await addHoliday(db, submission.value, { by: officer, at: now() });
  const words = messagesFor(request).policies;
  if (!outcome.ok) {
    const fieldErrors = { day: [words.problems[outcome.reason]] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const sentence = words.holidays.added(shortDay(submission.value.day));
  return goToSaying(request, paths.desk.holidays(), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.policies.holidays.title} · ${words.common.product}` }];
};

export default function Holidays() {
  const { years, mayChange, thisYear } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { policies } = useMessages();
  const words = policies.holidays;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.policies()}>{policies.title}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <Notice>{words.note}</Notice>
      {mayChange && <NewHoliday />}
      {years.length === 0 && <Empty title={words.none} />}
      {years.map(({ year, holidays }) => (
        <details key={year} open={year >= thisYear} className="mb-4">
          <summary className="mb-2 min-h-8 text-lg font-semibold">{words.year(year)}</summary>
          <Table
            caption={words.year(year)}
            rows={holidays}
            keyOf={({ day }) => day}
            columns={[
              { head: words.day, names: true, cell: ({ day }) => longDay(day, language) },
              {
                head: words.kind,
                cell: ({ kind }) => (
                  <Badge tone={kind === "off" ? "plain" : "due"}>{words.kinds[kind]}</Badge>
                ),
              },
              { head: words.name, cell: ({ name }) => <span lang="vi">{name}</span> },
              { head: words.basis, cell: ({ basis }) => <span lang="vi">{basis}</span> },
              ...(mayChange
                ? [
                    {
                      head: policies.table.actions,
                      acts: true,
                      cell: (holiday: { day: string }) => (
                        <LinkTo to={paths.desk.holidayRemoval(holiday)}>
                          {words.remove}
                          <span className="sr-only">: {shortDay(holiday.day)}</span>
                        </LinkTo>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </details>
      ))}
    </>
  );
}

function NewHoliday() {
  const words = useMessages().policies.holidays;
  const [form, fields] = useHouseForm(HolidayForm, {
    id: "holiday",
    lastResult: useActionData<typeof action>(),
    defaultValue: { kind: "off" },
  });
  return (
    <Card title={words.add}>
      <HouseForm form={form}>
        <TextField field={fields.day} label={words.day} type="date" />
        <ChoiceField
          field={fields.kind}
          label={words.kind}
          options={(["off", "work"] as const).map((value) => ({
            value,
            label: words.kinds[value],
          }))}
        />
        <TextField field={fields.name} label={words.name} hint={words.nameHint} />
        <TextField field={fields.basis} label={words.basis} hint={words.basisHint} />
        <div>
          <Button>{words.add}</Button>
        </div>
      </HouseForm>
    </Card>
  );
}
