import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FileText } from "lucide-react";
import { now, signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findDocument, withDocument } from "#app/domain/documents/documents.server.ts";
import { missingConditions } from "#app/domain/spokespersons/delegation.ts";
import { DraftForm } from "#app/domain/spokespersons/delegation-form.ts";
import {
  delegationDues,
  delegationRulesOf,
} from "#app/domain/spokespersons/delegation-rules.server.ts";
import { changeDraft, findDraftFor, sketchOf } from "#app/domain/spokespersons/drafts.server.ts";
import { peopleOf } from "#app/domain/spokespersons/people.server.ts";
import { isAboutFile, refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { readSketch, sketchFields } from "#app/http/draft-sent.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button, ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { ConditionList } from "#app/ui/condition-list.tsx";
import { CountdownBadge } from "#app/ui/countdown.tsx";
import { DelegationFields } from "#app/ui/delegation-fields.tsx";
import { DelegationRulesNotice } from "#app/ui/delegation-rules.tsx";
import { DocumentLink } from "#app/ui/document-link.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerFields } from "#app/ui/speaker-fields.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const draft = (await findDraftFor(db, officer, params.draft ?? "")) ?? notFound();
  const people = await peopleOf(db, [draft.agencyId]);
  const sketch = sketchOf(draft);
  const file = draft.documentFileId ? await findDocument(db, draft.documentFileId) : undefined;
  const signing = draft.documentNo && draft.documentDay;
  const [due] = signing
    ? await delegationDues(db, [{ agencyId: draft.agencyId, documentDay: signing }])
    : [];
  return {
    at: now(),
    due: draft.closedAt ? null : (due ?? null),
    rules: await delegationRulesOf(db, draft.agencyId, now()),
    draft,
    file,
    entered: sketchFields(sketch),
    missing: missingConditions(sketch),
    people: people.map(({ name }) => name),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const draft = (await findDraftFor(db, officer, params.draft ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: DraftForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { sketch, sent } = await readSketch(submission.value);
  const signed = signedNow(officer);
  const agency = { id: draft.agencyId };
  const outcome = await withDocument(db, agency, sent, signed, (trx, documentFileId) =>
    changeDraft(trx, draft, { ...sketch, ...(documentFileId && { documentFileId }) }),
  );
  const words = messagesFor(request);
  if (!outcome.ok) {
    const sentence = refusalSentence(words, outcome);
    const reply = isAboutFile(outcome)
      ? { fieldErrors: { documentFile: [sentence] } }
      : { formErrors: [sentence] };
    return data(submission.reply(reply), { status: 409 });
  }
  return goToSaying(request, paths.desk.delegationDraft(draft), words.register.drafts.saved);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.register.drafts.title} · ${words.common.product}` }];
};

export default function DelegationDraft() {
  const { draft, file, entered, missing, people, due, rules, at } = useLoaderData<typeof loader>();
  const { register, delegations } = useMessages();
  const words = register.drafts;
  const { name } = useNames();
  const to = useLocalised();
  const [form, fields] = useHouseForm(DraftForm, {
    id: "draft",
    lastResult: useActionData<typeof action>(),
    defaultValue: entered,
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.agency({ id: draft.agencyId })}>
            {name({ name: draft.agencyName, nameEn: draft.agencyNameEn })}
          </LinkTo>
        }
        lead={words.lead}
        actions={
          <>
            <ButtonAnchor href={to(paths.desk.delegationLetter(draft))}>
              <FileText aria-hidden="true" className="size-4" />
              {words.letter}
            </ButtonAnchor>
            {!draft.closedAt && missing.length === 0 && (
              <ButtonLink to={paths.desk.activation(draft)} tone="primary">
                {words.activate}
              </ButtonLink>
            )}
          </>
        }
      >
        {words.title}
      </PageTitle>
      {draft.askedBy && <Notice>{words.askedBy(draft.askedBy, draft.askReason ?? "")}</Notice>}
      <ConditionList missing={missing} />
      <DelegationRulesNotice rules={rules} />
      {due && (
        <p className="mb-5">
          {delegations.dueSoon} <CountdownBadge due={due} now={at} />
        </p>
      )}
      {file && (
        <p className="mb-5">
          <DocumentLink document={file} desk />
        </p>
      )}
      {draft.closedAt ? (
        <Notice>{words.closed}</Notice>
      ) : (
        <>
          <HouseForm form={form} encType="multipart/form-data">
            <SpeakerFields fields={fields} people={people} />
            <DelegationFields fields={fields} />
            <div>
              <Button>{words.save}</Button>
            </div>
          </HouseForm>
          <Form
            method="post"
            action={to(paths.desk.draftWithdrawal(draft))}
            className="mt-8 border-t border-line pt-5"
          >
            <Button tone="danger">{words.withdraw}</Button>
          </Form>
        </>
      )}
    </>
  );
}
