import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { momentOf, NewQueryForm, TYPED_CHANNELS } from "#app/domain/queries/query-form.ts";
import { NOBODY, receive } from "#app/domain/queries/receiving.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { refusedForm } from "#app/http/own-query.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { AskerFields, QueryFields } from "#app/ui/query-fields.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return { receivedAt: localTime(now()), hasAgency: officer.agencyId !== null };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  if (!officer.agencyId) throw new Response(null, { status: 403 });
  const submission = parseWithZod(await request.formData(), { schema: NewQueryForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { channel, receivedAt, foreignPress, showName, ...typed } = submission.value;
  const outcome = await receive(
    db,
    { id: officer.agencyId },
    {
      ...NOBODY,
      ...{ kind: typed.kind, title: typed.title, text: typed.text ?? "" },
      ...{ language: typed.language, askerName: typed.askerName ?? null },
      ...{ askerPosition: typed.askerPosition ?? null, askerEmail: typed.askerEmail ?? null },
      ...{ askerPhone: typed.askerPhone ?? null, outletName: typed.outletName ?? null },
      ...{ reference: typed.reference ?? null, foreignPress: foreignPress === "on" },
      nameWithheld: showName !== "on",
    },
    { channel, receivedAt: momentOf(receivedAt), receivedBy: officer.id },
    { by: officer, at: now() },
  );
  if (!outcome.ok) return refusedForm(request, submission, outcome);
  const words = messagesFor(request).queryDesk;
  return goToSaying(request, paths.desk.query(outcome), words.new.saved(outcome.number));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.new.title} · ${words.common.product}` }];
};

export default function QueryNew() {
  const { receivedAt, hasAgency } = useLoaderData<typeof loader>();
  const { queries: words, queryDesk, common } = useMessages();
  const says = queryDesk.new;
  const [form, fields] = useHouseForm(NewQueryForm, {
    id: "query",
    lastResult: useActionData<typeof action>(),
    defaultValue: { kind: "question", channel: "call", language: "vi", receivedAt },
  });
  return (
    <>
      <PageTitle above={<LinkTo to={paths.desk.queries()}>{words.title}</LinkTo>} lead={says.lead}>
        {says.title}
      </PageTitle>
      {hasAgency ? (
        <HouseForm form={form}>
          <div className="grid gap-5 sm:grid-cols-2">
            <ChoiceField
              field={fields.channel}
              label={words.fields.channel}
              options={TYPED_CHANNELS.map((value) => ({ value, label: words.channels[value] }))}
            />
            <TextField
              field={fields.receivedAt}
              label={words.fields.receivedAt}
              type="datetime-local"
            />
          </div>
          <QueryFields fields={fields} />
          <AskerFields fields={fields} legend={says.asker} hint={says.askerHint} />
          <ChoiceField
            field={fields.language}
            label={words.fields.language}
            options={(["vi", "en"] as const).map((value) => ({
              value,
              label: words.languages[value],
            }))}
          />
          <div className="flex flex-wrap gap-2">
            <SendButton>{says.submit}</SendButton>
            <ButtonLink to={paths.desk.queries()}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      ) : (
        <Notice tone="warning">{says.noAgency}</Notice>
      )}
    </>
  );
}
