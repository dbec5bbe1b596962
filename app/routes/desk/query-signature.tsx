import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { newestDraft } from "#app/domain/queries/drafts.server.ts";
import { SignatureForm } from "#app/domain/queries/query-form.ts";
import { maySign, nextStep, sign, stepsOn } from "#app/domain/queries/signing.server.ts";
import { requireOwnQuery, takeStep } from "#app/http/own-query.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Card } from "#app/ui/card.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { officer, query, named } = await requireOwnQuery(request, params);
  const draft = await newestDraft(db, query);
  const next = draft ? nextStep(await stepsOn(db, query, draft.version)) : undefined;
  return {
    ...{ query: named, text: draft?.text ?? "" },
    next: next ? { ...next, mine: maySign(next, officer) } : null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  return takeStep(
    request,
    query,
    { step: "signature", form: SignatureForm },
    ({ stepId, decision, note = null }) => {
      const signature = { stepId, approves: decision === "approve", note };
      return sign(db, query, signature, { by: officer, at: now() });
    },
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
