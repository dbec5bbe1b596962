import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedNow, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyToRun, listAgenciesFor } from "#app/domain/agencies/agencies.server.ts";
import { closeAgency } from "#app/domain/closings/closing.server.ts";
import { ClosingForm, type ClosingRefusal } from "#app/domain/closings/closing.ts";
import { withDocument } from "#app/domain/documents/documents.server.ts";
import { isAboutFile } from "#app/domain/spokespersons/refusal.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyAbove } from "#app/ui/agency-above.tsx";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DocumentField } from "#app/ui/document-field.tsx";
import { ChecksField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyToRun(db, officer, params.agency ?? "")) ?? notFound();
  const all = await listAgenciesFor(db, officer, agency.provinceId, today());
  const isCommittee = agency.kind === "peoples_committee" && agency.areaLevel === "commune";
  // A commune's committee goes into another commune's, a department into what stands beside it.
  const successors = all.filter(
    ({ id, areaLevel }) => id !== agency.id && (areaLevel === "commune") === isCommittee,
  );
  return { agency, successors };
}

const FIELD: Record<ClosingRefusal, "successorIds" | "day" | null> = {
  "already-closed": null,
  "committee-stays": null,
  "before-its-start": "day",
  "into-itself": "successorIds",
  "successor-elsewhere": "successorIds",
  "successor-closed": "successorIds",
  "sub-departments-open": "successorIds",
};

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyToRun(db, officer, params.agency ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ClosingForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const signed = signedNow(officer);
  const { file, ...details } = submission.value;
  const sent = await sentDocument(file);
  const closed = await withDocument(db, agency, sent, signed, (trx, fileId) =>
    closeAgency(trx, officer, agency, { ...details, fileId }, signed),
  );
  if (!closed.ok) {
    if (isAboutFile(closed)) {
      const fieldErrors = { file: [messagesFor(request).documents.problems[closed.reason]] };
      return data(submission.reply({ fieldErrors }), { status: 409 });
    }
    const field = FIELD[closed.reason];
    const errors = [closed.reason];
    const reply = field ? { fieldErrors: { [field]: errors } } : { formErrors: errors };
    return data(submission.reply(reply), { status: 409 });
  }
  const sentence = messagesFor(request).agencies.closing.done({ ...closed, name: agency.name });
  return goToSaying(request, paths.desk.agencyProfile(agency), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.agencies.closing.title} · ${words.common.product}` }];
};

export default function AgencyClosing() {
  const { agency, successors } = useLoaderData<typeof loader>();
  const { agencies, offices } = useMessages();
  const { closing: words, problems } = agencies;
  const { name } = useNames();
  const [form, fields] = useHouseForm(ClosingForm, {
    id: "closing",
    lastResult: useActionData<typeof action>(),
  });
  const options = successors.map((one) => ({ value: one.id, label: name(one) }));
  return (
    <>
      <PageTitle above={<AgencyAbove agency={agency} />} lead={words.lead(name(agency))}>
        {words.title}
      </PageTitle>
      {agency.untilDay ? (
        <Notice title={problems["already-closed"]} />
      ) : (
        <>
          <Card title={words.whatHappens}>
            <ul className="list-disc ps-5">
              <li>{words.ends}</li>
              <li>{words.moves}</li>
              <li>{offices.moves}</li>
              <li>{words.links}</li>
            </ul>
          </Card>
          <HouseForm form={form} encType="multipart/form-data">
            <ChecksField
              field={fields.successorIds}
              label={words.successors}
              hint={words.successorsHint}
              options={options}
            />
            <TextField field={fields.day} label={words.day} hint={words.dayHint} type="date" />
            <TextField field={fields.basis} label={words.basis} hint={words.basisHint} />
            <DocumentField field={fields.file} label={offices.paper} />
            <div>
              <Button tone="danger">{words.submit}</Button>
            </div>
          </HouseForm>
        </>
      )}
    </>
  );
}
