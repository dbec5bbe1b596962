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
import { newestDraft } from "#app/domain/queries/drafts.server.ts";
import { SignatureForm } from "#app/domain/queries/query-form.ts";
import { maySign, nextStep, sign, stepsOn } from "#app/domain/queries/signing.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { refusedForm, requireOwnQuery } from "#app/http/own-query.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const { id, number, title } = query;
  const draft = await newestDraft(db, query);
  const next = draft ? nextStep(await stepsOn(db, query, draft.version)) : undefined;
  return {
    ...{ query: { id, number, title }, text: draft?.text ?? "" },
    next: next ? { ...next, mine: maySign(next, officer) } : null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const submission = parseWithZod(await request.formData(), { schema: SignatureForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { stepId, decision, note = null } = submission.value;
  const signature = { stepId, approves: decision === "approve", note };
  const outcome = await sign(db, query, signature, { by: officer, at: now() });
  if (!outcome.ok) return refusedForm(request, submission, outcome);
  return goToSaying(
    request,
    paths.desk.query(query),
    messagesFor(request).queryDesk.signature.done,
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.signature.title} · ${words.common.product}` }];
};

export default function QuerySignature() {
  const { query, next, text } = useLoaderData<typeof loader>();
  const { queries: words, queryDesk } = useMessages();
  const says = queryDesk.signature;
  const [form, fields] = useHouseForm(SignatureForm, {
    id: "signature",
    lastResult: useActionData<typeof action>(),
    defaultValue: { stepId: next?.id },
  });
  return (
    <QueryStep
      query={query}
      title={says.title}
      lead={
        next && (
          <>
            {says.lead(next.name, next.version)} ({says.roles[next.role]}).{" "}
            {next.role === "speaker" && says.speakerLead}
          </>
        )
      }
    >
      {text && (
        <Card title={words.page.draftCard}>
          <p className="whitespace-pre-line wrap-anywhere">{text}</p>
        </Card>
      )}
      {!next?.mine ? (
        <Notice tone="warning">{next ? words.refusals["not-your-turn"] : says.nobody}</Notice>
      ) : (
        <HouseForm form={form}>
          <input type="hidden" name={fields.stepId.name} value={next.id} />
          <ChoiceField
            field={fields.decision}
            label={says.decision}
            options={(["approve", "return"] as const).map((value) => ({
              value,
              label: says[value],
            }))}
          />
          <TextField field={fields.note} label={says.note} />
          <StepButtons query={query} submit={says.submit} />
        </HouseForm>
      )}
    </QueryStep>
  );
}
