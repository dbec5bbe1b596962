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
import { EvidenceForm } from "#app/domain/corrections/case-form.ts";
import { findCaseFor } from "#app/domain/corrections/cases.server.ts";
import { addEvidence } from "#app/domain/corrections/evidence.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { DocumentField } from "#app/ui/document-field.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return { kept: (await findCaseFor(db, officer, params.case ?? "")) ?? notFound() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: EvidenceForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const file = (await sentDocument(submission.value.file)) ?? notFound();
  const { note } = submission.value;
  const added = await addEvidence(db, kept, note, file, { by: officer, at: now() });
  const words = messagesFor(request).pressCorrections;
  if (!added.ok) {
    const own: Record<string, string> = words.refusals;
    const sentence = own[added.reason];
    const problem = sentence
      ? { formErrors: [sentence] }
      : { fieldErrors: { file: [added.reason] } };
    return data(submission.reply(problem), { status: 409 });
  }
  return goToSaying(request, paths.desk.correctionCase(kept), words.evidence.added);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCorrections.evidence.title} · ${words.common.product}` }];
};

export default function CorrectionEvidenceNew() {
  const { kept } = useLoaderData<typeof loader>();
  const { pressCorrections: words, common } = useMessages();
  const [form, fields] = useHouseForm(EvidenceForm, {
    id: "evidence",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.correctionCase(kept)}>{kept.articleTitle}</LinkTo>}
        lead={words.evidence.lead}
      >
        {words.evidence.title}
      </PageTitle>
      <HouseForm form={form} encType="multipart/form-data">
        <TextField field={fields.note} label={words.evidence.note} />
        <DocumentField field={fields.file} label={words.evidence.file} />
        <div className="flex flex-wrap gap-2">
          <SendButton>{words.evidence.submit}</SendButton>
          <ButtonLink to={paths.desk.correctionCase(kept)}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
    </>
  );
}
