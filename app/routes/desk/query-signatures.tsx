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
import { officersOf } from "#app/domain/queries/queries.server.ts";
import { SignaturesForm } from "#app/domain/queries/query-form.ts";
import { askSignatures } from "#app/domain/queries/signing.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { refusedForm, requireOwnQuery } from "#app/http/own-query.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { FieldGroup, HouseForm, SelectField, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query } = await requireOwnQuery(request, params);
  const { id, number, title, agencyId } = query;
  const [officers, draft, speakers] = await Promise.all([
    officersOf(db, agencyId),
    newestDraft(db, query),
    speakersOf(db, { id: agencyId }, now()),
  ]);
  const speaker = speakers.find(({ personId }) => personId === draft?.speakerId);
  return {
    ...{ query: { id, number, title }, officers, version: draft?.version ?? null },
    speaker: speaker ? { name: speaker.name, position: speaker.position } : null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const submission = parseWithZod(await request.formData(), { schema: SignaturesForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { first, second, third } = submission.value;
  const reviewers = [first, second, third].filter((one) => one !== undefined);
  const outcome = await askSignatures(db, query, reviewers, { by: officer, at: now() });
  if (!outcome.ok) return refusedForm(request, submission, outcome);
  return goToSaying(
    request,
    paths.desk.query(query),
    messagesFor(request).queryDesk.signatures.done,
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
