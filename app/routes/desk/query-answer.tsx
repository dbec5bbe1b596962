import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { sendAnswer } from "#app/domain/queries/answering.server.ts";
import { newestDraft } from "#app/domain/queries/drafts.server.ts";
import { figuresOf } from "#app/domain/queries/figure.ts";
import { contradictionsIn } from "#app/domain/queries/lines.server.ts";
import { AnswerForm } from "#app/domain/queries/query-form.ts";
import { isSignedOff, stepsOn } from "#app/domain/queries/signing.server.ts";
import { requireOwnQuery, takeStep } from "#app/http/own-query.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Card } from "#app/ui/card.tsx";
import { Contradictions } from "#app/ui/contradictions.tsx";
import { ChoiceField, HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query, named } = await requireOwnQuery(request, params);
  const { askerEmail } = query;
  const draft = await newestDraft(db, query);
  const steps = draft ? await stepsOn(db, query, draft.version) : [];
  return {
    ...{ query: named, askerEmail, isReady: isSignedOff(steps) },
    draft: draft ? { text: draft.text, version: draft.version } : null,
    contradictions: draft ? await contradictionsIn(db, query, figuresOf(draft), today()) : [],
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  return takeStep(request, query, { step: "answer", form: AnswerForm }, (details) =>
    sendAnswer(db, query, details, { by: officer, at: now() }),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.answer.title} · ${words.common.product}` }];
};

export default function QueryAnswer() {
  const { query, draft, isReady, askerEmail, contradictions } = useLoaderData<typeof loader>();
  const { queries: words, queryDesk } = useMessages();
  const says = queryDesk.answer;
  const [form, fields] = useHouseForm(AnswerForm, {
    id: "answer",
    lastResult: useActionData<typeof action>(),
    defaultValue: { outcome: "answered" },
  });
  return (
    <QueryStep query={query} title={says.title} lead={says.lead}>
      {draft && (
        <Card title={queryDesk.versions.version(draft.version)}>
          <p className="whitespace-pre-line wrap-anywhere">{draft.text}</p>
        </Card>
      )}
      <Contradictions contradictions={contradictions} />
      {!isReady && (
        <Notice tone="warning">{words.refusals[draft ? "not-signed-off" : "no-draft"]}</Notice>
      )}
      {!askerEmail && <Notice tone="warning">{words.page.noEmail}</Notice>}
      <HouseForm form={form}>
        <input type="hidden" name={fields.version.name} value={draft?.version ?? ""} />
        <ChoiceField
          field={fields.outcome}
          label={says.outcome}
          options={(["answered", "partly"] as const).map((value) => ({
            value,
            label: says.outcomes[value],
          }))}
        />
        <StepButtons query={query} submit={says.submit} />
      </HouseForm>
    </QueryStep>
  );
}
