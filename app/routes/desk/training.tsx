import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { peopleOf } from "#app/domain/spokespersons/people.server.ts";
import { logTraining, type Training, trainingOf } from "#app/domain/training/training.server.ts";
import { TrainingForm } from "#app/domain/training/training.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyAbove } from "#app/ui/agency-above.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { HouseForm, SelectField, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RemoveButton } from "#app/ui/remove-button.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const [log, people] = await Promise.all([trainingOf(db, agency.id), peopleOf(db, [agency.id])]);
  return { agency, log, people: people.map(({ id, name }) => ({ id, name })) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: TrainingForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { certificate = null, ...attended } = submission.value;
  const signed = { by: officer, at: now() };
  const logged = await logTraining(db, agency, { ...attended, certificate }, signed);
  if (!logged.ok) {
    const field = logged.reason === "day-in-future" ? "day" : "personId";
    return data(submission.reply({ fieldErrors: { [field]: [logged.reason] } }), { status: 409 });
  }
  const people = await peopleOf(db, [agency.id]);
  const name = people.find(({ id }) => id === attended.personId)?.name ?? "";
  const sentence = messagesFor(request).agencies.training.added(name);
  return goToSaying(request, paths.desk.training(agency), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.agencies.training.title} · ${words.common.product}` }];
};

export default function TrainingLog() {
  const { agency, log, people } = useLoaderData<typeof loader>();
  const { agencies, spokespersons } = useMessages();
  const words = agencies.training;
  const columns = useColumns();
  return (
    <>
      <PageTitle above={<AgencyAbove agency={agency} />} lead={words.lead}>
        {words.title}
      </PageTitle>
      <div className="mb-6">
        {log.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <Table caption={words.title} rows={log} keyOf={({ id }) => id} columns={columns} />
        )}
      </div>
      <Card title={words.add}>
        {people.length === 0 ? (
          <>
            <p className="mb-2">{words.nobody}</p>
            <LinkTo to={paths.desk.assignmentNew(agency)}>{spokespersons.agency.assign}</LinkTo>
          </>
        ) : (
          <AddTraining key={log.length} people={people} />
        )}
      </Card>
    </>
  );
}

function AddTraining({ people }: { people: { id: string; name: string }[] }) {
  const words = useMessages().agencies.training;
  const [form, fields] = useHouseForm(TrainingForm, {
    id: "training",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <HouseForm form={form}>
      <SelectField
        field={fields.personId}
        label={words.person}
        blank={words.choose}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField field={fields.course} label={words.course} hint={words.courseHint} />
      <TextField field={fields.day} label={words.day} type="date" />
      <TextField field={fields.hours} label={words.hours} />
      <TextField field={fields.certificate} label={words.certificate} />
      <div>
        <Button>{words.submit}</Button>
      </div>
    </HouseForm>
  );
}

function useColumns(): Column<Training>[] {
  const words = useMessages().agencies.training;
  const struck = ({ removedAt }: Training) => (removedAt ? "text-soft line-through" : "");
  return [
    {
      head: words.person,
      names: true,
      cell: (one) => <span className={struck(one)}>{one.name}</span>,
    },
    { head: words.course, cell: (one) => <span className={struck(one)}>{one.course}</span> },
    { head: words.day, cell: ({ day }) => shortDay(day) },
    { head: words.hours, numeric: true, cell: ({ hours }) => hours },
    { head: words.certificate, cell: ({ certificate }) => certificate },
    {
      head: words.remove,
      acts: true,
      cell: (one) =>
        one.removedAt ? (
          <Badge>{words.struck}</Badge>
        ) : (
          <RemoveButton to={paths.desk.trainingRemoval(one)} what={`${one.name}, ${one.course}`}>
            {words.remove}
          </RemoveButton>
        ),
    },
  ];
}
