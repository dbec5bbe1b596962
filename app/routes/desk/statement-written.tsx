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
import type { Officer } from "#app/domain/accounts/officer.ts";
import { agencyChoiceFor } from "#app/domain/meetings/agency-choice.server.ts";
import { speakerChoices, usualPeople } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { draftText, incidentsToSpeakOf } from "#app/domain/statements/drafting.server.ts";
import { TEXT_KINDS } from "#app/domain/statements/statement.ts";
import { contentsOfText, hiddenIn, TextForm } from "#app/domain/statements/statement-form.ts";
import { findStatementFor } from "#app/domain/statements/statements.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyChoice } from "#app/ui/agency-choice.tsx";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, SelectField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TextFields } from "#app/ui/statement-fields.tsx";

/** For which agency it is written; a translation, for that of the text that it says again. */
async function asked(request: Request, officer: Officer) {
  const { translationOf, ...wanted } = Object.fromEntries(
    new URL(request.url).searchParams,
  ) as Record<string, string | undefined>;
  const original = translationOf
    ? ((await findStatementFor(db, officer, translationOf)) ?? notFound())
    : undefined;
  const agency = original ? { agency: original.agencyId } : wanted;
  const choice = (await agencyChoiceFor(db, officer, agency, today())) ?? notFound();
  return { original, choice };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { original, choice } = await asked(request, officer);
  const { agency } = choice;
  const [speakers, incidents] = await Promise.all([
    agency ? speakersOf(db, agency, now()) : [],
    agency ? incidentsToSpeakOf(db, agency) : [],
  ]);
  return {
    ...choice,
    original: original ?? null,
    speakers: speakerChoices(speakers),
    incidents,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { original, choice } = await asked(request, officer);
  const agency = choice.agency ?? notFound();
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: TextForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { kind, speakerId, incidentId } = submission.value;
  const translationOfId = original && (original.translationOfId ?? original.id);
  const details = { kind, speakerId, incidentId, translationOfId };
  const signed = { by: officer, at: now() };
  const contents = contentsOfText(submission.value);
  const drafted = await draftText(db, agency, contents, details, signed);
  const { statements: words, statementDesk } = messagesFor(request);
  if (!drafted.ok) {
    if (drafted.reason !== "not-a-speaker") {
      const formErrors = [words.refusals[drafted.reason]];
      return data(submission.reply({ formErrors }), { status: 409 });
    }
    const may = speakerChoices(await speakersOf(db, agency, now()));
    const fieldErrors = { speakerId: [words.maySpeak(may.map(({ name }) => name))] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const hidden = hiddenIn(form);
  const sentence =
    hidden.length > 0 ? statementDesk.form.hidden(hidden.join(", ")) : words.form.saved;
  return goToSaying(request, paths.desk.statement(drafted), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statementDesk.form.newTitle} · ${words.common.product}` }];
};

export default function StatementWritten() {
  const { original, ...choice } = useLoaderData<typeof loader>();
  const { statementDesk } = useMessages();
  const says = statementDesk.form;
  return (
    <>
      <PageTitle
        above={
          original ? (
            <LinkTo to={paths.desk.statement(original)}>{original.title}</LinkTo>
          ) : (
            <LinkTo to={paths.desk.statements()}>{statementDesk.list.title}</LinkTo>
          )
        }
        lead={original ? says.translation(original.title) : says.newLead}
      >
        {says.newTitle}
      </PageTitle>
      {!original && (
        <>
          <p className="mb-5">
            {says.initial} <LinkTo to={paths.desk.incidentNew()}>{says.openIncident}</LinkTo>
          </p>
          <AgencyChoice {...choice} agencyId={choice.agency?.id} label={says.agency} />
        </>
      )}
      {choice.agency && <Draft key={choice.agency.id} />}
    </>
  );
}

function Draft() {
  const { original, speakers, incidents } = useLoaderData<typeof loader>();
  const { statements: words, statementDesk, common } = useMessages();
  const says = statementDesk.form;
  const kind = TEXT_KINDS.find((one) => one === original?.kind) ?? "press_release";
  const language = original?.language === "vi" ? "en" : "vi";
  const [form, fields] = useHouseForm(TextForm, {
    id: "statement",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      ...{ kind, language, title: original?.title ?? "", body: original?.body ?? "" },
      speakerId: original?.speakerId ?? usualPeople(speakers).spokespersonId,
      incidentId: original?.incidentId ?? "",
    },
  });
  return (
    <HouseForm form={form}>
      <ChoiceField
        field={fields.kind}
        label={says.kind}
        options={TEXT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <TextFields fields={fields} speakers={speakers} />
      {incidents.length > 0 && (
        <SelectField
          field={fields.incidentId}
          label={says.incident}
          blank={says.noIncident}
          options={incidents.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <SendButton>{words.form.submit}</SendButton>
        <ButtonLink to={original ? paths.desk.statement(original) : paths.desk.statements()}>
          {common.cancel}
        </ButtonLink>
      </div>
    </HouseForm>
  );
}
