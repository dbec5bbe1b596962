import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { sendHolding } from "#app/domain/queries/answering.server.ts";
import { HoldingForm, momentOf } from "#app/domain/queries/query-form.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { requireOwnQuery, takeStep } from "#app/http/own-query.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { HouseForm, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";
import { SpeakerField } from "#app/ui/speaker-field.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query, named } = await requireOwnQuery(request, params);
  const { agencyId } = query;
  const speakers = speakerChoices(await speakersOf(db, { id: agencyId }, now()));
  return { query: named, speakers };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  return takeStep(
    request,
    query,
    { step: "holding", form: HoldingForm },
    ({ text, speakerId, nextAt }) => {
      const said = { text, speakerId, nextAt: momentOf(nextAt) };
      return sendHolding(db, query, said, { by: officer, at: now() });
    },
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.holding.title} · ${words.common.product}` }];
};

export default function QueryHolding() {
  const { query, speakers } = useLoaderData<typeof loader>();
  const { queries: words, queryDesk } = useMessages();
  const says = queryDesk.holding;
  const [form, fields] = useHouseForm(HoldingForm, {
    id: "holding",
    lastResult: useActionData<typeof action>(),
    defaultValue: { speakerId: speakers.find(({ recommended }) => recommended)?.personId },
  });
  return (
    <QueryStep query={query} title={says.title} lead={says.lead}>
      <HouseForm form={form}>
        <TextArea field={fields.text} label={words.fields.answer} rows={8} />
        <TextField field={fields.nextAt} label={says.nextAt} type="datetime-local" />
        <SpeakerField field={fields.speakerId} label={words.fields.speaker} speakers={speakers} />
        <StepButtons query={query} submit={says.submit} />
      </HouseForm>
    </QueryStep>
  );
}
