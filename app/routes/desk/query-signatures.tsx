import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { newestDraft } from "#app/domain/queries/drafts.server.ts";
import { officersOf } from "#app/domain/queries/queries.server.ts";
import { SignaturesForm } from "#app/domain/queries/query-form.ts";
import { askSignatures } from "#app/domain/queries/signing.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { requireOwnQuery, takeStep } from "#app/http/own-query.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { FieldGroup, HouseForm, SelectField, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query, named } = await requireOwnQuery(request, params);
  const { agencyId } = query;
  const [officers, draft, speakers] = await Promise.all([
    officersOf(db, agencyId),
    newestDraft(db, query),
    speakersOf(db, { id: agencyId }, now()),
  ]);
  const speaker = speakers.find(({ personId }) => personId === draft?.speakerId);
  return {
    ...{ query: named, officers, version: draft?.version ?? null },
    speaker: speaker ? { name: speaker.name, position: speaker.position } : null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  return takeStep(
    request,
    query,
    { step: "signatures", form: SignaturesForm },
    ({ first, second, third }) => {
      const reviewers = [first, second, third].filter((one) => one !== undefined);
      return askSignatures(db, query, reviewers, { by: officer, at: now() });
    },
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.signatures.title} · ${words.common.product}` }];
};

export default function QuerySignatures() {
  const { query, officers, version, speaker } = useLoaderData<typeof loader>();
  const { queries: words, queryDesk } = useMessages();
  const says = queryDesk.signatures;
  const [form, fields] = useHouseForm(SignaturesForm, {
    id: "signatures",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <QueryStep query={query} title={says.title} lead={version !== null && says.lead(version)}>
      {!speaker && (
        <Notice tone="warning">
          {version === null ? words.refusals["no-draft"] : words.refusals["not-a-speaker"]}
        </Notice>
      )}
      <HouseForm form={form}>
        <FieldGroup legend={says.reviewers}>
          {(["first", "second", "third"] as const).map((place) => (
            <SelectField
              key={place}
              field={fields[place]}
              label={says[place]}
              blank={says.none}
              options={officers.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ))}
        </FieldGroup>
        {speaker && (
          <p>
            {says.last}: <strong>{speaker.name}</strong>, {speaker.position}
          </p>
        )}
        <StepButtons query={query} submit={says.submit} />
      </HouseForm>
    </QueryStep>
  );
}
