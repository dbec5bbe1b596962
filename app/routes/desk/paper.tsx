import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileDown } from "lucide-react";
import { localTime, now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { findPaper, paperFacts } from "#app/domain/papers/facts.server.ts";
import { findAgencyForm } from "#app/domain/papers/forms.server.ts";
import { paperOf } from "#app/domain/papers/paper.ts";
import { FILES, PaperForm, SIGNINGS } from "#app/domain/papers/paper-form.ts";
import { lettersWithPaper, writePaper } from "#app/domain/papers/papers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonAnchor } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { HouseForm, SelectField, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PaperSheet } from "#app/ui/paper-sheet.tsx";
import { SpanText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const asked = new URL(request.url).searchParams.get("language");
  const [facts, kept, form, letters] = await Promise.all([
    paperFacts(db, meeting),
    findPaper(db, meeting.id),
    findAgencyForm(db, meeting.agencyId),
    lettersWithPaper(db, meeting),
  ]);
  const { words } = facts;
  return {
    meeting,
    letters,
    isUntouched: kept === undefined,
    hasForm: form !== undefined,
    paper: paperOf(facts, asked === "en" ? "en" : "vi"),
    defaults: {
      ...words,
      registerBy: words.registerBy ? localTime(words.registerBy, meeting.zone) : "",
      ...{ number: words.number ?? "", day: words.day ?? "" },
    },
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: PaperForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { page } = messagesFor(request).papers;
  const written = await writePaper(db, meeting, submission.value, { by: officer, at: now() });
  if (!written.ok) {
    const fieldErrors = { registerBy: [page.noSuchTime] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.paper(meeting), page.saved);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.papers.page.title} · ${words.common.product}` }];
};

export default function PaperPage() {
  const { meeting, letters, isUntouched, hasForm } = useLoaderData<typeof loader>();
  const { papers } = useMessages();
  const words = papers.page;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={
          <>
            <SpanText {...meeting} />
            <span className="mt-2 block">{words.lead}</span>
          </>
        }
      >
        {words.title}
      </PageTitle>
      {isUntouched && <Notice>{words.untouched}</Notice>}
      {letters > 0 && <Notice tone="warning">{words.posted(letters)}</Notice>}
      {hasForm && (
        <Notice>
          {words.ownForm}{" "}
          <LinkTo to={paths.desk.agencyForm({ id: meeting.agencyId })}>{papers.forms.link}</LinkTo>
        </Notice>
      )}
      <div className="grid items-start gap-x-6 xl:grid-cols-[2fr_3fr]">
        <WriteIt />
        <div>
          <Downloads />
          <Look />
          {!hasForm && (
            <p className="mb-6">
              <LinkTo to={paths.desk.agencyForm({ id: meeting.agencyId })}>
                {papers.forms.link}
              </LinkTo>
            </p>
          )}
        </div>
      </div>
    </>
  );
}

function WriteIt() {
  const { defaults } = useLoaderData<typeof loader>();
  const words = useMessages().papers.page;
  const [form, fields] = useHouseForm(PaperForm, {
    id: "paper",
    lastResult: useActionData<typeof action>(),
    defaultValue: defaults,
  });
  return (
    <Card title={words.form}>
      <p className="mb-4 text-soft">
        {words.formHint} {words.renewed}
      </p>
      <HouseForm form={form}>
        <SelectField
          field={fields.files}
          label={words.files}
          options={FILES.map((value) => ({ value, label: words.filesOf[value] }))}
        />
        <TextField field={fields.number} label={words.number} hint={words.numberHint} />
        <TextField field={fields.day} label={words.day} hint={words.dayHint} type="date" />
        <SelectField
          field={fields.signing}
          label={words.signing}
          options={SIGNINGS.map((value) => ({ value, label: words.signings[value] }))}
        />
        <TextField field={fields.office} label={words.office} />
        <TextField field={fields.signer} label={words.signer} />
        <TextArea
          field={fields.addressees}
          label={words.addressees}
          hint={words.addresseesHint}
          rows={3}
        />
        <TextField field={fields.reason} label={words.reason} />
        <TextArea
          field={fields.composition}
          label={words.composition}
          hint={words.compositionHint}
          rows={2}
        />
        <TextField field={fields.registerBy} label={words.registerBy} type="datetime-local" />
        <TextField field={fields.contact} label={words.contact} hint={words.contactHint} />
        <TextArea
          field={fields.recipients}
          label={words.recipients}
          hint={words.recipientsHint}
          rows={3}
        />
        <div>
          <Button>{words.save}</Button>
        </div>
      </HouseForm>
    </Card>
  );
}

const DOWNLOADS = ["vi.pdf", "vi.docx", "en.pdf", "en.docx"] as const;

function Downloads() {
  const { meeting, hasForm } = useLoaderData<typeof loader>();
  const words = useMessages().papers.page;
  const to = useLocalised();
  return (
    <Card title={words.downloads}>
      <div className="flex flex-wrap gap-2">
        {DOWNLOADS.filter((file) => !(hasForm && file === "vi.pdf")).map((file) => (
          <ButtonAnchor key={file} href={to(paths.desk.paperFile(meeting, file))} download>
            <FileDown aria-hidden="true" className="size-4" />
            {words.download[file]}
          </ButtonAnchor>
        ))}
      </div>
    </Card>
  );
}

function Look() {
  const { meeting, paper } = useLoaderData<typeof loader>();
  const words = useMessages().papers.page;
  const other = paper.language === "vi" ? "en" : "vi";
  return (
    <Card
      title={`${words.look}: ${words.lookOf[paper.language]}`}
      actions={
        <LinkTo to={paths.desk.paper(meeting, { language: other })}>{words.lookOf[other]}</LinkTo>
      }
    >
      <p className="mb-4 text-soft">{words.lookHint}</p>
      <PaperSheet paper={paper} label={words.look} />
    </Card>
  );
}
