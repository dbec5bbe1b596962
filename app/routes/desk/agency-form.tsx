import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileDown } from "lucide-react";
import { z } from "zod";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { documentFile } from "#app/domain/documents/document-form.ts";
import { EXAMPLE } from "#app/domain/papers/form-example.ts";
import { FIELDS, LIST, LIST_FIELDS, tagOf } from "#app/domain/papers/form-fields.ts";
import { meetingsToTry } from "#app/domain/papers/form-trial.server.ts";
import { adoptForm, findAgencyForm } from "#app/domain/papers/forms.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyAbove } from "#app/ui/agency-above.tsx";
import { Button, ButtonAnchor } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FileField, HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RemoveButton } from "#app/ui/remove-button.tsx";
import { Table } from "#app/ui/table.tsx";

const OwnForm = z.object({ file: documentFile.unwrap() });

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const form = await findAgencyForm(db, agency.id);
  return {
    agency,
    form: form && { id: form.id, name: form.name, addedAt: form.addedAt },
    meetings: form ? await meetingsToTry(db, agency) : [],
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: OwnForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const file = await sentDocument(form.get("file"));
  if (!file)
    return data(submission.reply({ fieldErrors: { file: ["required"] } }), { status: 400 });

  const { forms } = messagesFor(request).papers;
  const adopted = await adoptForm(db, agency, file, signedNow(officer));
  if (!adopted.ok) {
    const { reason, detail = "" } = adopted;
    const sentence =
      reason in forms.problems
        ? forms.problems[reason as keyof typeof forms.problems](detail)
        : reason;
    return data(submission.reply({ fieldErrors: { file: [sentence] } }), { status: 409 });
  }
  const sentence = forms.adopted(adopted.fields.length);
  return goToSaying(request, paths.desk.agencyForm(agency), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.papers.forms.title} · ${words.common.product}` }];
};

export default function AgencyFormPage() {
  const { agency, form } = useLoaderData<typeof loader>();
  const words = useMessages().papers.forms;
  return (
    <>
      <PageTitle above={<AgencyAbove agency={agency} />} lead={words.lead}>
        {words.title}
      </PageTitle>
      <Notice>{words.rule}</Notice>
      <div className="grid items-start gap-x-6 lg:grid-cols-2">
        <div>
          <Current />
          {form && <Trial />}
        </div>
        <Upload key={form?.id} />
      </div>
      <Fields />
    </>
  );
}

function Current() {
  const { agency, form } = useLoaderData<typeof loader>();
  const words = useMessages().papers.forms;
  const to = useLocalised();
  return (
    <Card title={words.current}>
      {form ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 wrap-anywhere">
            <a href={to(paths.desk.document(form))}>{form.name}</a>
            <span className="block text-sm text-soft">{words.since(shortTime(form.addedAt))}</span>
          </p>
          <RemoveButton to={paths.desk.agencyFormRemoval(agency)} what={form.name}>
            {words.remove}
          </RemoveButton>
        </div>
      ) : (
        <p>{words.none}</p>
      )}
    </Card>
  );
}

function Trial() {
  const { agency, meetings } = useLoaderData<typeof loader>();
  const words = useMessages().papers.forms;
  const to = useLocalised();
  return (
    <Card title={words.sample}>
      <p className="mb-4 text-soft">{words.sampleHint}</p>
      <form action={to(paths.desk.sampleForm(agency))} className="grid gap-3">
        <label htmlFor="meeting" className="font-semibold">
          {words.sampleOf}
        </label>
        <select
          id="meeting"
          name="meeting"
          className="min-h-11 w-full rounded-md border border-edge bg-sheet px-3 py-2 text-ink"
        >
          <option value="">{words.sampleMade}</option>
          {meetings.map(({ id, subject, startsAt, zone }) => (
            <option key={id} value={id}>
              {shortTime(startsAt, zone)} · {subject}
            </option>
          ))}
        </select>
        <div>
          <Button tone="plain">{words.sampleGet}</Button>
        </div>
      </form>
    </Card>
  );
}

function Upload() {
  const { agency, form: current } = useLoaderData<typeof loader>();
  const words = useMessages().papers.forms;
  const to = useLocalised();
  const [form, fields] = useHouseForm(OwnForm, {
    id: "own-form",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <Card title={current ? words.replace : words.upload}>
      <HouseForm form={form} encType="multipart/form-data">
        <FileField field={fields.file} label={words.file} hint={words.fileHint} accept=".docx" />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </HouseForm>
      <p className="mt-6 mb-3 border-t border-line pt-4 text-soft">{words.startHint}</p>
      <ButtonAnchor href={to(paths.desk.startingForm(agency))} download>
        <FileDown aria-hidden="true" className="size-4" />
        {words.start}
      </ButtonAnchor>
    </Card>
  );
}

function Fields() {
  const words = useMessages().papers.forms;
  const [first] = EXAMPLE[LIST];
  return (
    <section aria-labelledby="fields" className="mb-6">
      <h2 id="fields" className="mb-1 text-xl">
        {words.fields}
      </h2>
      <p className="mb-3 text-soft">{words.fieldsHint}</p>
      <FieldTable
        caption={words.fields}
        rows={FIELDS.map((name) => ({ name, example: EXAMPLE[name] }))}
      />
      <h3 className="mt-6 mb-1 text-lg">{words.list}</h3>
      <p className="mb-3 text-soft">
        <code>{tagOf(`#${LIST}`)}</code> … <code>{tagOf(`/${LIST}`)}</code> {words.listHint}
      </p>
      <FieldTable
        caption={words.list}
        rows={LIST_FIELDS.map((name) => ({ name, example: first?.[name] ?? "" }))}
      />
    </section>
  );
}

type Row = { name: (typeof FIELDS | typeof LIST_FIELDS)[number]; example: string };

function FieldTable({ caption, rows }: { caption: string; rows: Row[] }) {
  const words = useMessages().papers.forms;
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { head: words.field, names: true, cell: ({ name }) => <code>{tagOf(name)}</code> },
        { head: words.meaning, cell: ({ name }) => words.meanings[name] },
        {
          head: words.example,
          cell: ({ example }) => <span className="whitespace-pre-line">{example}</span>,
        },
      ]}
    />
  );
}
