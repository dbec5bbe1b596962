import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedNow, startOf, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { dueFor } from "#app/domain/policies/due.server.ts";
import {
  REGULATION_ASKED_FROM,
  RegulationForm,
  regulationStateOn,
} from "#app/domain/regulations/regulation.ts";
import { issueRegulation, regulationsOf } from "#app/domain/regulations/regulations.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyAbove } from "#app/ui/agency-above.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DocumentField } from "#app/ui/document-field.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RegulationLine, RegulationStatus } from "#app/ui/regulation.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const regulations = await regulationsOf(db, agency.id);
  const current = regulations.find(({ endedAt }) => endedAt === null) ?? null;
  const due = await dueFor(db, "regulation.issue_within", {
    start: startOf(REGULATION_ASKED_FROM),
    agencyId: agency.id,
    provinceId: agency.provinceId,
  });
  return {
    agency,
    current,
    former: regulations.filter((one) => one !== current),
    state: regulationStateOn(today(), current, due?.day),
    due: due?.day ?? null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: RegulationForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { number, day } = submission.value;
  const file = await sentDocument(form.get("file"));
  const signed = signedNow(officer);
  const issued = await issueRegulation(db, agency, { number, day, file }, signed);
  if (!issued.ok) {
    const isDay = issued.reason === "day-in-future" || issued.reason === "older-than-current";
    const fieldErrors = { [isDay ? "day" : "file"]: [issued.reason] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const sentence = messagesFor(request).agencies.regulation.done(number);
  return goToSaying(request, paths.desk.regulation(agency), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.agencies.regulation.title} · ${words.common.product}` }];
};

export default function RegulationPage() {
  const { agency, current, former, state, due } = useLoaderData<typeof loader>();
  const words = useMessages().agencies.regulation;
  return (
    <>
      <PageTitle above={<AgencyAbove agency={agency} />} lead={words.lead}>
        {words.title}
      </PageTitle>
      <Card title={current ? words.current : words.none}>
        <RegulationStatus regulation={current} state={state} due={due} desk />
      </Card>
      <Card title={words.issue}>
        <p className="mb-4 text-soft">{words.issueHint}</p>
        <IssueRegulation key={current?.id} />
      </Card>
      {former.length > 0 && (
        <Card title={words.former}>
          <ul className="grid gap-3">
            {former.map((regulation) => (
              <li key={regulation.id}>
                <RegulationLine regulation={regulation} desk />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function IssueRegulation() {
  const words = useMessages().agencies.regulation;
  const [form, fields] = useHouseForm(RegulationForm, {
    id: "regulation",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <HouseForm form={form} encType="multipart/form-data">
      <TextField field={fields.number} label={words.number} hint={words.numberHint} />
      <TextField field={fields.day} label={words.day} type="date" />
      <DocumentField field={fields.file} />
      <div>
        <Button>{words.submit}</Button>
      </div>
    </HouseForm>
  );
}
