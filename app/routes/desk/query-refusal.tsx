import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { groundsOn, refuseToAnswer } from "#app/domain/queries/answering.server.ts";
import { QueryRefusalForm } from "#app/domain/queries/query-form.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { requireOwnQuery, takeStep } from "#app/http/own-query.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ChoiceField, HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";
import { SpeakerField } from "#app/ui/speaker-field.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query, named } = await requireOwnQuery(request, params);
  const { agencyId, provinceId } = query;
  const speakers = speakerChoices(await speakersOf(db, { id: agencyId }, now()));
  const grounds = await groundsOn(db, { agencyId, provinceId }, now());
  return { query: named, speakers, grounds };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  return takeStep(request, query, { step: "refusal", form: QueryRefusalForm }, (details) =>
    refuseToAnswer(db, query, details, { by: officer, at: now() }),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.refusal.title} · ${words.common.product}` }];
};

export default function QueryRefusal() {
  const { query, speakers, grounds } = useLoaderData<typeof loader>();
  const { queries: words, queryDesk, policies } = useMessages();
  const { choices } = policies;
  const says = queryDesk.refusal;
  const [form, fields] = useHouseForm(QueryRefusalForm, {
    id: "refusal",
    lastResult: useActionData<typeof action>(),
    defaultValue: { speakerId: speakers.find(({ recommended }) => recommended)?.personId },
  });
  return (
    <QueryStep query={query} title={says.title} lead={says.lead}>
      {grounds[0] && !grounds[0].verifiedBy && (
        <Notice tone="warning">
          {says.basis(grounds[0].legalRef)} {says.unverified}
        </Notice>
      )}
      <HouseForm form={form}>
        <ChoiceField
          field={fields.ground}
          label={words.fields.ground}
          hint={grounds[0]?.verifiedBy && says.basis(grounds[0].legalRef)}
          options={grounds.map(({ code }) => ({ value: code, label: choices[code] ?? code }))}
        />
        <TextArea field={fields.text} label={words.fields.reason} hint={says.reasonHint} rows={6} />
        <SpeakerField field={fields.speakerId} label={words.fields.speaker} speakers={speakers} />
        <StepButtons query={query} submit={says.submit} />
      </HouseForm>
    </QueryStep>
  );
}
