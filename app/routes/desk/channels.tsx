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
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { CHANNEL_KINDS, ChannelForm } from "#app/domain/agencies/channel.ts";
import { addChannel, channelsOf } from "#app/domain/agencies/channels.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyAbove } from "#app/ui/agency-above.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { HouseForm, SelectField, TextField, useHouseForm } from "#app/ui/form.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RemoveButton } from "#app/ui/remove-button.tsx";
import { Table } from "#app/ui/table.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  return { agency, channels: await channelsOf(db, agency.id) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ChannelForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const added = await addChannel(db, agency, submission.value, { by: officer, at: now() });
  if (!added.ok)
    return data(submission.reply({ fieldErrors: { url: [added.reason] } }), { status: 409 });
  const sentence = messagesFor(request).agencies.channels.added(submission.value.name);
  return goToSaying(request, paths.desk.channels(agency), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.agencies.channels.title} · ${words.common.product}` }];
};

export default function Channels() {
  const { agency, channels } = useLoaderData<typeof loader>();
  const words = useMessages().agencies.channels;
  return (
    <>
      <PageTitle above={<AgencyAbove agency={agency} />} lead={words.lead}>
        {words.title}
      </PageTitle>
      <div className="mb-6">
        {channels.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <Table
            caption={words.title}
            rows={channels}
            keyOf={({ id }) => id}
            columns={[
              { head: words.kind, cell: ({ kind }) => words.kinds[kind] },
              { head: words.name, names: true, cell: ({ name }) => name },
              {
                head: words.url,
                cell: ({ url }) => <span className="wrap-anywhere">{url}</span>,
              },
              {
                head: words.remove,
                acts: true,
                cell: (channel) => (
                  <RemoveButton to={paths.desk.channelRemoval(channel)} what={channel.name}>
                    {words.remove}
                  </RemoveButton>
                ),
              },
            ]}
          />
        )}
      </div>
      <Card title={words.add}>
        <AddChannel key={channels.length} />
      </Card>
    </>
  );
}

function AddChannel() {
  const words = useMessages().agencies.channels;
  const [form, fields] = useHouseForm(ChannelForm, {
    id: "channel",
    lastResult: useActionData<typeof action>(),
    defaultValue: { kind: "website" },
  });
  return (
    <HouseForm form={form}>
      <SelectField
        field={fields.kind}
        label={words.kind}
        options={CHANNEL_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <TextField field={fields.url} label={words.url} hint={words.urlHint} type="url" />
      <TextField field={fields.name} label={words.name} hint={words.nameHint} />
      <div>
        <Button>{words.submit}</Button>
      </div>
    </HouseForm>
  );
}
