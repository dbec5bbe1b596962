import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { CaseForm, readCase } from "#app/domain/corrections/case-form.ts";
import { openCaseWith } from "#app/domain/corrections/evidence.server.ts";
import { beginningOf } from "#app/domain/corrections/origins.server.ts";
import { inspectDocument } from "#app/domain/documents/documents.server.ts";
import { agencyChoiceFor } from "#app/domain/meetings/agency-choice.server.ts";
import { listOutlets } from "#app/domain/press/outlets.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyChoice } from "#app/ui/agency-choice.tsx";
import { SendButton } from "#app/ui/button.tsx";
import { CorrectionCaseFields } from "#app/ui/correction-case-fields.tsx";
import { DocumentField } from "#app/ui/document-field.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

/** For which agency the case is, and what it came of: an agency that is asked for comes second to where it began. */
async function askedOf(request: Request, officer: Officer) {
  const wanted = Object.fromEntries(new URL(request.url).searchParams);
  const begun = await beginningOf(db, officer, wanted);
  if (!begun && (wanted.incident || wanted.article || wanted.query)) notFound();
  const agency = begun?.agencyId ?? wanted.agency;
  const choice = (await agencyChoiceFor(db, officer, { ...wanted, agency }, today())) ?? notFound();
  return { begun, choice };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { begun, choice } = await askedOf(request, officer);
  const outlets = choice.agency ? await listOutlets(db, choice.agency.provinceId) : [];
  return {
    ...{ ...choice, begun: begun ?? null, outlets: outlets.map(({ name }) => name) },
    foundAt: localTime(now()),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { begun, choice } = await askedOf(request, officer);
  const agency = choice.agency ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: CaseForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const words = messagesFor(request);
  const says = words.pressCorrections;
  const read = readCase(submission.value, now());
  if (!read.ok) {
    const fieldErrors = Object.fromEntries(
      Object.entries(read.problems).map(([field, key]) => [field, [says.problems[key]]]),
    );
    return data(submission.reply({ fieldErrors }), { status: 400 });
  }
  const file = await sentDocument(submission.value.file);
  const inspected = file && inspectDocument(file);
  if (inspected && !inspected.ok) {
    const fieldErrors = { file: [inspected.reason] };
    return data(submission.reply({ fieldErrors }), { status: 400 });
  }
  const origin = begun?.origin ?? { incidentId: null, queryId: null, meetingLinkId: null };
  const signed = { by: officer, at: now() };
  const opened = await openCaseWith(db, agency, read.details, { origin, file }, signed);
  if (!opened.ok) {
    const own: Record<string, string> = says.refusals;
    const formErrors = [own[opened.reason] ?? opened.reason];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.correctionCase(opened), says.form.opened(opened.number));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCorrections.form.newTitle} · ${words.common.product}` }];
};

export default function CorrectionCaseNew() {
  const { begun, outlets, foundAt, ...choice } = useLoaderData<typeof loader>();
  const words = useMessages().pressCorrections;
  const [form, fields] = useHouseForm(CaseForm, {
    id: "case",
    lastResult: useActionData<typeof action>(),
    defaultValue: { outletKind: "online", ...begun?.form, foundAt },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.correctionCases()}>{words.title}</LinkTo>}
        lead={words.form.lead}
      >
        {words.form.newTitle}
      </PageTitle>
      {!begun && <AgencyChoice {...choice} agencyId={choice.agency?.id} label={words.agency} />}
      {choice.agency && (
        <HouseForm form={form} encType="multipart/form-data">
          <CorrectionCaseFields fields={fields} outlets={outlets} />
          <DocumentField field={fields.file} label={words.form.file} />
          <div>
            <SendButton>{words.form.submit}</SendButton>
          </div>
        </HouseForm>
      )}
    </>
  );
}
